import type { Asking } from './direct/asking.js';
import type { Similarity } from './direct/likeness.js';
import { asksForParticular, holding } from './direct/verify.js';
import type { EventIndex } from './event-index.js';
import type { Ranked } from './ranking.js';
import { HOLDING } from './weights.js';

/**
 * Ranks those about as good as the first anew by whether they hold an answer of the kind asked for: asked how many, one
 * that counts. The others aren't looked at, as reading a sentence takes a while.
 */
export function preferHolding(
  index: EventIndex,
  asking: Asking,
  ranked: readonly Ranked[],
  similar: Similarity,
): Ranked[] {
  const least = (ranked[0]?.score ?? 0) - HOLDING.near;
  const first = ranked.findIndex(({ score }, i) => score < least || i === HOLDING.most);
  const many = first < 0 ? ranked.length : first;
  if (many < 2 || !asksForParticular(asking)) return [...ranked];
  const weighed = ranked.slice(0, many).map((hit): Ranked => {
    const event = index.event(hit.event);
    const holds = event ? HOLDING.weight * (holding(asking, event, similar) - HOLDING.usual) : 0;
    return { ...hit, score: hit.score + holds, parts: { ...hit.parts, holds } };
  });
  return [...weighed, ...ranked.slice(many)].sort((a, b) => b.score - a.score);
}
