import { dayNumber } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import { inTurns } from '../../in-turns.js';
import { Similarities } from './similarities.js';
import { type TieKind, tiesOf } from './ties.js';
import { featureWeight, MOST_EVENTS, PIVOT } from './weights.js';

/** Added to the number of events: in a small archive, too, a shared story says something. */
const UNSEEN = 1000;
/** In a small archive this many events may have a feature, whatever their share. */
const FEW = 30;

const NO_FEATURES = new Int32Array(0);

/** Features of an event or a story with their weights, by number. */
export type FeatureVector = ReadonlyMap<number, number>;

/** What an event shares with a vector. */
export interface SharedFeatures {
  readonly names: number;
  readonly words: number;
  /** Features of the event, shared or not. */
  readonly length: number;
  readonly rarestName: number;
  readonly rarestWord: number;
}
/** As rare as what nearly every event has. */
const NOT_SHARED = 12;

interface Slot {
  readonly event: NewsEvent;
  readonly day: number;
  /** Numbers of its features; below 0, as `~number`, where only its topics or context have it. */
  readonly features: Int32Array;
}

/**
 * Which events share which topics, names and telling words, and how similar that makes them (TF-IDF vectors, cosine).
 * Grows by the number of words, never by pairs of events.
 */
export class FeatureIndex {
  readonly #slots: (Slot | undefined)[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #kinds: TieKind[] = [];
  readonly #postings: number[][] = [];
  readonly #events: number[] = [];
  readonly #together = new Map<number, number>();
  readonly #rarities = new Map<number, number>();
  readonly #lengths = new Map<number, number>();
  #averageLength: number | null = null;

  get size(): number {
    return this.#slotOf.size;
  }

  add(event: NewsEvent): void {
    const features = tiesOf(event).map(({ key, kind, told }) => {
      const number = this.#numberOf(key, kind);
      return told ? number : ~number;
    });
    this.addKnown(event, Int32Array.from(features));
  }

  /** Adds an event whose features are known: their numbers, as `features` gives them. */
  addKnown(event: NewsEvent, features: Int32Array): void {
    const slot = this.#slots.length;
    for (const feature of features) {
      const number = feature < 0 ? ~feature : feature;
      this.#postings[number]?.push(slot);
      this.#events[number] = (this.#events[number] ?? 0) + 1;
    }
    this.#slots.push({ event, day: dayNumber(event.date), features });
    this.#slotOf.set(event.path, slot);
    this.#changed();
  }

