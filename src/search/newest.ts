import type { TextRange } from '../text/text-range.js';
import type { EventIndex } from './event-index.js';
import type { Ranked } from './rank/ranked.js';
import { TopEvents } from './top-events.js';

const NEWEST =
  /\b(?:(?:(?:news|headlines) )?(?:right now|currently|nowadays|these days|at the moment)|now(?=[\s?!.]*$)|(?:latest|newest|most recent)(?: news| events?| headlines?| updates?| developments?)?|(?:last|recent) (?:news|events?|developments?|updates?|thing)|any news|what(?:'s| is) new|news (?:about|on|from|of))\b/i;

/** Where a question says that it asks for the newest of something ("the latest on …"); null where it doesn't. */
export function newestAsked(question: string): TextRange | null {
  const match = NEWEST.exec(question);
  return match && [match.index, match.index + match[0].length];
}

/** Of what was found, so much of the best is as good an answer: among these the newest comes first. */
const AS_GOOD = 0.8;

/** The events found, the newest of those that say about as much of the question as the best first; then the others. */
export function newestFirst(index: EventIndex, found: readonly Ranked[]): Ranked[] {
  const words = ({ parts }: Ranked) => parts['words'] ?? 0;
  const most = found.reduce((best, event) => Math.max(best, words(event)), 0);
  const asGood = found.filter((event) => words(event) >= AS_GOOD * most);
  const others = found.filter((event) => words(event) < AS_GOOD * most);
  return [...asGood.sort((a, b) => index.day(b.event) - index.day(a.event)), ...others];
}

/** The newest events of all, for a question that asks for the newest of nothing in particular. */
export function newestOfAll(index: EventIndex, count: number): Ranked[] {
  const newest = new TopEvents(count);
  for (const [event] of index.events()) newest.offer(event, index.day(event));
  return newest.best().map((event) => ({ event, score: 1, parts: { words: 1 }, matches: [] }));
}
