import type { Asking } from './direct/asking.js';
import { onlyDeed } from './direct/deed/asked-deed.js';
import type { Similarity } from './direct/likeness.js';
import { asksForParticular, deedHeld, holding } from './direct/verify.js';
import type { EventIndex } from './event-index.js';
import type { Ranked } from './ranking.js';
import { DEED, HOLDING } from './weights.js';

/** The most that holding an answer, and stating a deed, can raise an event. */
const MOST_RAISED = HOLDING.weight * (1 - HOLDING.usual);
const MOST_RAISED_BY_DEED = DEED.weight * (1 - DEED.usual);

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
  const deed = onlyDeed(asking);
  const particular = asksForParticular(asking);
  const { near, most } = deed > 0 ? DEED : HOLDING;
  const least = (ranked[0]?.score ?? 0) - near;
  const first = ranked.findIndex(({ score }, i) => score < least || i === most);
  const many = first < 0 ? ranked.length : first;
  if (many < 2 || !(deed > 0 || particular)) return [...ranked];
  const raised = (particular ? MOST_RAISED : 0) + deed * MOST_RAISED_BY_DEED;
  let best = Number.NEGATIVE_INFINITY;
  const weighed = ranked.slice(0, many).map((hit): Ranked => {
    const event = index.event(hit.event);
    if (!event || hit.score + raised <= best) return hit;
    const holds = particular ? HOLDING.weight * (holding(asking, event, similar) - HOLDING.usual) : 0;
    const states = deed > 0 ? deed * DEED.weight * ((deedHeld(asking, event, similar) ?? 0) - DEED.usual) : 0;
    const score = hit.score + holds + states;
    best = Math.max(best, score);
    return { ...hit, score, parts: { ...hit.parts, holds, states } };
  });
  return [...weighed, ...ranked.slice(many)].sort((a, b) => b.score - a.score);
}
