import type { Candidates } from './candidates.js';
import type { EventIndex } from './event-index.js';
import { coverage, proximity } from './features.js';
import { type ConceptMatch, Matcher } from './match.js';
import type { Question } from './question.js';
import { timeFactor } from './time-factor.js';
import { WEIGHTS } from './weights.js';

/** An event ranked for a question. */
export interface Ranked {
  readonly event: number;
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly matches: readonly ConceptMatch[];
}

/** The events that answer a question best, best first. */
export function rank(index: EventIndex, question: Question, candidates: Candidates, prune = true): Ranked[] {
  const factor = timeFactor(question.time);
  const chosen = candidates.choose(index, question.concepts, (event) => factor(index.day(event)), { prune });
  const matcher = new Matcher(index, question.concepts);
  return chosen
    .map((event): Ranked => {
      const matches = matcher.match(event);
      const words = coverage(matches);
      const near = proximity(matches) * WEIGHTS.proximity;
      const time = factor(index.day(event));
      const length = shortness(index.places(event).length);
      return { event, score: (words + near) * time * length, parts: { words, near, time, length }, matches };
    })
    .sort((a, b) => b.score - a.score);
}

/** What an event keeps of its score for its length: a long text holds any word by chance. */
function shortness(places: number): number {
  const beyond = Math.max(0, Math.min(places, WEIGHTS.longest) - WEIGHTS.usualLength);
  return 1 / (1 + WEIGHTS.length * beyond);
}
