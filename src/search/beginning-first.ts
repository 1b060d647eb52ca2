import { dayNumber } from '../events/calendar-date.js';
import { isChinese } from './direct/chinese/chinese-text.js';
import { tagText } from './direct/tagged-text.js';
import { isOfSpeech } from './direct/wordnet.js';
import type { EventIndex } from './event-index.js';
import { proximity } from './features.js';
import type { Question } from './question.js';
import { rankAmong } from './rank-among.js';
import type { Ranked } from './ranking.js';
import { timeFactor } from './time-factor.js';
import { WEIGHTS } from './weights.js';

/** How many days before and after a day are listened to. */
const LISTENING_DAYS = 14;
/** As if there were so many more events on either side: one instead of none is no uproar. */
const CALM = 1;
/** Fewer events after a day are no more than an echo. */
const LEAST_FOLLOWING = 2;
/** What the events of the day itself count beside the rise behind it: a passing mention the day before begins nothing. */
const OF_THE_DAY = 0.5;
/** A smaller rise (natural logarithm) is the usual coming and going of a name… */
const STANDS_OUT = 1;
/** …and what follows has to be this much more than is usual of it. */
const ABOVE_USUAL = 0.7;

/** Of a name of which something is always told, no fortnight has such a share of all its events. */
const SHARE = 0.08;
/** A name that is young yet is taken to be as many days old. */
const A_YEAR = 365;

/** The day on which something began, and how much that stands out. */
interface Beginning {
  readonly day: number;
  readonly worth: number;
}

/**
 * For a question that only names something: the events of the day from which on most is told of it, then the others as
 * ranked; null where no day stands out. `told` are all events that have its words. Where they are few and `happened` is
 * what is asked, it began with the first of the story that most of them belong to.
 */
export function beginningFirst(
  index: EventIndex,
  question: Question,
  ranked: readonly Ranked[],
  told: readonly number[],
  happened: boolean,
): Ranked[] | null {
  const best = uproar(index, question, told) ?? (happened ? storyBegun(index, question, told) : null);
  if (!best) return null;
  const { day: begun, worth } = best;
  const top = ranked[0] && index.event(ranked[0].event);
  if (top && dayNumber(top.date) === begun && !tellsWords(top.sentence)) return [...ranked];
  const first = rankAmong(
    index,
    question,
    told.filter((event) => index.day(event) === begun),
  )
    .map((hit) => ({ ...hit, score: hit.score + toldBy(index, hit) }))
    .sort((a, b) => b.score - a.score);
  const known = new Set(first.map(({ event }) => event));
  // What begins it goes first, whatever its score among the others.
  const lift = Math.max(0, (ranked[0]?.score ?? 0) - (first.at(-1)?.score ?? 0));
  return [
    ...first.map((hit) => ({ ...hit, score: hit.score + lift, parts: { ...hit.parts, begins: worth } })),
    ...ranked.filter(({ event }) => !known.has(event)),
  ];
}

/** The day from which on most is told; null where none stands out. */
function uproar(index: EventIndex, question: Question, told: readonly number[]): Beginning | null {
  const factor = timeFactor(question.time);
  const days = told.map((event) => index.day(event)).sort((a, b) => a - b);
  const lasted = Math.max(A_YEAR, (days.at(-1) ?? 0) - (days[0] ?? 0));
  const usual = (days.length / lasted) * LISTENING_DAYS;
  let best: Beginning | null = null;
  for (const day of new Set(days)) {
    if (factor(day) < 1) continue;
    const [from, until] = [countBefore(days, day), countBefore(days, day + 1)];
    const before = from - countBefore(days, day - LISTENING_DAYS);
    const after = countBefore(days, day + LISTENING_DAYS + 1) - from - 1;
    const over = (other: number) => Math.log((after + CALM) / (other + CALM));
    const least = question.time ? LEAST_FOLLOWING : Math.max(LEAST_FOLLOWING, SHARE * days.length);
    if (after < least || over(usual) < ABOVE_USUAL) continue;
    const rise = over(before);
    const worth = rise + OF_THE_DAY * Math.log(until - from);
    if (rise >= STANDS_OUT && worth > (best?.worth ?? 0)) best = { day, worth };
  }
  return best;
}

/** Fewer events make no story. */
const FEWEST = 3;

/** The day of the first event of the story that most of those told belong to; null where they are of many. */
function storyBegun(index: EventIndex, question: Question, told: readonly number[]): Beginning | null {
  const factor = timeFactor(question.time);
  const inTime = told.filter((event) => factor(index.day(event)) === 1);
  const days = new Map<string, number[]>();
  for (const event of inTime) {
    const story = index.event(event)?.story ?? null;
    if (story !== null) days.set(story, [...(days.get(story) ?? []), index.day(event)]);
  }
  const most = [...days.values()].find((story) => story.length > inTime.length / 2);
  return most && most.length >= FEWEST ? { day: Math.min(...most), worth: 0 } : null;
}

/** What a day's event loses by telling what somebody said of it. */
const WORDS_OF_IT = 0.15;

/** Whether what a sentence tells of is somebody's words: "pledges", "condemns", "says". */
function tellsWords(sentence: string): boolean {
  if (isChinese(sentence)) return false;
  const verb = tagText(sentence).find(({ pos }) => pos === 'VERB');
  return verb !== undefined && isOfSpeech(verb.lemma);
}

/** How well an event of a day tells what began on it: what many report, shortly, the words asked for side by side. */
function toldBy(index: EventIndex, { event, matches }: Ranked): number {
  const places = Math.max(5, index.places(event).length);
  const { sources = [], sentence = '' } = index.event(event) ?? {};
  return (
    WEIGHTS.near * proximity(matches) +
    WEIGHTS.length * Math.log(places / WEIGHTS.usualLength) +
    0.1 * Math.log1p(sources.length) -
    (tellsWords(sentence) ? WORDS_OF_IT : 0)
  );
}

/** How many of the days, which are in order, lie before one. */
function countBefore(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
