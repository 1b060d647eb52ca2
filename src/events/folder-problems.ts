import type { EventDraft } from './event-draft.js';
import type { ContentProblem } from './problem.js';

/**
 * What front matter says that only the rest of the folder shows to be wrong: an id that another file has as well, a
 * related event that is not there. The events are served all the same.
 *
 * @param drafts the events of the folder, in the order of their paths.
 * @param finds whether a link leads to an event of the folder; `from` is the file it is in.
 */
export function folderProblems(
  drafts: Iterable<EventDraft>,
  finds: (link: string, from: string) => boolean,
): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const holders = new Map<string, string>();
  for (const { path, id, given } of drafts) {
    if (!given) continue;
    const report = (line: number, problem: string) =>
      problems.push({ path, line, problem, severity: 'noticed' });
    const holder = id === null ? undefined : holders.get(id);
    if (holder !== undefined)
      report(given.idLine, `Its id ${id} is that of ${holder} as well. Give it another, or leave it out.`);
    else if (id !== null) holders.set(id, path);
    for (const link of given.related)
      if (!finds(link.path, path))
        report(link.line, `It names ${link.path} as related, but no event stands there.`);
  }
  return problems;
}
