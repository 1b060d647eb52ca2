import type { CalendarDate } from '../../events/calendar-date.js';
import { inSpan } from '../../events/date-span.js';
import type { IntentReading } from '../../search/intent/intent.js';
import type { Question } from '../../search/question.js';
import type { Ranked } from '../../search/rank/ranked.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { type Choice, type ChoiceSetting, choiceRow } from './choice-features.js';
import { type Rewrite, rewritesOf } from './rewrite.js';
import { type Said, SpokenContext } from './spoken-context.js';

/** Ways to write a question out that are tried. */
const TRIED = 6;
/** Events of each way that are looked at: those that were read. */
const LOOKED_AT = 5;
/** Events like the one spoken of that are looked for in the time a question names. */
const ALIKE = 8;
const NEAREST = 600;
/** What events are lifted by, so that they are read: on the scale of the ranker's scores. */
const LIFT = { spokenOf: 0.8, found: 0.4, ofStory: 0.6, alike: 0.6 };

/** A way to write a question out with what was found for it. */
export interface Attempt {
  readonly rewrite: Rewrite;
  readonly question: Question;
  readonly ranked: readonly Ranked[];
}

/** One of the events that a leaning question may be answered by, with the way that found it and what the choice sees of it. */
export interface Chosen {
  readonly attempt: Attempt;
  readonly hit: Ranked;
  readonly row: Float32Array;
}

/** Everything that may answer a leaning question: the events found for each way to write it out. */
export async function choicesFor(
  engine: SearchEngine,
  text: string,
  reading: IntentReading,
  said: Said,
  today: CalendarDate,
): Promise<Chosen[]> {
  const context = new SpokenContext(engine, said);
  const attempts: Attempt[] = [];
  for (const rewrite of rewritesOf(text, reading, said.before, said.event).slice(0, TRIED)) {
    const question = engine.read(rewrite.text, today);
    const preferred = preferredOf(engine, reading, said, context, question);
    attempts.push({ rewrite, question, ranked: await engine.rank(question, preferred) });
  }
  const decisions = attempts.map(({ question, ranked }) => engine.decide(question, ranked));
  const setting = settingOf(reading, said, attempts, Math.max(...decisions.map(({ answers }) => answers)));
  return attempts.flatMap((attempt, order) => {
    const { rewrite, question, ranked } = attempt;
    const decision = decisions[order];
    const looked = ranked.slice(0, LOOKED_AT);
    if (!decision) return [];
    return looked.map((hit, place): Chosen => {
      const date = engine.index.event(hit.event)?.date;
      const choice: Choice = {
        way: rewrite.way,
        order,
        place,
        hit,
        most: looked[0]?.score ?? 0,
        decision,
        inTime: question.time && date ? inSpan(date, question.time.span) : null,
        closeness: context.closenessOf(hit.event),
      };
      return { attempt, hit, row: choiceRow(choice, setting) };
    });
  });
}

function settingOf(
  { leaning, leans, words }: IntentReading,
  { before }: Said,
  attempts: readonly Attempt[],
  surest: number,
): ChoiceSetting {
  const support = new Map<number, number>();
  const best = new Map<number, number>();
  for (const { ranked } of attempts)
    ranked.slice(0, LOOKED_AT).forEach(({ event, score }, place) => {
      if (place < 3) support.set(event, (support.get(event) ?? 0) + 1);
      best.set(event, Math.max(best.get(event) ?? Number.NEGATIVE_INFINITY, score));
    });
  return { leaning, leans, words: words.length, confidence: before.confidence, support, best, surest };
}

/**
 * The events that are considered in any case: those spoken of and their story, where a question is about them; where it asks the
 * same of another subject or time, the events most like the one spoken of.
 */
function preferredOf(
  engine: SearchEngine,
  { leaning }: IntentReading,
  { event, story, found }: Said,
  context: SpokenContext,
  { time }: Question,
): Map<number, number> {
  const preferred = new Map<number, number>();
  const { index } = engine;
  const lift = (path: string, by: number) => {
    const number = index.numberOf(path);
    if (number !== undefined) preferred.set(number, Math.max(by, preferred.get(number) ?? 0));
  };
  if (leaning === 'about-it' || leaning === 'pointing') {
    for (const { event: other, loose } of story?.events ?? []) {
      if (loose || !event) continue;
      const number = index.numberOf(other.path);
      if (number === undefined) continue;
      const years = Math.abs(context.closenessOf(number).days) / 365;
      lift(other.path, LIFT.ofStory / (1 + years));
    }
    for (const other of found) lift(other.path, LIFT.found);
    if (event) lift(event.path, LIFT.spokenOf);
    return preferred;
  }
  const vector = event && engine.meaning?.of(event);
  if (!vector || !time) return preferred;
  const alike = engine.meaning?.nearest(vector, NEAREST) ?? [];
  for (const other of alike.filter(({ date }) => inSpan(date, time.span)).slice(0, ALIKE))
    lift(other.path, LIFT.alike);
  return preferred;
}
