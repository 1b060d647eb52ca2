import type { Concept } from './concept.js';
import type { EventIndex } from './event-index.js';
import { COMMON_SHARE, RERANKED } from './weights.js';

/** Reusable arrays as long as the index: the sums of one question. */
export class Candidates {
  #sums = new Float32Array(0);
  #best = new Float32Array(0);
  #touched: number[] = [];

  /**
   * The events that share the weightiest words with a question, best first, without looking at their texts. Words that
   * stand in a large share of all events choose no candidates as long as rarer ones do (`prune`).
   */
  choose(
    index: EventIndex,
    concepts: readonly Concept[],
    factor: (event: number) => number,
    { count = RERANKED, prune = true } = {},
  ): number[] {
    if (this.#sums.length < index.end) {
      this.#sums = new Float32Array(index.end * 2);
      this.#best = new Float32Array(index.end * 2);
    }
    const common = prune ? Math.max(50, index.size * COMMON_SHARE) : Number.POSITIVE_INFINITY;
    const byWeight = [...concepts].sort((a, b) => b.weight - a.weight);
    for (const concept of byWeight) this.#add(index, concept, common);
    if (this.#touched.length < count) {
      for (const concept of byWeight) this.#add(index, concept, Number.POSITIVE_INFINITY, common);
    }
    const sums = this.#sums;
    const chosen = new TopEvents(count);
    for (const event of this.#touched) {
      if (index.event(event)) chosen.offer(event, (sums[event] ?? 0) * factor(event));
      sums[event] = 0;
    }
    this.#touched.length = 0;
    return chosen.best();
  }

  /** Adds one word's weight to the events that have it or a related word: the nearest counts, each once. */
  #add(index: EventIndex, concept: Concept, common: number, above = 0): void {
    const sums = this.#sums;
    const best = this.#best;
    const reached: number[] = [];
    for (const { ids, nearness } of concept.similar) {
      const rarest = ids.reduce((a, b) => (index.rarity(a) >= index.rarity(b) ? a : b));
      const having = index.vocabulary.eventsWith(rarest);
      if (having > common || having <= above) continue;
      const worth = nearness * Math.min(concept.weight, index.rarity(rarest) * 1.2);
      for (const event of index.postings(rarest)) {
        const before = best[event] ?? 0;
        if (worth <= before) continue;
        if (before === 0) reached.push(event);
        best[event] = worth;
      }
    }
    for (const event of reached) {
      if (sums[event] === 0) this.#touched.push(event);
      sums[event] = (sums[event] ?? 0) + (best[event] ?? 0);
      best[event] = 0;
    }
  }
}

/** The best few of many, kept in a heap whose root is the least of them. */
class TopEvents {
  readonly #events: number[] = [];
  readonly #scores: number[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  offer(event: number, score: number): void {
    if (this.#events.length < this.#count) {
      this.#events.push(event);
      this.#scores.push(score);
      this.#rise(this.#events.length - 1);
    } else if (score > (this.#scores[0] ?? 0)) {
      this.#events[0] = event;
      this.#scores[0] = score;
      this.#sink(0);
    }
  }

  best(): number[] {
    const scores = this.#scores;
    const order = this.#events.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    return order.map((i) => this.#events[i] ?? 0);
  }

  #swap(a: number, b: number): void {
    [this.#events[a], this.#events[b]] = [this.#events[b] ?? 0, this.#events[a] ?? 0];
    [this.#scores[a], this.#scores[b]] = [this.#scores[b] ?? 0, this.#scores[a] ?? 0];
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#scores[parent] ?? 0) <= (this.#scores[at] ?? 0)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(from: number): void {
    let at = from;
    for (;;) {
      const left = 2 * at + 1;
      let least = at;
      for (const child of [left, left + 1]) {
        if (child < this.#scores.length && (this.#scores[child] ?? 0) < (this.#scores[least] ?? 0)) least = child;
      }
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }
}
