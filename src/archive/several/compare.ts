import type { CalendarDate } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import { coverage } from '../../search/features.js';
import type { AskedQuantity, IntentReading, IntentWord } from '../../search/intent/intent.js';
import { askedQuantityIn, type Quantity, type QuantityKind } from '../../search/quantities/quantity.js';
import { isOfTime, type Question } from '../../search/question.js';
import type { Ranked } from '../../search/rank/ranked.js';
import { tagText } from '../../search/read/rules/tagged-text.js';
import type { SearchEngine } from '../../search/search-engine.js';
import { ANSWERED_FROM } from '../ask.js';
import type { AnswerItem } from './several.js';
import { nameIn } from './side-name.js';

/** The first events of a side that may give its value, and how far below the first they may score. */
const LOOKED_AT = 6;
const WITHIN = 2.5;
/** An event with this share of what is asked, by weight, is of the side that was meant, where it gives the figure. */
const COVERED = 0.6;
/** How prominent an event must be for its day to be the side's, where the reader is not sure of it. */
const PROMINENT = 0.5;
/** How much less of a side's own words than the best an event may have, by weight. */
const SPARED = 0.2;
/** What it counts that an event began something: a side means the thing itself, not its anniversary. */
const SALIENCE = 2;

/** How a side is asked about alone: a question for one event, which the ranker and the reader know how to answer. */
const OPENINGS: Readonly<Record<AskedQuantity, string>> = {
  none: 'when did',
  earliest: 'when did',
  latest: 'when did',
  deaths: 'how many people died in',
  size: 'how big was',
  strength: 'how strong was',
  money: 'how much money did',
  duration: 'how long was',
  length: 'how long was',
  people: 'how many people',
  speed: 'how fast was',
};

/** One of two things compared. */
export interface Side extends AnswerItem {
  /** What it is called: as the event writes its name, else as it was asked. */
  readonly name: string;
  /** Whether its event answers for it, by the same probability as any answer. */
  readonly isSure: boolean;
}

/** Two things side by side. */
export interface Comparison {
  readonly sides: readonly [Side, Side];
  /** Which of them is what was asked for; null where the events don't tell. */
  readonly winner: 0 | 1 | null;
  /** Whether the question is answered by yes or no: "did … before …". */
  readonly isYesNo: boolean;
}

/** Compares the two sides of a question; null where it names no two, or one of them isn't found. */
export async function compare(
  engine: SearchEngine,
  text: string,
  reading: IntentReading,
  today: CalendarDate,
): Promise<Comparison | null> {
  const asked = sidesOf(text, reading.words);
  if (!asked) return null;
  const kind = kindOf(reading);
  const sides: Side[] = [];
  for (const side of asked.sides) {
    const opening = OPENINGS[reading.quantity];
    const question = engine.read(`${opening} ${side} ${asked.shared}`.trim(), today);
    const found = await sideOf(engine, question, { side, from: opening.length + 1 }, kind);
    if (!found) return null;
    sides.push(found);
  }
  const [one, other] = sides;
  if (!one || !other) return null;
  return { sides: [one, other], winner: winnerOf(one, other, reading), isYesNo: asked.isYesNo };
}

interface AskedSides {
  readonly sides: readonly [string, string];
  /** What is asked of both: "die", "earthquake". */
  readonly shared: string;
  readonly isYesNo: boolean;
}

/** The two sides as they are worded, with what the question says of both. */
function sidesOf(text: string, words: readonly IntentWord[]): AskedSides | null {
  const other = words.findIndex(({ slot }) => slot === 'second');
  const divider = words.findLastIndex(({ slot }, at) => at < other && slot === 'frame');
  const [from, until] = runTo(words, divider);
  const [one, two] = [textOf(text, words.slice(from, until)), textOf(text, secondRun(words, other))];
  if (other < 0 || one === null || two === null) return null;
  const verbs = new Set(
    tagText(text)
      .filter(({ pos }) => pos === 'VERB')
      .map(({ start }) => start),
  );
  const inside = new Set([...words.slice(from, until), ...secondRun(words, other)]);
  const shared = words.filter(
    (word) =>
      !inside.has(word) &&
      (word.slot !== 'frame' || verbs.has(word.start)) &&
      !/^(?:first|last)$/.test(word.word),
  );
  const isChoice = words.some(({ word, slot }) => slot === 'frame' && /^(?:or|vs|versus)$/.test(word));
  const begins = words[0]?.word ?? '';
  return {
    sides: [withHead(one, two), two],
    shared: shared.map(({ start, end }) => text.slice(start, end)).join(' '),
    isYesNo: !isChoice && /^(?:did|do|was|were|is|are|has|have|does)$/.test(begins),
  };
}

