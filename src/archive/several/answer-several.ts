import type { CalendarDate } from '../../events/calendar-date.js';
import { inSpan } from '../../events/date-span.js';
import type { NewsEvent } from '../../events/event.js';
import { longDate } from '../../search/encode/long-date.js';
import type { Intent, IntentReading } from '../../search/intent/intent.js';
import type { Question } from '../../search/question.js';
import type { Ranked } from '../../search/rank/ranked.js';
import type { SearchEngine } from '../../search/search-engine.js';
import type { Answer, DirectAnswer, Hit } from '../answer.js';
import { ANSWERED_FROM, understoodOf } from '../ask.js';
import type { DateArchive } from '../date-archive.js';
import type { StoryFinder } from '../story/story-finder.js';
import { cameOf, latestOn, ledTo, sameDay } from './beside.js';
import { type Comparison, compare, type Side } from './compare.js';
import { listOf } from './list.js';
import type { AnswerItem, Several } from './several.js';
import { hasCompared, superlativeOf } from './superlative.js';
import { timelineOf } from './timeline.js';

/** What is needed to put several events together. */
export interface SeveralSources {
  readonly engine: SearchEngine;
  readonly stories: StoryFinder;
  readonly dates: DateArchive;
}

/** What a leaning question is about: the event spoken of, and what the last question called it. */
export interface SpokenOf {
  readonly event: NewsEvent;
  readonly subject: string;
}

/** What is looked for. */
interface Wanted {
  /** The question's topic, without the words that only say what is wanted. */
  readonly question: Question;
  /** What answers it best: ranked once, where it is needed. */
  readonly ranked: () => Promise<Ranked[]>;
  /** The question as it was asked. */
  readonly whole: Question;
  readonly reading: IntentReading;
}

/** Candidates among which the event is looked for that a question starts from. */
const ANCHORS = 200;

/** From this probability on a question is taken to want several events. */
const SURE = 0.5;

/** What a question wants of several events; null where it wants one. */
export function severalIntent({ intent, probability }: IntentReading): Exclude<Intent, 'fact'> | null {
  return intent !== 'fact' && probability >= SURE ? intent : null;
}

/**
 * Answers a question that needs several events: lists and counts, superlatives and comparisons, timelines, what came before,
 * after or beside. Null where it wants one event, or where nothing was found that could be put together.
 *
 * @param spoken what was spoken of before, where the question is about that (its day, its aftermath, its latest news).
 */
export async function answerSeveral(
  sources: SeveralSources,
  text: string,
  reading: IntentReading,
  today: CalendarDate,
  spoken: SpokenOf | null = null,
): Promise<Answer | null> {
  const kind = severalIntent(reading);
  if (kind === null) return null;
  const { engine, dates } = sources;
  const reach = dates.extent().last;
  if (kind === 'compare') return compared(engine, text, reading, today, reach);
  const question = spoken
    ? engine.read(spoken.subject, today)
    : questionOf(engine, text, reading, kind, today);
  let ranking: Promise<Ranked[]> | undefined;
  const wanted: Wanted = {
    question,
    ranked: () => (ranking ??= engine.rank(question)),
    whole: engine.read(text, today),
    reading,
  };
  if (!spoken && !(await isKnown(engine, wanted, kind))) return null;
  const several = await put(sources, kind, wanted, spoken?.event ?? null, reach ?? today);
  if (!several || several.items.length === 0) return null;
  return answerWith(text, question, several, lineOf(several));
}

/** The question as it is looked for: its topic, without the words that only say what is wanted. */
export function questionOf(
  engine: SearchEngine,
  text: string,
  { words }: IntentReading,
  kind: Intent,
  today: CalendarDate,
): Question {
  if (kind === 'superlative' || kind === 'came-of') return engine.read(text, today);
  const first = words.findIndex(({ slot }) => slot !== 'frame');
  const isWh = /^(?:who|which|what|where|when|how)/.test(words[0]?.word ?? '');
  // Of a list only the opening is left out: "who won" says which events are meant.
  const kept =
    kind === 'list' || kind === 'count'
      ? words.filter(
          ({ slot, word }, at) =>
            slot !== 'frame' ||
            (isWh
              ? word.length > 2 && !/^(?:how|many|times|often|list)$/.test(word)
              : at > first && first >= 0),
        )
      : words.filter(({ slot }) => slot !== 'frame');
  if (kept.length === 0) return engine.read(text, today);
  return engine.read(joined(text, kept), today);
}

/** Words of a text in order; what stands between two neighbours stays. */
function joined(text: string, words: readonly { readonly start: number; readonly end: number }[]): string {
  return words
    .map(({ start, end }, i) => {
      const before = words[i - 1];
      const between = before ? text.slice(before.end, start) : '';
      return (
        (before === undefined ? '' : /^[\s–-]{1,3}$/.test(between) ? between : ' ') + text.slice(start, end)
      );
    })
    .join('');
}

