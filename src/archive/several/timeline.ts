import type { Question } from '../../search/question.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { importances } from './importance.js';
import { byDate, type Candidate, candidatesOf, foldHappenings } from './pool.js';
import type { AnswerItem, Several } from './several.js';

/** Turning points shown. */
const MOST = 10;
/** Events of the subject that are looked at, over its whole time, and how far below the best they may score. */
const LOOKED_AT = 200;
const WITHIN = 4.5;
/** No cosine reaches it: only reports in the same words are folded, since what is alike in a story need not be the same. */
const SAME_WORDS_ONLY = 2;
/** What an event loses for being like one chosen already at about the same time, and for being near it in the subject's course. */
const SAID = 2;
const NEARBY_DAYS = 20;
const CROWDED = 0.5;

/**
 * The turning points of a subject, in time order: the events that matter most for it, spread over its course and unlike one
 * another (maximal marginal relevance, Carbonell and Goldstein 1998).
 */
export async function timelineOf(engine: SearchEngine, question: Question): Promise<Pick<Several, 'items'>> {
  const candidates = (await candidatesOf(engine, question, 3 * LOOKED_AT)).slice(0, LOOKED_AT);
  const best = candidates[0]?.score ?? 0;
  const near = candidates.filter(({ score }) => score >= best - WITHIN);
  const weights = importances(engine, near);
  const weighed = near
    .map((candidate, i): Candidate => ({ ...candidate, score: weights[i] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const happenings = foldHappenings(engine, weighed, SAME_WORDS_ONLY);
  const folded = new Map(happenings.map(({ first, folded }) => [first.number, folded]));
  const items = spread(
    engine,
    happenings.map(({ first }) => first),
  ).map(
    ({ event, number }): AnswerItem => ({
      event,
      text: null,
      quantity: null,
      folded: folded.get(number) ?? [],
    }),
  );
  return { items: items.sort(byDate) };
}

/** Takes the most important again and again, each time less for what is like or near to those taken. */
function spread(engine: SearchEngine, candidates: readonly Candidate[]): Candidate[] {
  const { index } = engine;
  const course = courseOf(candidates.map(({ number }) => index.day(number)));
  const open = candidates.map((candidate) => ({ candidate, said: 0, crowd: 0 }));
  const worth = ({ candidate, said, crowd }: (typeof open)[number]) =>
    candidate.score - SAID * said - CROWDED * crowd;
  const chosen: Candidate[] = [];
  while (chosen.length < MOST && open.length > 0) {
    let next = 0;
    open.forEach((one, i) => {
      const most = open[next];
      if (most && worth(one) > worth(most)) next = i;
    });
    const [taken] = open.splice(next, 1);
    if (!taken) break;
    chosen.push(taken.candidate);
    for (const other of open) {
      const apart = Math.abs(index.day(other.candidate.number) - index.day(taken.candidate.number));
      const alike = Math.max(0, engine.similarity(other.candidate.number, taken.candidate.number) || 0);
      other.said = Math.max(other.said, alike * Math.exp(-apart / NEARBY_DAYS));
      other.crowd = Math.max(other.crowd, Math.max(0, 1 - (apart * MOST) / course));
    }
  }
  return chosen;
}

/** The events that matter most, whose days say how long the subject's course is. */
const OF_COURSE = 60;
const LEAST_DAYS = 14;

/** Days of the subject's course: the middle nine tenths, as one stray event long before or after is none of it. */
function courseOf(days: readonly number[]): number {
  const inOrder = days.slice(0, OF_COURSE).sort((a, b) => a - b);
  const at = (share: number) => inOrder[Math.floor(share * (inOrder.length - 1))] ?? 0;
  return Math.max(LEAST_DAYS, at(0.95) - at(0.05));
}
