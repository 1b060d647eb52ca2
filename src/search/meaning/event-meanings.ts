import { inTurns } from '../../in-turns.js';
import { Places } from '../places.js';
import type { Term } from '../terms.js';
import { TopEvents } from '../top-events.js';
import { likenessOf, type WordVectors } from './word-vectors.js';

/** Every event is looked at by these dimensions alone; of the nearest so many times as are wanted by all. */
const FIRST_DIMENSIONS = 32;
const GUESSED = 4;
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

  constructor(vectors: WordVectors) {
    this.vectors = vectors;
    this.#sums = new Int8Array(vectors.dimensions << 10);
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
    const room = (this.#rows.size + noted.size) * dimensions;
    if (room > this.#sums.length) {
      const larger = new Int8Array(room + (room >> 1));
      larger.set(this.#sums);
      this.#sums = larger;
    }
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
      this.vectors.sum(rows, this.#sums.subarray(begin, begin + dimensions));
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
    const guessed = new TopEvents(count * GUESSED);
    const sums = this.#sums;
    const events = this.#rows.size;
    let least = Number.NEGATIVE_INFINITY;
    for (let event = 0; event < events; event++) {
      const guess = likenessOf(sum, sums, event, FIRST_DIMENSIONS);
      if (guess <= least) continue;
      guessed.offer(event, guess * factor(event));
      least = guessed.least;
    }
    const nearest = new TopEvents(count);
    for (const event of guessed.best()) {
      const likeness = likenessOf(sum, this.#sums, event);
      if (likeness > LEAST) nearest.offer(event, likeness * factor(event));
    }
    return nearest.best();
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

function* eventsOf(places: Places): Generator<Uint32Array> {
  for (let event = 0; event < places.size; event++) yield places.of(event);
}