const textOf = (text: string, words: readonly IntentWord[]): string | null => {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? text.slice(first.start, last.end) : null;
};

/** The run of words of the first side that ends nearest before a divider, `[from, until)`. */
function runTo(words: readonly IntentWord[], divider: number): [number, number] {
  const last = words.findLastIndex(({ slot }, at) => at < divider && slot === 'first');
  const before = words.findLastIndex(({ slot }, at) => at < last && slot !== 'first');
  return last < 0 ? [0, 0] : [before + 1, last + 1];
}

/** The words of the second side: the run that begins at an index. */
function secondRun(words: readonly IntentWord[], from: number): readonly IntentWord[] {
  if (from < 0) return [];
  const end = words.findIndex(({ slot }, at) => at > from && slot !== 'second');
  return words.slice(from, end < 0 ? words.length : end);
}

/** "Lind or Sarn earthquake": a bare name shares the noun that the other ends with. */
function withHead(one: string, other: string): string {
  const [own, theirs] = [tagText(one), tagText(other)];
  const last = theirs.findLast(({ pos }) => pos !== 'NUM');
  return own.length === 1 && theirs.length > 1 && last?.pos === 'NOUN' ? `${one} ${last.text}` : one;
}

function kindOf({ quantity }: IntentReading): QuantityKind | null {
  if (quantity === 'none' || quantity === 'earliest' || quantity === 'latest') return null;
  return quantity === 'size' ? 'deaths' : quantity;
}

async function sideOf(
  engine: SearchEngine,
  question: Question,
  { side, from }: { readonly side: string; readonly from: number },
  kind: QuantityKind | null,
): Promise<Side | null> {
  const all = await engine.rank(question);
  // What has fewer of the side's own words is something else of its kind, maybe the other side.
  const own = ({ matches }: Ranked) =>
    coverage(
      matches.filter(
        ({ concept }) =>
          concept.start >= from && concept.end <= from + side.length && !isOfTime(question, concept),
      ),
    );
  const looked = all.slice(0, LOOKED_AT);
  const most = Math.max(0, ...looked.map(own));
  const lift = ({ event }: Ranked) => SALIENCE * engine.ranker.signals.salience(event);
  const ranked = looked
    .filter((hit) => own(hit) >= most - SPARED)
    .sort((a, b) => b.score + lift(b) - a.score - lift(a));
  const [first] = ranked;
  const event = first && engine.index.event(first.event);
  if (!first || !event) return null;
  // A figure of the kind asked for speaks for itself; a date may be that of an anniversary, which nothing follows.
  const isCovered =
    (first.parts['words'] ?? 0) >= COVERED &&
    (kind !== null || engine.ranker.signals.salience(first.event) >= PROMINENT);
  const isSure = isCovered || engine.decide(question, all).answers >= ANSWERED_FROM;
  const item = (found: NewsEvent, quantity: Quantity | null): Side => ({
    event: found,
    text: quantity?.text ?? null,
    quantity,
    folded: [],
    isSure,
    name: nameIn([found, ...others], side) ?? side,
  });
  const others = ranked.flatMap(({ event: number }) => engine.index.event(number) ?? []);
  if (kind === null) return item(event, null);
  const near = ranked.filter(({ score }) => score >= first.score - WITHIN);
  let best: { event: NewsEvent; quantity: Quantity } | null = null;
  for (const { event: number } of near) {
    const found = engine.index.event(number);
    const quantity = found && askedQuantityIn(found.sentence, kind);
    if (found && quantity && (!best || quantity.value > best.quantity.value))
      best = { event: found, quantity };
  }
  return best ? item(best.event, best.quantity) : item(event, null);
}

function winnerOf(one: Side, other: Side, { quantity }: IntentReading): 0 | 1 | null {
  if (!one.isSure || !other.isSure) return null;
  const values = [one, other].map((side) =>
    quantity === 'earliest' || quantity === 'latest' || quantity === 'none'
      ? Date.parse(side.event.date)
      : (side.quantity?.value ?? Number.NaN),
  );
  const [a = Number.NaN, b = Number.NaN] = values;
  if (Number.isNaN(a) || Number.isNaN(b) || a === b) return null;
  const isFirst = quantity === 'earliest' || quantity === 'none' ? a < b : a > b;
  return isFirst ? 0 : 1;
}
