import { termsOf } from '../text/terms.js';
import type { TextRange } from '../text/text-range.js';
import type { Concept } from './concept.js';
import type { EventIndex } from './event-index.js';

/** Related words this near are shown as matches. */
const SHOWN_NEARNESS = 0.5;

/** The words of a text that a question's words found, merged where only a space parts them. */
export function matchedRanges(text: string, concepts: readonly Concept[], index: EventIndex): TextRange[] {
  const runs = concepts
    .filter((concept) => !concept.asking)
    .flatMap(({ similar }) => similar.filter(({ nearness }) => nearness >= SHOWN_NEARNESS));
  const byHead = new Map<number, (readonly number[])[]>();
  for (const { ids } of runs) {
    const [head] = ids;
    if (head !== undefined) byHead.set(head, [...(byHead.get(head) ?? []), ids]);
  }
  const terms = termsOf(text);
  const numbers = terms.map(({ term }) => (term === '' ? 0 : (index.vocabulary.id(term) ?? -1)));
  const ranges: [number, number][] = [];
  terms.forEach((term, at) => {
    const lengths = (byHead.get(numbers[at] ?? -1) ?? [])
      .filter((ids) => ids.every((id, i) => numbers[at + i] === id))
      .map((ids) => ids.length);
    if (lengths.length === 0) return;
    const end = terms[at + Math.max(...lengths) - 1]?.end ?? term.end;
    const last = ranges.at(-1);
    if (last && term.start - last[1] <= 1) last[1] = Math.max(last[1], end);
    else ranges.push([term.start, end]);
  });
  return ranges;
}