async function put(
  sources: SeveralSources,
  kind: Exclude<Intent, 'fact' | 'compare'>,
  wanted: Wanted,
  spoken: NewsEvent | null,
  reach: CalendarDate,
): Promise<Several | null> {
  const { engine } = sources;
  const { question, reading } = wanted;
  const base = { kind, ordinal: null, anchor: null, reach, isClear: false };
  switch (kind) {
    case 'list':
    case 'count':
      return { ...base, ...(await listOf(engine, question, reading, sources.dates.extent())) };
    case 'superlative':
      return { ...base, ...(await superlativeOf(engine, question, await wanted.ranked(), reading)) };
    case 'timeline':
      return { ...base, ...(await timelineOf(engine, question)) };
    case 'latest':
      return { ...base, items: await latestOn(engine, question, reach) };
    case 'same-day':
    case 'led-to':
    case 'came-of': {
      const named = kind === 'same-day' && !spoken ? onNamedDay(sources, wanted) : null;
      const anchor = spoken ?? (await named) ?? (await anchorOf(engine, wanted));
      if (!anchor) return null;
      return { ...base, items: await besideItems(sources, kind, question, anchor, spoken !== null), anchor };
    }
  }
}

function besideItems(
  { engine, stories, dates }: SeveralSources,
  kind: 'same-day' | 'led-to' | 'came-of',
  question: Question,
  anchor: NewsEvent,
  isSpokenOf: boolean,
): Promise<readonly AnswerItem[]> | readonly AnswerItem[] {
  switch (kind) {
    case 'same-day':
      return sameDay(dates, engine, anchor);
    case 'led-to':
      return ledTo(engine, stories, question, anchor);
    case 'came-of':
      return cameOf(engine, stories, question, anchor, isSpokenOf);
  }
}

/** An event must have this share of what is asked for, by weight, where none is likely to answer. */
const COVERED = 0.6;

/** Whether the events have anything of what is asked for: else the closest of them would be put together as if they had. */
async function isKnown(
  engine: SearchEngine,
  { question, ranked: rank }: Wanted,
  kind: Intent,
): Promise<boolean> {
  const ranked = await rank();
  if (engine.decide(question, ranked).answers >= ANSWERED_FROM) return true;
  if (kind === 'superlative') return hasCompared(question, ranked);
  return ranked.slice(0, 5).some(({ parts }) => (parts['words'] ?? 0) >= COVERED);
}

/** The event of a day that the question names itself: the one that fits best, or any. */
async function onNamedDay(
  { engine, dates }: SeveralSources,
  { ranked, whole }: Wanted,
): Promise<NewsEvent | null> {
  const span = whole.time?.certain ? whole.time.span : null;
  if (span === null || span.from === null || span.from !== span.to) return null;
  const events = dates.day(span.from).groups.flatMap(({ events }) => events);
  const own = new Set(events.map(({ path }) => path));
  for (const { event: number } of await ranked()) {
    const event = engine.index.event(number);
    if (event && own.has(event.path)) return event;
  }
  return events[0] ?? null;
}

/** The event a question starts from: the one that what it names puts forward. The reader, who looks for answers, is not asked. */
async function anchorOf(engine: SearchEngine, { question }: Wanted): Promise<NewsEvent | null> {
  const [best] = await engine.rankWidely(question, ANCHORS);
  return best === undefined ? null : engine.index.event(best.event);
}

/**
 * The line above several events, where it is more than a guess: a number that an event itself gives, and a greatest quantity
 * that an event claims or that no other event exceeds.
 */
function lineOf({ kind, items, ordinal, isClear }: Several): DirectAnswer | null {
  const [first] = items;
  if (kind === 'count' && ordinal)
    return { text: String(ordinal.value), value: null, event: ordinal.event, rests: [] };
  if (kind !== 'superlative' || !first?.quantity || !isClear) return null;
  return { text: first.quantity.text, value: null, event: first.event, rests: [first.quantity.range] };
}

async function compared(
  engine: SearchEngine,
  text: string,
  reading: IntentReading,
  today: CalendarDate,
  reach: CalendarDate | null,
): Promise<Answer | null> {
  const found = await compare(engine, text, reading, today);
  if (!found) return null;
  const several: Several = {
    kind: 'compare',
    items: found.sides,
    ordinal: null,
    anchor: null,
    reach,
    isClear: found.winner !== null,
  };
  return answerWith(text, engine.read(text, today), several, comparisonLine(found));
}

function comparisonLine({ sides, winner, isYesNo }: Comparison): DirectAnswer | null {
  if (winner === null) return null;
  const [won, lost] = [sides[winner], sides[winner === 0 ? 1 : 0]];
  const value = (side: Side) => side.quantity?.text ?? longDate(side.event.date);
  const beside = (one: Side, other: Side) => `${value(one)}, ${relation(one, other)} ${value(other)}`;
  const text = isYesNo
    ? `${winner === 0 ? 'Yes' : 'No'}: ${beside(...sides)}`
    : `${capitalised(won.name)}: ${beside(won, lost)}`;
  return { text: text.slice(0, 160), value: null, event: won.event, rests: [] };
}

/** Between two values: dates are before or after each other, other quantities are compared. */
function relation(one: Side, other: Side): string {
  if (one.quantity || other.quantity) return 'compared with';
  return one.event.date < other.event.date ? 'before' : 'after';
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function answerWith(text: string, question: Question, several: Several, direct: DirectAnswer | null): Answer {
  const { span = null } = question.time ?? {};
  return {
    question: text,
    understood: understoodOf(question),
    answered: true,
    confidence: 1,
    because: 'several events answer it together',
    direct,
    several,
    hits: several.items.map(
      ({ event, folded }, i): Hit => ({ event, score: 1 / (i + 1), parts: {}, matched: [], folded }),
    ),
    relaxed:
      span !== null &&
      question.time?.certain === true &&
      !several.items.some(({ event }) => inSpan(event.date, span)),
  };
}
