import { inTurns } from '../../in-turns.js';
import { Places } from '../places.js';
import type { Term } from '../terms.js';
import { TopEvents } from '../top-events.js';
import { likenessOf, type WordVectors } from './word-vectors.js';

/** Every event is looked at by these dimensions alone; of the nearest so many times as are wanted by all. */
const FIRST_DIMENSIONS = 20;
const GUESSED = 12;
/** The steps from no likeness to the fullest that events are sorted into by these. */
const STEPS = 500;
/** Likeness below which an event has nothing to do with a question. */
const LEAST = 0.3;
/** The row of a word of which nothing is known. */
const UNKNOWN = -1;

/**
 * What the events mean: of each its words, and their meaning all together. Words are only noted as events come; what they
 * mean follows (`compile`), and until then an event means nothing.
 */
export class EventMeanings {
  readonly vectors: WordVectors;
  readonly #ids = new Map<string, number>();
  /** The row of each word noted, by number. */
  readonly #rowOf: number[] = [];
  /** Words not yet looked up; the last of those noted. */
  #words: string[] = [];
  /** The words of events that are not yet compiled, by number. */
  #noted = new Places();
  /** The rows of each compiled event's distinct words. */
  readonly #rows = new Places();
  /** The meaning of each compiled event, one after the other. */
  #sums: Int8Array;
  /** The first dimensions of each again, so close together that the processor reads them at one go. */
  #first: Int8Array;
  /** The step of each event in the question at hand. */
  #steps = new Uint16Array(0);

  constructor(vectors: WordVectors) {
    this.vectors = vectors;
    this.#sums = new Int8Array(vectors.dimensions << 10);
    this.#first = new Int8Array(FIRST_DIMENSIONS << 10);
  }

  /** Appends an event; events are numbered in the order they come. */
  push(terms: readonly Term[]): void {
    const ids: number[] = [];
    for (const { term, word } of terms) {
      if (term === '') continue;
      let id = this.#ids.get(word);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(word, id);
        this.#words.push(word);
      }
      ids.push(id);
    }
    this.#noted.push(ids);
  }

  /**
   * Works out what the events that came since last time mean, in small turns; tells the words that were new. Not to be
   * called again meanwhile.
   */
  async compile(): Promise<readonly string[]> {
    const words = this.#words;
    const noted = this.#noted;
    this.#words = [];
    this.#noted = new Places();
    await inTurns(words, (word) => this.#rowOf.push(this.vectors.row(word) ?? UNKNOWN));
    const { dimensions } = this.vectors;
    const events = this.#rows.size + noted.size;
    this.#sums = withRoom(this.#sums, events * dimensions);
    this.#first = withRoom(this.#first, events * FIRST_DIMENSIONS);
    /** The event that each row was last met in. */
    const metIn = new Int32Array(this.vectors.size).fill(-1);
    await inTurns(eventsOf(noted), (ids, event) => {
      const rows: number[] = [];
      for (const id of ids) {
        const row = this.#rowOf[id] ?? UNKNOWN;
        if (row === UNKNOWN || metIn[row] === event) continue;
        metIn[row] = event;
        rows.push(row);
      }
      const begin = this.#rows.size * dimensions;
      const sum = this.#sums.subarray(begin, begin + dimensions);
      this.vectors.sum(rows, sum);
      this.#first.set(sum.subarray(0, FIRST_DIMENSIONS), this.#rows.size * FIRST_DIMENSIONS);
      this.#rows.push(rows);
    });
    return words;
  }

  /** How near an event's meaning as a whole is to a question's, about -1 to 1. */
  likeness(event: number, sum: Int8Array): number {
    return event < this.#rows.size ? likenessOf(sum, this.#sums, event) : 0;
  }

  /** The events nearest in meaning as a whole, best first; `factor` is what each keeps of its likeness. */
  nearest(sum: Int8Array, count: number, factor: (event: number) => number): number[] {
    // A question of which nothing is known is near to nothing.
    if (sum.every((part) => part === 0)) return [];
    const nearest = new TopEvents(count);
    for (const event of this.#promising(sum, count * GUESSED, factor)) {
      const likeness = likenessOf(sum, this.#sums, event);
      if (likeness > LEAST) nearest.offer(event, likeness * factor(event));
    }
    return nearest.best();
  }

  /** The events nearest by the first dimensions alone: about as many as wanted, in the order they came. */
  #promising(sum: Int8Array, wanted: number, factor: (event: number) => number): number[] {
    const meaning = sum.subarray(0, FIRST_DIMENSIONS);
    const first = this.#first;
    const events = this.#rows.size;
    if (this.#steps.length < events) this.#steps = new Uint16Array(2 * events);
    // Sorted into steps of likeness rather than in a heap: so many are wanted that a heap would take longer than the guesses.
    const steps = this.#steps;
    const onStep = new Uint32Array(STEPS);
    for (let event = 0; event < events; event++) {
      const guess = likenessOf(meaning, first, event);
      const step = guess <= 0 ? 0 : Math.min(STEPS - 1, Math.floor(guess * factor(event) * STEPS));
      steps[event] = step;
      onStep[step] = (onStep[step] ?? 0) + 1;
    }
    let lowest = STEPS;
    for (let many = 0; lowest > 1 && many < wanted; ) many += onStep[--lowest] ?? 0;
    const promising: number[] = [];
    for (let event = 0; event < events; event++) if ((steps[event] ?? 0) >= lowest) promising.push(event);
    return promising;
  }

  /** How near the nearest word of an event is to a folded word, 0 to 1; 0 where nothing is known of it. */
  nearness(event: number, word: string): number {
    const row = this.vectors.row(word);
    return row === undefined ? 0 : this.#nearest(this.rowsOf(event), row);
  }

  /** The rows of an event's distinct words in the vectors. */
  rowsOf(event: number): ArrayLike<number> & Iterable<number> {
    return event < this.#rows.size ? this.#rows.of(event) : [];
  }

  #nearest(rows: Iterable<number>, row: number): number {
    let best = 0;
    for (const other of rows) {
      const nearness = this.vectors.nearness(row, other);
      if (nearness > best) best = nearness;
    }
    return best;
  }
}

/** An array with room for so many bytes, and half as many again where it must grow. */
function withRoom(bytes: Int8Array, room: number): Int8Array {
  if (room <= bytes.length) return bytes;
  const larger = new Int8Array(room + (room >> 1));
  larger.set(bytes);
  return larger;
}

function* eventsOf(places: Places): Generator<Uint32Array> {
  for (let event = 0; event < places.size; event++) yield places.of(event);
}
