import { Command } from 'commander';
import { DateArchive } from '../archive/date-archive.js';
import type { EventLibrary } from '../events/event-library.js';
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
  const { files, problems } = library;
  const { events, days } = counted(library);
  return JSON.stringify({
    files,
    events,
    days,
    problems: problems.map(({ path, line, problem, severity }) => ({ path, line, problem, severity })),
  });
}

/** Events and days as the bot counts them: an event that is written in two languages once. */
function counted({ events }: EventLibrary) {
  const archive = new DateArchive();
  for (const event of events) archive.put(event);
  return archive.extent();
}

function asText(library: EventLibrary): string {
  const { files, problems } = library;
  const { events, days } = counted(library);
  const twice = library.events.length - events;
  const report = problems.map(
    (p) =>
      `${printable(p.path)}:${p.line}: ${p.severity === 'skipped' ? 'skipped. ' : ''}${printable(p.problem)}`,
  );
  const languages = twice > 0 ? ` (${twice} in two languages)` : '';
  const read = `${count(events, 'event')}${languages} on ${count(days, 'day')}, read from ${count(files, 'file')}.`;
  return [...report, read].join('\n');
}

function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
