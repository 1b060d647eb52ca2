import { type CalendarDate, dayNumber } from '../events/calendar-date.js';
import type { EventRecord } from './record.js';

/** Most related events a file lists. */
const MOST_RELATED = 10;
/** Neighbours in time that are looked at on either side, for each term. */
const REACH = 32;
/** A topic in common says more than a link or a name in common. */
const TOPIC_WEIGHT = 3;
/** Least score: a topic in common, one rare name, or several common ones. */
const LEAST_SCORE = 2.5;
/** Runs of capitalised words. At the beginning of a sentence they need be no name. */
const NAME =
  /(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{N}’'.-]*[\p{L}\p{N}](?:\s(?:(?:of|the|and|de|al)\s)?\p{Lu}[\p{L}\p{N}’'.-]*[\p{L}\p{N}])*/gu;
const SENTENCE_START = /(?:^|[.!?:]\s)["“(]?$/;
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** An event that takes part, with its date. */
export interface RelatedInput {
  readonly date: CalendarDate;
  readonly event: EventRecord;
}

/** What an event is related to: positions in the list handed in, and the terms shared, the weightiest first. */
export interface Relation {
  readonly to: number;
  readonly shared: readonly string[];
}

/**
 * Works out related events by what they share: topics, wiki links and names, each weighed by its rarity. A term links
 * an event to its nearest neighbours in time, so that the work stays in proportion to the number of events and an
 * import of today leaves the lists of years ago as they are; a term's weight goes by the power of two of its count for
 * the same reason.
 */
export class Related {
  readonly #terms: (readonly number[])[] = [];
  readonly #topics: (readonly number[])[] = [];
  readonly #labels: string[] = [];
  readonly #postings: number[][] = [];
  readonly #places: number[][] = [];
  readonly #days: number[];
  readonly #weights: number[];
  readonly #scores: Float64Array;

  /** @param events By date. */
  constructor(events: readonly RelatedInput[]) {
    const ids = new Map<string, number>();
    const idOf = (label: string): number => {
      const key = label.toLowerCase();
      const known = ids.get(key);
      if (known !== undefined) return known;
      ids.set(key, this.#labels.length);
      this.#postings.push([]);
      return this.#labels.push(label) - 1;
    };
    this.#days = events.map(({ date }) => dayNumber(date));
    this.#scores = new Float64Array(events.length);
    events.forEach(({ event }, index) => {
      const topics = new Set(event.topics.map(idOf));
      const terms = new Set(topics);
      for (const link of event.links) terms.add(idOf(withoutQualifier(link)));
      for (const name of namesIn(event.text)) terms.add(idOf(name));
      this.#terms.push([...terms]);
      this.#topics.push([...topics]);
      this.#places.push([...terms].map((term) => (this.#postings[term]?.push(index) ?? 1) - 1));
    });
    this.#weights = this.#postings.map(weightOf);
  }

  /** What an event is about: its terms that other events share, the weightiest first. */
  context(index: number): string[] {
    const terms = (this.#terms[index] ?? []).filter((term) => (this.#postings[term]?.length ?? 0) > 1);
    return this.#labelsOf(this.#byWeight(terms).slice(0, 12));
  }

  /** The events most related to one, the most related first; nearer in time first where they are equal. */
  of(index: number): Relation[] {
    const terms = this.#terms[index] ?? [];
    const topics = new Set(this.#topics[index]);
    const scores = this.#scores;
    const touched: number[] = [];
    terms.forEach((term, at) => {
      const posting = this.#postings[term] ?? [];
      if (posting.length < 2) return;
      const isTopic = topics.has(term);
      const weight = this.#weights[term] ?? 0;
      const place = this.#places[index]?.[at] ?? 0;
      const end = Math.min(posting.length, place + REACH + 1);
      for (let p = Math.max(0, place - REACH); p < end; p += 1) {
        const other = posting[p] ?? index;
        if (other === index) continue;
        if (scores[other] === 0) touched.push(other);
        const both = isTopic && this.#topics[other]?.includes(term);
        scores[other] = (scores[other] ?? 0) + (both ? Math.max(LEAST_SCORE, weight * TOPIC_WEIGHT) : weight);
      }
    });
    const best = this.#best(index, touched);
    for (const other of touched) scores[other] = 0;
    // Sorted once for all: what is filtered stays in order.
    const weighty = this.#byWeight(terms);
    return best.map((to) => {
      const others = this.#terms[to] ?? [];
      return { to, shared: this.#labelsOf(weighty.filter((term) => others.includes(term)).slice(0, 8)) };
    });
  }

  #best(index: number, touched: readonly number[]): number[] {
    const scores = this.#scores;
    const day = this.#days[index] ?? 0;
    const distance = (other: number) => Math.abs((this.#days[other] ?? 0) - day);
    const before = (a: number, b: number) =>
      (scores[b] ?? 0) - (scores[a] ?? 0) || distance(a) - distance(b) || a - b;
    const best: number[] = [];
    for (const other of touched) {
      if ((scores[other] ?? 0) < LEAST_SCORE) continue;
      const last = best.at(-1);
      if (best.length === MOST_RELATED && last !== undefined && before(last, other) <= 0) continue;
      let at = best.length;
      while (at > 0 && before(best[at - 1] ?? 0, other) > 0) at -= 1;
      best.splice(at, 0, other);
      if (best.length > MOST_RELATED) best.pop();
    }
    return best;
  }

  #byWeight(terms: readonly number[]): number[] {
    return [...terms].sort((a, b) => (this.#weights[b] ?? 0) - (this.#weights[a] ?? 0) || a - b);
  }

  #labelsOf(terms: readonly number[]): string[] {
    return terms.map((term) => this.#labels[term] ?? '');
  }
}

/** "Mercury (planet)" is a name in common with "Mercury". */
function withoutQualifier(title: string): string {
  return title.endsWith(')') ? title.replace(/ \([^()]*\)$/, '') : title;
}

/** The weight of a term: from 4, where two events share it, down towards 0 as it grows common. */
function weightOf(posting: readonly number[]): number {
  return 8 / (1 + Math.floor(Math.log2(posting.length)));
}

/** The names in a sentence, without possessives; days and months are none. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(NAME)) {
    const name = match[0].replace(/['’]s$/, '');
    const start = SENTENCE_START.test(text.slice(Math.max(0, match.index - 3), match.index));
    if (!start && name.length > 2 && !CALENDAR.test(name)) names.push(name);
  }
  return names;
}
