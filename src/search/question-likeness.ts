import type { Concept, Similar } from './concept.js';
import type { Similarity } from './direct/likeness.js';
import type { EventIndex } from './event-index.js';
import { fold } from './fold.js';
import { termOf } from './terms.js';

/** How near in meaning a word of an event is to a word of the question, from what the question's words were widened to. */
export function likenessTo(concepts: readonly Concept[], index: EventIndex): Similarity {
  const byTerm = new Map(concepts.map(({ term, similar }) => [term, similar]));
  const known = new Map<string, Known>();
  const read = (word: string): Known => {
    const before = known.get(word);
    if (before) return before;
    const term = termOf(fold(word));
    const now = { id: index.vocabulary.id(term), near: nearnessOf(byTerm.get(term)) };
    known.set(word, now);
    return now;
  };
  return (a, b) => {
    const [one, other] = [read(a), read(b)];
    return Math.max(widened(one, other), widened(other, one));
  };
}

interface Known {
  readonly id: number | undefined;
  /** What the question widened the word to. */
  readonly near: ReadonlyMap<number, number> | undefined;
}

/** How near the single terms among some are. */
function nearnessOf(similar: readonly Similar[] = []): ReadonlyMap<number, number> | undefined {
  if (similar.length === 0) return undefined;
  const near = new Map<number, number>();
  for (const { ids, nearness } of similar) {
    const [id] = ids;
    if (ids.length === 1 && id !== undefined) near.set(id, Math.max(nearness, near.get(id) ?? 0));
  }
  return near;
}

function widened({ near }: Known, { id }: Known): number {
  return id === undefined ? 0 : (near?.get(id) ?? 0);
}
