import { Command } from 'commander';
import { DateArchive } from '../archive/date-archive.js';
import type { EventLibrary, LeftOut } from '../events/event-library.js';
import { type ContentOptions, openLibrary, withContentOptions } from './open-library.js';
import { CommandFailure, printable, type Terminal } from './terminal.js';

/** `dateline check`: which files of the folder can't be read, and why. Exits 1 when a file was skipped. */
export function checkCommand(terminal: Terminal): Command {
  return withContentOptions(new Command('check'))
    .description('read every event and report what can’t be used (exits 1 when a file was skipped)')
    .action(async (options: ContentOptions) => {
      const library = await openLibrary(options, terminal);
      terminal.out(options.json ? asJson(library) : asText(library));
      const skipped = library.problems.filter((p) => p.severity === 'skipped').length;
      if (skipped > 0) throw new CommandFailure(`${count(skipped, 'file')} skipped.`);
    });
}

function asJson(library: EventLibrary): string {
  const { files, problems, leftOut } = library;
  const { events, days } = counted(library);
  return JSON.stringify({
    files,
    events,
    days,
    leftOut: leftOut.map(({ path, why }) => ({ path, why: REASONS[why] })),
    problems: problems.map(({ path, line, problem, severity }) => ({ path, line, problem, severity })),
  });
}

/** Why files are left out on purpose, in their authors' own words. */
const REASONS: Readonly<Record<LeftOut['why'], string>> = {
  draft: 'draft: true',
  unpublished: 'not published',
  scheduled: 'to be published later',
  expired: 'past its expiryDate',
  template: 'a template',
  'drafts-folder': 'in _drafts',
  hidden: 'hidden',
};
/** Files that are named of those left out for one reason. */
const NAMED = 3;

function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  if (leftOut.length === 0) return [];
  const lines = Object.entries(REASONS).flatMap(([why, reason]) => {
    const paths = leftOut.filter((file) => file.why === why).map(({ path }) => printable(path));
    const more = paths.length > NAMED ? [`and ${paths.length - NAMED} more`] : [];
    return paths.length === 0
      ? []
      : [`  ${reason}, ${paths.length}: ${[...paths.slice(0, NAMED), ...more].join(', ')}`];
  });
  return [`Left out on purpose, ${count(leftOut.length, 'file')}:`, ...lines];
}

/** Events and days as the bot counts them: an event that is written in two languages once. */
function counted({ events }: EventLibrary) {
  const archive = new DateArchive();
  for (const event of events) archive.put(event);
  return archive.extent();
}

function asText(library: EventLibrary): string {
  const { files, problems, leftOut } = library;
  const { events, days } = counted(library);
  const twice = library.events.length - events;
  const report = problems.map(
    (p) =>
      `${printable(p.path)}:${p.line}: ${p.severity === 'skipped' ? 'skipped. ' : ''}${printable(p.problem)}`,
  );
  const languages = twice > 0 ? ` (${twice} in two languages)` : '';
  const read = `${count(events, 'event')}${languages} on ${count(days, 'day')}, read from ${count(files, 'file')}.`;
  return [...report, ...leftOutLines(leftOut), read].join('\n');
}

function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
