import type { Concept } from './concept.js';
import type { EventIndex } from './event-index.js';
import { OUTRIGHT } from './features.js';
import type { ConceptMatch } from './match.js';
import { MEANT } from './weights.js';

/** How much an event says of a question, each a share of the weight of the question's words. */
export interface Compared {
  /** What it says of each word in any way: outright, by a related word, by a word used alike, by one a definition ties to it. */
  readonly said: number;
  /** What a single word of it says of several words of the question by its definition ("penguin": flightless, bird). */
  readonly together: number;
}

/** A word of the question that a term of the events is tied to by a definition. */
interface Tie {
  readonly word: number;
  readonly worth: number;
}

/**
 * Compares events with a question word by word. Three sources tell of a word independently: the event's text with the
 * lexicon's related words, how words are used elsewhere, and definitions. Each may be wrong, so what is left unsaid is what
 * all of them leave unsaid.
 */
export class Comparison {
  readonly #index: EventIndex;
  readonly #words: readonly {
    readonly at: number;
    readonly concept: Concept;
    readonly row: number | undefined;
  }[];
  readonly #total: number;
  readonly #ties = new Map<number, Tie[]>();
  /** How near each word is to a row of the vectors that events have. */
  readonly #near = new Map<number, readonly number[]>();
  /** Of the event being compared: what is left unsaid of each word, and what one source tells of it. */
  readonly #unsaid: Float32Array;
  readonly #told: Float32Array;

  constructor(index: EventIndex, concepts: readonly Concept[]) {
    this.#index = index;
    const all = concepts.map((concept, at) => ({
      at,
      concept,
      row: index.meanings.vectors.row(concept.word),
    }));
    const carrying = all.filter(({ concept }) => !concept.asking);
    this.#words = carrying.length > 0 ? carrying : all;
    this.#total = this.#words.reduce((sum, { concept }) => sum + concept.weight, 0);
    this.#unsaid = new Float32Array(this.#words.length);
    this.#told = new Float32Array(this.#words.length);
    this.#words.forEach(({ concept }, word) => {
      const { ids, worths } = concept.ties;
      ids.forEach((id, i) => {
        const tie = { word, worth: worths[i] ?? 0 };
        const ties = this.#ties.get(id);
        if (ties) ties.push(tie);
        else this.#ties.set(id, [tie]);
      });
    });
  }

  /** Compares an event; `matches` is how the question's words were found in it. */
  of(event: number, matches: readonly ConceptMatch[]): Compared {
    if (this.#total === 0) return { said: 0, together: 0 };
    const unsaid = this.#unsaid;
    let open = 0;
    this.#words.forEach(({ at }, word) => {
      unsaid[word] = 1 - (matches[at]?.strength ?? 0);
      if (unsaid[word] > 1 - OUTRIGHT) open += 1;
    });
    let together = 0;
    if (open > 0) {
      together = this.#define(event);
      this.#use(event);
    }
    let said = 0;
    this.#words.forEach(({ concept }, word) => {
      said += concept.weight * (1 - (unsaid[word] ?? 1));
    });
    return { said: said / this.#total, together: together / this.#total };
  }

  /** Takes off what is left unsaid what the event says by the word used most like each of the question's. */
  #use(event: number): void {
    const nearest = this.#told.fill(0);
    for (const row of this.#index.meanings.rowsOf(event)) {
      const near = this.#near.get(row) ?? this.#nearTo(row);
      for (let word = 0; word < near.length; word++) {
        const nearness = near[word] ?? 0;
        if (nearness > (nearest[word] ?? 0)) nearest[word] = nearness;
      }
    }
    this.#takeOff(nearest);
  }

  #nearTo(other: number): readonly number[] {
    const { vectors } = this.#index.meanings;
    const near = this.#words.map(({ row }) =>
      row === undefined ? 0 : Math.max(0, vectors.nearness(row, other) - MEANT.far) / (1 - MEANT.far),
    );
    this.#near.set(other, near);
    return near;
  }

  /** Takes off what definitions say, and tells the most that a single word says of several words by its definition. */
  #define(event: number): number {
    if (this.#ties.size === 0) return 0;
    const defined = this.#told.fill(0);
    let most = 0;
    const places = this.#index.places(event);
    for (let place = 0; place < places.length; place++) {
      const id = places[place] ?? 0;
      const ties = id === 0 ? undefined : this.#ties.get(id);
      if (!ties) continue;
      let told = 0;
      for (const { word, worth } of ties) {
        if (worth > (defined[word] ?? 0)) defined[word] = worth;
        told += worth * (this.#unsaid[word] ?? 0) * (this.#words[word]?.concept.weight ?? 0);
      }
      if (ties.length > 1 && told > most) most = told;
    }
    this.#takeOff(defined);
    return most;
  }

  #takeOff(told: Float32Array): void {
    for (let word = 0; word < told.length; word++)
      this.#unsaid[word] = (this.#unsaid[word] ?? 1) * (1 - (told[word] ?? 0));
  }
}
