import { inSpan } from '../events/date-span.js';
import type { Candidates } from './candidates.js';
import type { EventIndex } from './event-index.js';
import { coverage, proximity } from './features.js';
import { type ConceptMatch, Matcher } from './match.js';
import type { Question } from './question.js';
import type { QuestionTime } from './question-time.js';
import { timeFactor } from './time-factor.js';
import { RERANKED, WEIGHTS } from './weights.js';

/** An event ranked for a question. */
export interface Ranked {
  readonly event: number;
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly matches: readonly ConceptMatch[];
}

/** The events that answer a question best, best first. */
export function rank(index: EventIndex, question: Question, candidates: Candidates, prune = true): Ranked[] {
  const { time } = question;
  if (time && question.concepts.every(({ asking }) => asking)) return ofTime(index, time);
  const factor = timeFactor(time);
  const chosen = candidates.choose(index, question.concepts, (event) => factor(index.day(event)), { prune });
  const matcher = new Matcher(index, question.concepts);
  return chosen
    .map((event): Ranked => {
      const matches = matcher.match(event);
      const words = coverage(matches);
      const near = proximity(matches) * WEIGHTS.proximity;
      const inTime = factor(index.day(event));
      const length = shortness(index.places(event).length);
      const score = (words + near) * inTime * length;
      return { event, score, parts: { words, near, time: inTime, length }, matches };
    })
    .sort((a, b) => b.score - a.score);
}

/** The events of a time, for a question that names nothing else: the most reported first. */
function ofTime(index: EventIndex, { span }: QuestionTime): Ranked[] {
  const inside: Ranked[] = [];
  for (const [event, { date, sources, related }] of index.events()) {
    if (!inSpan(date, span)) continue;
    const reported = 1 + sources.length + related.length / 10;
    inside.push({ event, score: reported, parts: { words: 1, reported }, matches: [] });
  }
  return inside.sort((a, b) => b.score - a.score).slice(0, RERANKED);
}

/** What an event keeps of its score for its length: a long text holds any word by chance. */
function shortness(places: number): number {
  const beyond = Math.max(0, Math.min(places, WEIGHTS.longest) - WEIGHTS.usualLength);
  return 1 / (1 + WEIGHTS.length * beyond);
}
