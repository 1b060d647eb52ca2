import { OUTRIGHT } from '../features.js';
import type { ConceptMatch } from '../match.js';
import { Places } from '../places.js';
import { TopEvents } from '../top-events.js';
import type { QuestionMeaning } from './question-meaning.js';
import { likenessOf, type WordVectors } from './word-vectors.js';

/** How much an event means what a question says, word by word; each 0 to 1. */
export interface Alike {
  /** For each of the question's words the nearest word of the event, weighted by rarity. */
  readonly words: number;
  /** The same, where only a near word counts and a far one not at all. */
  readonly nearWords: number;
}

/** Nearness of two words below which they tell nothing of one another. */
const FAR = 0.3;

/** Every event is looked at by these dimensions alone; of the nearest so many times as are wanted by all. */
const FIRST_DIMENSIONS = 32;
const GUESSED = 4;
/** Likeness below which an event has nothing to do with a question. */
const LEAST = 0.3;

/** What the events mean: of each its words, and their meaning all together. */
export class EventMeanings {
  readonly vectors: WordVectors;
  /** The rows of each event's distinct words. */
  readonly #rows = new Places();
  /** The meaning of each event, one after the other. */
  #sums: Int8Array;

  constructor(vectors: WordVectors) {
    this.vectors = vectors;
    this.#sums = new Int8Array(vectors.dimensions << 10);
  }

  /** Appends an event by its folded words; events are numbered in the order they come. */
  push(words: Iterable<string>): void {
    const { dimensions } = this.vectors;
    const rows = new Set<number>();
    for (const word of words) {
      const row = this.vectors.row(word);
      if (row !== undefined) rows.add(row);
    }
    const event = this.#rows.size;
    if ((event + 1) * dimensions > this.#sums.length) {
      const larger = new Int8Array(this.#sums.length * 2);
      larger.set(this.#sums);
      this.#sums = larger;
    }
    this.vectors.sum(rows, this.#sums.subarray(event * dimensions, (event + 1) * dimensions));
    this.#rows.push([...rows]);
  }

  /** How near an event's meaning as a whole is to a question's, about -1 to 1. */
  likeness(event: number, { sum }: QuestionMeaning): number {
    return likenessOf(sum, this.#sums, event);
  }

  /** The events nearest in meaning as a whole, best first; `factor` is what each keeps of its likeness. */
  nearest({ words, sum }: QuestionMeaning, count: number, factor: (event: number) => number): number[] {
    if (words.length === 0) return [];
    const guessed = new TopEvents(count * GUESSED);
    for (let event = 0; event < this.#rows.size; event++) {
      const guess = likenessOf(sum, this.#sums, event, FIRST_DIMENSIONS);
      if (guess > guessed.least) guessed.offer(event, guess * factor(event));
    }
    const nearest = new TopEvents(count);
    for (const event of guessed.best()) {
      const likeness = likenessOf(sum, this.#sums, event);
      if (likeness > LEAST) nearest.offer(event, likeness * factor(event));
    }
    return nearest.best();
  }

  /** Compares an event with a question word by word; `said` tells how far the event says each of the words itself. */
  alike(event: number, { words }: QuestionMeaning, said: readonly ConceptMatch[]): Alike {
    const rows = this.#rows.of(event);
    let all = 0;
    let near = 0;
    let total = 0;
    for (const { row, weight, concept } of words) {
      let best = (said[concept]?.strength ?? 0) >= OUTRIGHT ? 1 : 0;
      if (best === 0) {
        for (const other of rows) {
          const nearness = this.vectors.nearness(row, other);
          if (nearness > best) best = nearness;
        }
      }
      all += weight * best;
      near += weight * (Math.max(0, best - FAR) / (1 - FAR)) ** 2;
      total += weight;
    }
    return total === 0 ? { words: 0, nearWords: 0 } : { words: all / total, nearWords: near / total };
  }
}
