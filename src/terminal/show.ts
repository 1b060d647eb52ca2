import { Command } from 'commander';
import type { NewsEvent } from '../events/event.js';
import { type ContentOptions, openLibrary, withContentOptions } from './open-library.js';
import { CommandFailure, printable, type Terminal } from './terminal.js';

/** `dateline show PATH`: one event as it was understood. Exits 1 where there is none. */
export function showCommand(terminal: Terminal): Command {
  return withContentOptions(new Command('show'))
    .description('show one event as it was read')
    .argument('<path>', 'its path in the folder ("/news/2016/04/8/slug.md") or its id')
    .action(async (path: string, options: ContentOptions) => {
      const library = await openLibrary(options, terminal);
      const event = library.event(path);
      if (event === null) throw new CommandFailure(whyNot(path, library.problems));
      terminal.out(options.json ? asJson(event) : asText(event));
    });
}

function whyNot(path: string, problems: readonly { path: string; line: number; problem: string }[]): string {
  const problem = problems.find((p) => p.path === path || p.path === `/${path}`);
  return problem
    ? `${printable(problem.path)} is not an event. Line ${problem.line}: ${problem.problem}`
    : `There is no event ${printable(path)}. Give its path in the folder, such as "/news/2016/04/8/slug.md", or its id.`;
}

function asJson({ path, date, story, headline, summary, topics, sources, related }: NewsEvent): string {
  return JSON.stringify({ path, date, story, headline, summary, topics, sources, related });
}

function asText(event: NewsEvent): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
  return [
    `${event.date}  ${event.story ?? 'no story'}`,
    event.sentence,
    ...(event.summary === '' ? [] : ['', event.summary]),
    ...list('Topics', event.topics),
    ...list('About', event.context),
    ...list(
      'Sources',
      event.sources.map((s) => `${s.name}  ${s.url}`),
    ),
    ...list(
      'Related',
      event.related.map((r) => `${r.path}  ${r.context.join(', ')}`),
    ),
    '',
    `${event.path}  id ${event.id}`,
  ]
    .map((line) => line.split('\n').map(printable).join('\n'))
    .join('\n');
}
