import type { Concept } from './concept.js';
import type { Similarity } from './direct/likeness.js';
import type { Weigh } from './direct/verify.js';
import type { EventIndex } from './event-index.js';
import { fold } from './fold.js';
import { termOf } from './terms.js';

/** How near in meaning a word of an event is to a word of the question, from what the question's words were widened to. */
export function likenessTo(concepts: readonly Concept[], index: EventIndex): Similarity {
  const byTerm = new Map<string, Map<number, number>>();
  for (const { term, similar } of concepts) {
    const near = new Map<number, number>();
    for (const { ids, nearness } of similar) {
      const [id] = ids;
      if (ids.length === 1 && id !== undefined) near.set(id, Math.max(nearness, near.get(id) ?? 0));
    }
    byTerm.set(term, near);
  }
  const nearness = (asked: string, told: string) => {
    const id = index.vocabulary.id(termOf(fold(told)));
    return id === undefined ? 0 : (byTerm.get(termOf(fold(asked)))?.get(id) ?? 0);
  };
  return (a, b) => Math.max(nearness(a, b), nearness(b, a));
}

/** How rare a word of the question is among the events. */
export function rarityIn(index: EventIndex): Weigh {
  return ({ lower }) => index.rarity(index.vocabulary.id(termOf(fold(lower))));
}
