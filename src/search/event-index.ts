import { dayNumber } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import { inIdleTurns, inTurns } from '../in-turns.js';
import { isLightWord } from '../text/stop-words.js';
import { type Term, termsOf } from '../text/terms.js';
import { WordsHolding } from './chinese/words-holding.js';
import type { KeptTerms } from './kept-terms.js';
import { Places } from './places.js';
import { Spellings } from './spellings.js';
import { type Postings, TermIndex } from './term-index.js';
import { Vocabulary } from './vocabulary.js';

/** A term that this many events have takes a while to read. */
const FREQUENT = 30;
/** Fewer events than this are few. */
const FEW = 2000;
/** Characters of a summary that are indexed; what follows is about other things. */
const SUMMARY_CHARACTERS = 1500;

/** The text of an event that is searched: its headline, topics that the headline doesn't name, its summary. */
function searchedText(event: NewsEvent): string {
  const unnamed = event.topics.filter((topic) => !event.headline.includes(topic));
  const summary = event.summary.slice(0, SUMMARY_CHARACTERS);
  return [event.headline, ...unnamed, summary].filter((part) => part !== '').join('\n');
}

/** The events under numbers from 0, with their terms both ways: from a term to its events, from an event to its terms. */
export class EventIndex {
  readonly vocabulary = new Vocabulary();
  readonly spellings = new Spellings();
  readonly #wordsHolding = new WordsHolding();
  readonly #terms = new TermIndex();
  readonly #places = new Places();
  readonly #events: (NewsEvent | null)[] = [];
  readonly #days: number[] = [];
  /** How many places of each event belong to the story that its headline leads with. */
  readonly #leads: number[] = [];
  readonly #numbers = new Map<string, number>();
  /** The folded words of all events, and those whose spelling is not noted yet. */
  readonly #spelled = new Set<string>();
  #unspelled: string[] = [];
  /** How rare terms are that few events have, by how many, among this many: a question asks it of hundreds of terms. */
  #rarities = { among: 0, known: new Float64Array(FEW) };

  /** Picks up many events, giving way to other work every few milliseconds. */
  async putAll(events: Iterable<NewsEvent>): Promise<void> {
    await inTurns(events, (event) => this.put(event));
  }

  /** Picks up an event; one with the same path is replaced. */
  put(event: NewsEvent): void {
    this.remove(event.path);
    const text = searchedText(event);
    const terms = termsOf(text);
    const places: number[] = [];
    terms.forEach((place, i) => {
      const id = place.term === '' ? 0 : this.vocabulary.intern(place.term, place.word);
      places.push(id);
      if (id === 0) return;
      if (i > 0 && !beginsSentence(text, place.start)) this.vocabulary.seen(id, place.capital);
    });
    this.#noteWeakNames(text, terms, places);
    for (const { term, word } of terms) if (term !== '') this.#spell(word);
    const sentenceStart = Math.max(0, event.headline.indexOf(event.sentence));
    this.#take(event, places, terms.filter(({ start }) => start < sentenceStart).length);
  }

