import type { Asking } from './direct/asking.js';
import type { Similarity } from './direct/likeness.js';
import { asksForParticular, holding } from './direct/verify.js';
import type { EventIndex } from './event-index.js';
import type { Ranked } from './ranking.js';
import { HOLDING } from './weights.js';

/** The most that holding an answer can raise an event. */
const MOST_RAISED = HOLDING.weight * (1 - HOLDING.usual);

/**
 * Ranks those about as good as the first anew by whether they hold an answer of the kind asked for: asked how many, one
 * that counts. The others aren't looked at, as reading a sentence takes a while; nor is one that can't become the first any
 * more, since a better one holds an answer already.
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
  let best = Number.NEGATIVE_INFINITY;
  const weighed = ranked.slice(0, many).map((hit): Ranked => {
    if (hit.score + MOST_RAISED <= best) return hit;
    const event = index.event(hit.event);
    const holds = event ? HOLDING.weight * (holding(asking, event, similar) - HOLDING.usual) : 0;
    const score = hit.score + holds;
    best = Math.max(best, score);
    return { ...hit, score, parts: { ...hit.parts, holds } };
  });
  return [...weighed, ...ranked.slice(many)].sort((a, b) => b.score - a.score);
}
