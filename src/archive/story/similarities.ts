import { TopEvents } from '../../search/top-events.js';

/** Places in a ranking are distinguished up to this one. */
const RANKED = 1000;

/** How similar events are to a vector of features, by slot. */
export class Similarities {
  readonly #values: Float32Array;
  readonly #best: readonly number[];
  readonly #ranks: ReadonlyMap<number, number>;

  /**
   * @param values the similarity of every slot, 0 where nothing is shared.
   * @param touched the slots that share something.
   * @param without the slot that the others are compared with.
   */
  constructor(values: Float32Array, touched: Iterable<number>, without: number) {
    this.#values = values;
    const top = new TopEvents(RANKED);
    for (const slot of touched) if (slot !== without) top.offer(slot, values[slot] ?? 0);
    this.#best = top.best();
    this.#ranks = new Map(this.#best.map((slot, at) => [slot, at]));
  }

  of(slot: number): number {
    return this.#values[slot] ?? 0;
  }

  /** The most similar slots, best first; at most 1,000. */
  highest(count: number): readonly number[] {
    return this.#best.slice(0, count);
  }

  /** An event's place among the most similar, from 0; 1,000 where it is not among them. */
  rank(slot: number): number {
    return this.#ranks.get(slot) ?? RANKED;
  }
}
