import type { EventIndex } from './event-index.js';
import { coverage } from './features.js';
import { Matcher } from './match.js';
import type { Question } from './question.js';
import type { Ranked } from './rank/ranked.js';

/**
 * Given events ranked by how much they say of a question's words, asking words left out; of a question without any
 * other, each says all. Ties keep the order given.
 */
export function rankAmong(index: EventIndex, question: Question, events: readonly number[]): Ranked[] {
  const matcher = new Matcher(index, question.concepts);
  return events
    .map((event): Ranked => {
      const matches = matcher.match(event);
      const own = matches.filter(({ concept }) => !concept.asking);
      const words = own.length === 0 ? 1 : coverage(own);
      return { event, score: words, parts: { words }, matches };
    })
    .sort((a, b) => b.score - a.score);
}
