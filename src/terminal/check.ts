import { Command } from 'commander';
import type { EventLibrary } from '../events/event-library.js';
import { type ContentOptions, openLibrary, withContentOptions } from './open-library.js';
import { CommandFailure, printable, type Terminal } from './terminal.js';

/** `dateline check`: what of the folder can't be read, and why. Exits 1 when a file was skipped. */
export function checkCommand(terminal: Terminal): Command {
  return withContentOptions(new Command('check'))
    .description('read every event and report what can’t be used; exits 1 when a file was skipped')
    .action(async (options: ContentOptions) => {
      const library = await openLibrary(options, terminal);
      terminal.out(options.json ? asJson(library) : asText(library));
      const skipped = library.problems.filter((p) => p.severity === 'skipped').length;
      if (skipped > 0) throw new CommandFailure(`${count(skipped, 'file')} skipped.`);
    });
}

function asJson(library: EventLibrary): string {
  const { files, days, problems } = library;
  return JSON.stringify({
    files,
    events: library.events.length,
    days,
    problems: problems.map(({ path, line, problem, severity }) => ({ path, line, problem, severity })),
  });
}

function asText({ files, events, days, problems }: EventLibrary): string {
  const report = problems.map(
    (p) =>
      `${printable(p.path)}:${p.line}: ${p.severity === 'skipped' ? 'skipped. ' : ''}${printable(p.problem)}`,
  );
  const read = `${count(events.length, 'event')} on ${count(days, 'day')}, read from ${count(files, 'file')}.`;
  return [...report, read].join('\n');
}

function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
