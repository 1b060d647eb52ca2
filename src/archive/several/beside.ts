import type { CalendarDate } from '../../events/calendar-date.js';
import { dayNumber } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import type { Question } from '../../search/question.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { DateArchive } from '../date-archive.js';
import type { StoryFinder } from '../story/story-finder.js';
import { byDate, type Candidate, candidatesOf, foldHappenings, type Happening } from './pool.js';
import type { AnswerItem } from './several.js';

/** Events given before another, and after. */
const MOST = 8;
const MOST_AFTER = 10;
/** What leads to something is reported day by day: only reports of one day, this much alike (cosine), are one happening. */
const SAME_NEWS = 0.85;
const SAME_NEWS_DAYS = 1;
/** An event outside of the story must be this much like the one it is about (cosine). */
const ALIKE = 0.45;
/** Days within which something leads to something. */
const BEFORE_DAYS = 400;
/** What the question's words count, what being like the event, belonging to its story and prominence… */
const WORDS = 0.5;
const LIKENESS = 6;
const IN_STORY = 1.5;
const PROMINENCE = 1.5;
/** …and what being ten days away costs, before and after, on a logarithm. */
const FAR = 0.8;
const FAR_AFTER = 0.25;

/** The other events of an event's day, the most reported first. */
export function sameDay(dates: DateArchive, engine: SearchEngine, anchor: NewsEvent): AnswerItem[] {
  const { groups } = dates.day(anchor.date);
  const number = engine.index.numberOf(anchor.path);
  const events = groups.flatMap(({ events }) => events).filter(({ id }) => id !== anchor.id);
  const candidates = events.flatMap((event): Candidate[] => {
    const own = engine.index.numberOf(event.path);
    return own === undefined || own === number ? [] : [{ event, number: own, score: 0 }];
  });
  return foldHappenings(engine, candidates, 0.8).map(itemOf);
}

/** The events that led to one, in time order, and the one they led to. */
export async function ledTo(
  engine: SearchEngine,
  stories: StoryFinder,
  question: Question,
  anchor: NewsEvent,
): Promise<AnswerItem[]> {
  const before = await around(engine, stories, question, anchor, (days) =>
    days <= 0 && days >= -BEFORE_DAYS ? FAR * Math.log1p(-days / 10) : null,
  );
  return [...before.slice(0, MOST).map(itemOf).sort(byDate), alone(anchor)];
}

/**
 * What came of something, in time order: the events of its story, and those like it.
 *
 * @param isSpokenOf whether the event is known to be the one meant: then only what followed it is given. Else it is the one found
 *   first, which may itself be what came of it, and the others may precede it.
 */
export async function cameOf(
  engine: SearchEngine,
  stories: StoryFinder,
  question: Question,
  anchor: NewsEvent,
  isSpokenOf: boolean,
): Promise<AnswerItem[]> {
  const others = await around(engine, stories, question, anchor, (days) =>
    isSpokenOf ? (days < 0 ? null : FAR_AFTER * Math.log1p(days / 10)) : 0,
  );
  const items = others.slice(0, MOST_AFTER).map(itemOf);
  return (isSpokenOf ? items : [alone(anchor), ...items.slice(0, MOST_AFTER - 1)]).sort(byDate);
}

/** An event as an item that nothing is folded into. */
const alone = (event: NewsEvent): AnswerItem => ({ event, text: null, quantity: null, folded: [] });

/**
 * The events on one side of another, best first: of its story, alike, prominent, and not far in time.
 *
 * @param cost what being that number of days after the event costs, negative before it; null where that is too far.
 */
async function around(
  engine: SearchEngine,
  stories: StoryFinder,
  question: Question,
  anchor: NewsEvent,
  cost: (days: number) => number | null,
): Promise<Happening<Candidate>[]> {
  const story = await stories.storyOf(anchor);
  const close = new Set(story.events.filter(({ loose }) => !loose).map(({ event }) => event.path));
  const pool = new Map<string, Candidate>();
  for (const candidate of await candidatesOf(engine, withoutTime(question)))
    pool.set(candidate.event.path, candidate);
  const worst = Math.min(0, ...[...pool.values()].map(({ score }) => score));
  for (const { event } of story.events) {
    const number = engine.index.numberOf(event.path);
    if (number !== undefined && !pool.has(event.path)) pool.set(event.path, { event, number, score: worst });
  }
  const own = engine.index.numberOf(anchor.path);
  const scored = [...pool.values()].flatMap((candidate): Candidate[] => {
    const { event, number } = candidate;
    const far = cost(dayNumber(event.date) - dayNumber(anchor.date));
    if (number === own || far === null) return [];
    const likeness = own === undefined ? 0 : engine.similarity(own, number);
    if (likeness < ALIKE && !close.has(event.path)) return [];
    const score =
      WORDS * candidate.score +
      LIKENESS * (likeness || 0) +
      (close.has(event.path) ? IN_STORY : 0) +
      PROMINENCE * engine.ranker.signals.salience(number) -
      far;
    return [{ event, number, score }];
  });
  scored.sort((a, b) => b.score - a.score);
  return foldHappenings(engine, scored.slice(0, 60), SAME_NEWS, SAME_NEWS_DAYS);
}

/** What precedes or follows an event lies outside of the time that names it. */
const withoutTime = (question: Question): Question => ({ ...question, time: null });

const itemOf = ({ first, folded }: { first: Candidate; folded: readonly NewsEvent[] }): AnswerItem => ({
  event: first.event,
  text: null,
  quantity: null,
  folded,
});

/** How far below the best an event may be and still be news of the same thing. */
const NEWS_WITHIN = 2.2;

/** The newest events about something, the newest first. */
export async function latestOn(
  engine: SearchEngine,
  question: Question,
  until: CalendarDate,
): Promise<AnswerItem[]> {
  const candidates = (await candidatesOf(engine, withoutTime(question))).filter(
    ({ event }) => event.date <= until,
  );
  const best = candidates[0]?.score ?? 0;
  const near = candidates.filter(({ score }) => score >= best - NEWS_WITHIN);
  near.sort((a, b) => byDate(b, a) || b.score - a.score);
  return foldHappenings(engine, near.slice(0, 40), 0.8).slice(0, MOST).map(itemOf);
}
