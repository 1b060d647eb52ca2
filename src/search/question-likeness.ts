import type { Concept, Similar } from './concept.js';
import type { Similarity } from './direct/likeness.js';
import type { Weigh } from './direct/verify.js';
import type { EventIndex } from './event-index.js';
import { fold } from './fold.js';
import type { WordVectors } from './meaning/word-vectors.js';
import { termOf } from './terms.js';

/**
 * How near in meaning a word of an event is to a word of the question: from what the question's words were widened to, and
 * from how both words are used elsewhere.
 */
export function likenessTo(concepts: readonly Concept[], index: EventIndex): Similarity {
  const byTerm = new Map(concepts.map(({ term, similar }) => [term, similar]));
  const { vectors } = index.meanings;
  const known = new Map<string, Known>();
  const read = (word: string): Known => {
    const before = known.get(word);
    if (before) return before;
    const term = termOf(fold(word));
    const now = {
      id: index.vocabulary.id(term),
      near: nearnessOf(byTerm.get(term)),
      row: vectors.row(fold(word)),
    };
    known.set(word, now);
    return now;
  };
  return (a, b) => {
    const [one, other] = [read(a), read(b)];
    return Math.max(widened(one, other), widened(other, one), usedAlike(vectors, one, other));
  };
}

interface Known {
  readonly id: number | undefined;
  /** What the question widened the word to. */
  readonly near: ReadonlyMap<number, number> | undefined;
  readonly row: number | undefined;
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

/** Words used less alike than `from` say nothing of each other; from `to` on they count in full as related. */
const ALIKE = { from: 0.5, to: 0.8 };
/** What such words are worth, from least to most: also opposites are used alike. */
const WORTH = { least: 0.5, most: 0.8 };

function usedAlike(vectors: WordVectors, one: Known, other: Known): number {
  if (one.row === undefined || other.row === undefined) return 0;
  const nearness = vectors.nearness(one.row, other.row);
  if (nearness < ALIKE.from) return 0;
  const share = Math.min(1, (nearness - ALIKE.from) / (ALIKE.to - ALIKE.from));
  return WORTH.least + share * (WORTH.most - WORTH.least);
}

/** How rare a word of the question is among the events. */
export function rarityIn(index: EventIndex): Weigh {
  return ({ lower }) => index.rarity(index.vocabulary.id(termOf(fold(lower))));
}