  /** The features by their numbers, to be kept for the next run. */
  get known(): Iterable<readonly [key: string, kind: TieKind]> {
    return [...this.#numbers.keys()].map((key, number) => [key, this.#kinds[number] ?? 'word'] as const);
  }

  /** Takes up the features of an earlier run by their numbers; before any event. */
  restore(known: Iterable<readonly [key: string, kind: TieKind]>): Promise<void> {
    return inTurns(known, ([key, kind]) => void this.#numberOf(key, kind));
  }

  /** The numbers of an event's features, below 0 where only its topics or context have it; none where it isn't indexed. */
  features(event: NewsEvent): Int32Array {
    const slot = this.#slotOf.get(event.path);
    const known = slot === undefined ? undefined : this.#slots[slot];
    return known?.event === event ? known.features : NO_FEATURES;
  }

  remove(event: NewsEvent): void {
    const slot = this.#slotOf.get(event.path);
    const known = slot === undefined ? undefined : this.#slots[slot];
    if (slot === undefined || !known) return;
    for (const feature of known.features) {
      const number = feature < 0 ? ~feature : feature;
      this.#events[number] = (this.#events[number] ?? 1) - 1;
    }
    this.#slots[slot] = undefined;
    this.#slotOf.delete(event.path);
    this.#changed();
  }

  slotOf(event: NewsEvent): number | undefined {
    return this.#slotOf.get(event.path);
  }

  event(slot: number): NewsEvent | null {
    return this.#slots[slot]?.event ?? null;
  }

  /** The day of an event, as a day number. */
  day(slot: number): number {
    return this.#slots[slot]?.day ?? 0;
  }

  /** The events filed under one of an event's topics. */
  sameTopic(slot: number): Set<number> {
    const found = new Set(this.topicsOf(slot).flatMap((topic) => this.eventsOf(topic)));
    found.delete(slot);
    return found;
  }

  /** An event's topics, by number. */
  topicsOf(slot: number): number[] {
    const topics: number[] = [];
    for (const feature of this.#slots[slot]?.features ?? []) {
      const number = feature < 0 ? ~feature : feature;
      if (this.#kinds[number] === 'topic') topics.push(number);
    }
    return topics;
  }

  /** The events that have a feature. */
  eventsOf(number: number): number[] {
    return (this.#postings[number] ?? []).filter((slot) => this.#slots[slot]);
  }

  /** An event's features, normalised. */
  vector(slot: number): FeatureVector {
    const features = this.#slots[slot]?.features ?? [];
    const length = this.#lengthOf(slot);
    const vector = new Map<number, number>();
    for (const feature of features) {
      const number = feature < 0 ? ~feature : feature;
      const weight = this.#weight(number, feature >= 0);
      if (weight > 0) vector.set(number, weight / length);
    }
    return vector;
  }

  /** How similar each event but one is to a vector, where it shares anything telling with it. */
  similarities(vector: FeatureVector, without: number): Similarities {
    const values = new Float32Array(this.#slots.length);
    const touched: number[] = [];
    for (const [number, weight] of vector) {
      if (!this.#compares(number)) continue;
      const own = weight * this.#weight(number, true);
      for (const slot of this.#postings[number] ?? []) {
        if (values[slot] === 0) touched.push(slot);
        values[slot] = (values[slot] ?? 0) + own;
      }
    }
    const there: number[] = [];
    for (const slot of touched) {
      if (!this.#slots[slot]) {
        values[slot] = 0;
        continue;
      }
      values[slot] = (values[slot] ?? 0) / this.#lengthOf(slot);
      there.push(slot);
    }
    return new Similarities(values, there, without);
  }

  /**
   * What an event shares with a vector beside the strongest feature. Features that nearly always come together, as the
   * parts of one name do, count as one.
   */
  breadth(slot: number, vector: FeatureVector): number {
    const length = this.#lengthOf(slot);
    const shared: { number: number; weight: number }[] = [];
    for (const feature of this.#slots[slot]?.features ?? []) {
      const number = feature < 0 ? ~feature : feature;
      const weight = vector.get(number);
      if (weight !== undefined && this.#compares(number))
        shared.push({ number, weight: (weight * this.#weight(number, feature >= 0)) / length });
    }
    shared.sort((a, b) => b.weight - a.weight);
    let breadth = 0;
    for (const [at, { number, weight }] of shared.entries()) {
      if (at === 0) continue;
      let most = 0;
      for (const other of shared.slice(0, at))
        most = Math.max(most, this.#comeTogether(number, other.number));
      breadth += weight * (1 - most);
    }
    return breadth;
  }

  /** The numbers of an event's features. */
  featuresOf(slot: number): Set<number> {
    const numbers = new Set<number>();
    for (const feature of this.#slots[slot]?.features ?? []) numbers.add(feature < 0 ? ~feature : feature);
    return numbers;
  }

  /**
   * How many names and words an event shares with a vector, and how rare the rarest of each is: the logarithm of the number
   * of events that have it.
   */
  shared(slot: number, vector: FeatureVector): SharedFeatures {
    let [names, words, length] = [0, 0, 0];
    let [rarestName, rarestWord] = [NOT_SHARED, NOT_SHARED];
    for (const feature of this.#slots[slot]?.features ?? []) {
      const number = feature < 0 ? ~feature : feature;
      if (this.#weight(number, true) > 0) length += 1;
      if (!vector.has(number)) continue;
      const rarity = Math.log1p(this.#events[number] ?? 0);
      if (this.#kinds[number] === 'part') {
        names += 1;
        rarestName = Math.min(rarestName, rarity);
      } else if (this.#kinds[number] === 'word') {
        words += 1;
        rarestWord = Math.min(rarestWord, rarity);
      }
    }
    return { names, words, length, rarestName, rarestWord };
  }

  /** The names in an event that at most this share of all events have, by number; in a small archive a few may. */
  names(slot: number, share: number): Set<number> {
    const most = Math.max(FEW, this.size * share);
    const names = new Set<number>();
    for (const feature of this.#slots[slot]?.features ?? []) {
      const number = feature < 0 ? ~feature : feature;
      const events = this.#events[number] ?? 0;
      if (this.#kinds[number] === 'part' && events > 1 && events <= most) names.add(number);
    }
    return names;
  }

  #numberOf(key: string, kind: TieKind): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#kinds.push(kind) - 1;
    this.#numbers.set(key, number);
    this.#postings.push([]);
    this.#events.push(0);
    return number;
  }

  /** What was worked out from how often features come is worked out again. */
  #changed(): void {
    this.#averageLength = null;
    if (this.#rarities.size > 0) this.#rarities.clear();
    if (this.#lengths.size > 0) this.#lengths.clear();
    if (this.#together.size > 0) this.#together.clear();
  }

  #compares(number: number): boolean {
    const events = this.#events[number] ?? 0;
    return events > 1 && events <= Math.max(FEW, this.size * MOST_EVENTS);
  }

  #weight(number: number, inSentence: boolean): number {
    const events = this.#events[number] ?? 0;
    let rarity = this.#rarities.get(number);
    if (rarity === undefined) {
      const all = this.size + UNSEEN;
      rarity = events === 0 ? 0 : Math.log(all / events) / Math.log(all);
      this.#rarities.set(number, rarity);
    }
    return featureWeight(this.#kinds[number] ?? 'word', rarity, events, inSentence);
  }

  #ownLength(slot: number): number {
    let sum = 0;
    for (const feature of this.#slots[slot]?.features ?? [])
      sum += this.#weight(feature < 0 ? ~feature : feature, feature >= 0) ** 2;
    return Math.sqrt(sum);
  }

  #lengthOf(slot: number): number {
    const known = this.#lengths.get(slot);
    if (known !== undefined) return known;
    this.#averageLength ??= this.#average();
    const length = Math.max(0.01, this.#ownLength(slot) * PIVOT + this.#averageLength * (1 - PIVOT));
    this.#lengths.set(slot, length);
    return length;
  }

  /** The average length, of a sample. */
  #average(): number {
    const step = Math.max(1, Math.floor(this.#slots.length / 500));
    let [sum, count] = [0, 0];
    for (let slot = 0; slot < this.#slots.length; slot += step) {
      if (!this.#slots[slot]) continue;
      sum += this.#ownLength(slot);
      count++;
    }
    return count === 0 ? 1 : sum / count;
  }

  /** How nearly two features always come together, from 0 to 1: the smaller share of each other's events. */
  #comeTogether(one: number, other: number): number {
    const [a, b] = one < other ? [one, other] : [other, one];
    const key = a * 0x4000000 + b;
    const known = this.#together.get(key);
    if (known !== undefined) return known;
    const [first, second] = [this.#postings[a] ?? [], this.#postings[b] ?? []];
    const [shorter, longer] = first.length < second.length ? [first, second] : [second, first];
    let [at, both] = [0, 0];
    for (const slot of shorter) {
      while ((longer[at] ?? Number.POSITIVE_INFINITY) < slot) at++;
      if (longer[at] === slot) both++;
    }
    const share = both / (longer.length + TOO_FEW);
    if (this.#together.size > MOST_PAIRS) this.#together.clear();
    this.#together.set(key, share);
    return share;
  }
}

/** Two events that share two features say little of whether those always come together: as if there were more. */
const TOO_FEW = 2;
/** Pairs of features whose coming together is kept. */
const MOST_PAIRS = 100_000;
