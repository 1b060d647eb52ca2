import { type CalendarDate, dateParts } from '../../events/calendar-date.js';
import { inSpan } from '../../events/date-span.js';
import type { IntentReading } from '../../search/intent/intent.js';
import type { Question } from '../../search/question.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { ordinalOf } from './ordinal.js';
import { byDate, type Candidate, candidatesOf, foldHappenings } from './pool.js';
import type { AnswerItem, Several } from './several.js';

/** How far below the best an event of a list may score. */
const WITHIN = 1.7;
/** Events of a list this alike and at most this many days apart are one happening: a final and the games before it. */
const ALIKE = 0.5;
const APART_DAYS = 45;
/** Items a list has at most. */
const MOST = 40;
/** What an event counts for being like the others of its list. */
const LIKE_OTHERS = 5;
/** The events that show what the others of a list are like. */
const MODELS = 8;
/** A longer time is looked through as a whole, not year by year. */
const MOST_YEARS = 25;
/** Candidates for one year, and how many of the best are kept. */
const OF_YEAR = 60;
const KEPT_OF_YEAR = 4;

/** The days that the events cover. */
export interface Extent {
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
}

/** The events of a list, one for each happening, by date; for a count with the number an event gives itself. */
export async function listOf(
  engine: SearchEngine,
  question: Question,
  reading: IntentReading,
  extent: Extent,
): Promise<Pick<Several, 'items' | 'ordinal'>> {
  const alike = await listCandidates(engine, question, extent);
  const best = alike[0]?.score ?? 0;
  const near = alike.filter(({ score }) => score >= best - WITHIN);
  const kept = foldHappenings(engine, near, ALIKE, APART_DAYS).slice(0, MOST);
  const items = kept
    .map(({ first, folded }): AnswerItem => ({ event: first.event, text: null, quantity: null, folded }))
    .sort(byDate);
  const ordinal =
    reading.intent === 'count'
      ? ordinalOf(
          kept.map(({ first }) => first),
          items.length,
        )
      : null;
  return { items, ordinal };
}

/** The events that may be of a list, best first. */
export async function listCandidates(
  engine: SearchEngine,
  question: Question,
  extent: Extent,
): Promise<Candidate[]> {
  return likeOthers(engine, await candidatesByYear(engine, question, extent));
}

/**
 * The best events of each year of the asked time: what recurs ("who won … since …") is found as surely in a year that has
 * few reports of it as in one that has many. A time of one year, or of very many, is looked through as a whole.
 */
async function candidatesByYear(
  engine: SearchEngine,
  question: Question,
  extent: Extent,
): Promise<Candidate[]> {
  const asked = question.time?.certain ? question.time.span : null;
  const from = later(asked?.from ?? null, extent.first);
  const to = earlier(asked?.to ?? null, extent.last);
  if (from === null || to === null) return candidatesOf(engine, question);
  const [first, last] = [dateParts(from).year, dateParts(to).year];
  if (last <= first || last - first >= MOST_YEARS) return candidatesOf(engine, question);
  const found: Candidate[] = [];
  const timeless = withoutTime(question);
  for (let year = first; year <= last; year++) {
    const own = await candidatesOf(engine, engine.read(`${timeless} in ${year}`, to), OF_YEAR);
    found.push(
      ...own.filter(({ event }) => asked === null || inSpan(event.date, asked)).slice(0, KEPT_OF_YEAR),
    );
  }
  return found.sort((a, b) => b.score - a.score);
}

/** A question's words without those that name its time. */
function withoutTime({ text, time }: Question): string {
  let left = text;
  for (const [from, to] of (time?.certain ? time.ranges : []).toReversed())
    left = `${left.slice(0, from)} ${left.slice(to)}`;
  return left.replace(/\s+/g, ' ').trim();
}

const later = (a: CalendarDate | null, b: CalendarDate | null) =>
  a === null ? b : b === null || a > b ? a : b;
const earlier = (a: CalendarDate | null, b: CalendarDate | null) =>
  a === null ? b : b === null || a < b ? a : b;

/** Orders candidates by score and by how like they are to the best of the others: the events of a list are of one kind. */
function likeOthers(engine: SearchEngine, candidates: readonly Candidate[]): Candidate[] {
  const models = candidates.slice(0, 4 * MODELS);
  const likeness = (candidate: Candidate) => {
    const likenesses = models
      .filter(({ number }) => number !== candidate.number)
      .map(({ number }) => engine.similarity(number, candidate.number))
      .filter((cosine) => !Number.isNaN(cosine))
      .sort((a, b) => b - a)
      .slice(0, 4);
    return likenesses.reduce((a, b) => a + b, 0) / Math.max(1, likenesses.length);
  };
  return candidates
    .map((candidate) => ({ ...candidate, score: candidate.score + LIKE_OTHERS * likeness(candidate) }))
    .sort((a, b) => b.score - a.score);
}