  /** Picks up an event with its terms as numbers, in order. */
  #take(event: NewsEvent, places: ArrayLike<number>, lead: number): void {
    const number = this.#events.length;
    const distinct = new Set<number>();
    for (let i = 0; i < places.length; i++) if (places[i]) distinct.add(places[i] ?? 0);
    const stems: string[] = [];
    for (const id of distinct) {
      this.vocabulary.count(id, 1);
      stems.push(this.vocabulary.terms[id] ?? '');
    }
    this.#terms.put(number, stems);
    this.#places.push(places);
    this.#leads.push(lead);
    this.#events.push(event);
    this.#days.push(dayNumber(event.date));
    this.#numbers.set(event.path, number);
  }

  #spell(word: string): void {
    if (this.#spelled.has(word)) return;
    this.#spelled.add(word);
    this.#unspelled.push(word);
  }

  /** The folded words of all events. */
  get words(): Iterable<string> {
    return this.#spelled;
  }

  /**
   * Takes up what an earlier run had made of events, under the numbers they had, into an index that is empty still.
   * What the events of that run show of a term counts on, of those since gone too, as it does where an event goes.
   *
   * @param eventOf the event of a kept one's number; null where it is another one now or gone.
   */
  async restore(kept: KeptTerms, eventOf: (number: number) => NewsEvent | null): Promise<void> {
    await this.vocabulary.restore(kept);
    this.#places.restore(kept.places, kept.starts);
    await inTurns(kept.spelled, (word) => this.#spell(word));
    const lengths: (number | null)[] = [];
    await inTurns(kept.leads, (lead, number) => {
      const event = eventOf(number);
      this.#leads.push(lead);
      this.#events.push(event);
      this.#days.push(event ? dayNumber(event.date) : 0);
      lengths.push(event ? (kept.distinct[number] ?? 0) : null);
      if (event) this.#numbers.set(event.path, number);
      else this.#uncount(number);
    });
    const numberOf = (term: string) => this.vocabulary.numberOf(term);
    this.#terms.restore({ postings: kept.postings, numberOf, lengths });
  }

  /**
   * Notes names made of words that say nothing on their own ("Ever Given", "The Who"): two such words side by side, both
   * with a capital, are a term of their own.
   */
  #noteWeakNames(text: string, terms: readonly Term[], places: number[]): void {
    for (let i = 0; i + 1 < terms.length; i++) {
      const [one, other] = [terms[i], terms[i + 1]];
      if (!one || !other || !isWeakPair(one, other)) continue;
      const capital = one.capital && other.capital;
      const key = weakName(one, other);
      if (!capital) {
        // How often the two are no name counts only for those that are one somewhere.
        const known = this.vocabulary.id(key);
        if (known !== undefined) this.vocabulary.seen(known, false);
        continue;
      }
      // A place that has a term of its own keeps it.
      const place = [i, i + 1].find((at) => places[at] === 0);
      if (place === undefined) continue;
      const id = this.vocabulary.intern(key);
      if (i > 0 && !beginsSentence(text, one.start)) this.vocabulary.seen(id, true);
      places[place] = id;
    }
  }

  /** The term of a name that two weak words make; undefined where the events have it as no name. */
  weakNameId(one: Term, other: Term): number | undefined {
    if (!isWeakPair(one, other)) return undefined;
    const id = this.vocabulary.id(weakName(one, other));
    return id !== undefined && this.vocabulary.nameness(id) > WEAK_NAME ? id : undefined;
  }

  /** Takes out the event of a path, if there is one. */
  remove(path: string): void {
    const number = this.#numbers.get(path);
    if (number === undefined) return;
    this.#numbers.delete(path);
    this.#terms.drop(number);
    this.#uncount(number);
    this.#events[number] = null;
  }

  /** An event's terms are in one event less. */
  #uncount(number: number): void {
    for (const id of new Set(this.#places.of(number))) if (id !== 0) this.vocabulary.count(id, -1);
  }

  /** How many events are served. */
  get size(): number {
    return this.#numbers.size;
  }

  /** One past the highest event number. */
  get end(): number {
    return this.#events.length;
  }

  /** The event of a number; null where it was taken out. */
  event(number: number): NewsEvent | null {
    return this.#events[number] ?? null;
  }

  /** The number of the event with a path. */
  numberOf(path: string): number | undefined {
    return this.#numbers.get(path);
  }

  /** The events served, in the order they came. */
  *events(): Generator<[number, NewsEvent]> {
    for (let number = 0; number < this.#events.length; number++) {
      const event = this.#events[number];
      if (event) yield [number, event];
    }
  }

  /** The day number of an event's date. */
  day(number: number): number {
    return this.#days[number] ?? 0;
  }

  /** The terms of an event in order, as numbers; 0 for a stop word. */
  places(number: number): Uint32Array {
    return this.#places.of(number);
  }

  /** How many places of an event, from the first, belong to the story its headline leads with; 0 where it leads with none. */
  leadLength(number: number): number {
    return this.#leads[number] ?? 0;
  }

  /** How many terms an event has, stop words and repeated ones among them. */
  length(number: number): number {
    return this.#places.length(number);
  }

  /** The events a term occurs in; may hold numbers of events since taken out. */
  postings(id: number): Postings {
    return this.#terms.postings(this.vocabulary.terms[id] ?? '');
  }

  /** Notes how the words of new events are spelled, in small turns. */
  async compile(): Promise<void> {
    const words = this.#unspelled;
    this.#unspelled = [];
    await inTurns(words, (word) => {
      this.spellings.add(word);
      this.#wordsHolding.add(word);
    });
  }

  /** The terms of the words that a Chinese character occurs in, those that the most events have first. */
  holding(character: string): readonly number[] {
    return this.#wordsHolding.of(character, this.vocabulary);
  }

  /** Reads the postings of the terms that many events have, while nothing else is to do. */
  async lookAhead(signal?: AbortSignal): Promise<void> {
    const read = (term: string, id: number) => {
      if (this.vocabulary.eventsWith(id) >= FREQUENT) this.#terms.postings(term);
    };
    await inIdleTurns(this.vocabulary.terms, read, signal);
  }

  /** Known terms that go on from a beginning. */
  startingWith(prefix: string): Iterable<string> {
    return this.#terms.startingWith(prefix);
  }

  /** The term that the fewest events have. */
  rarest(ids: readonly number[]): number {
    return ids.reduce((a, b) => (this.vocabulary.eventsWith(a) <= this.vocabulary.eventsWith(b) ? a : b));
  }

  /** How rare a term is (inverse document frequency, natural logarithm); highest for one no event has. */
  rarity(id: number | undefined): number {
    const having = id === undefined ? 0 : this.vocabulary.eventsWith(id);
    if (this.#rarities.among !== this.size)
      this.#rarities = { among: this.size, known: new Float64Array(FEW) };
    const { known } = this.#rarities;
    const before = known[having];
    if (before) return before;
    const rarity = Math.log(1 + (this.size - having + 0.5) / (having + 0.5));
    known[having] = rarity;
    return rarity;
  }
}

/** The share of its places with capitals from which on two weak words are a name. */
const WEAK_NAME = 0.7;

const isWeak = ({ term, word }: Term) => term === '' || isLightWord(word);

const isWeakPair = (one: Term, other: Term) => isWeak(one) && isWeak(other) && other.start - one.end === 1;

const weakName = (one: Term, other: Term) => `${one.word} ${other.word}`;

const ENDS = new Set([...'.!?:\n'].map((mark) => mark.charCodeAt(0)));

/** Whether a sentence or a title begins at an index: there a capital tells nothing. */
function beginsSentence(text: string, at: number): boolean {
  return ENDS.has(text.charCodeAt(at - 1)) || ENDS.has(text.charCodeAt(at - 2));
}
