import type { Similar } from '../concept.js';

/** Stands for a run of several terms among single ones. */
const RUN = 0;

/**
 * Words similar to one, the nearest first, kept in a fifth of the room that objects take: tens of thousands of words are looked
 * up ahead, each with dozens of others.
 */
export class KeptSimilar {
  /** The number of the term and how near it is, in turns. */
  readonly #pairs: Float64Array;
  /** The runs of several terms, in order. */
  readonly #runs: readonly (readonly number[])[];

  constructor(similar: readonly Similar[]) {
    this.#pairs = Float64Array.from(
      similar.flatMap(({ ids, nearness }) => [ids.length === 1 ? (ids[0] ?? RUN) : RUN, nearness]),
    );
    this.#runs = similar.flatMap(({ ids }) => (ids.length === 1 ? [] : [ids]));
  }

  /** Adds the words to a list, as said by several words of a question together where they are `shared`. */
  addTo(list: Similar[], shared: boolean): void {
    let run = 0;
    for (let i = 0; i < this.#pairs.length; i += 2) {
      const id = this.#pairs[i] ?? RUN;
      const ids = id === RUN ? (this.#runs[run++] ?? []) : [id];
      const nearness = this.#pairs[i + 1] ?? 0;
      list.push(shared ? { ids, nearness, shared } : { ids, nearness });
    }
  }
}
