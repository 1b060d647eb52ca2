/** The best few of many, kept in a heap whose root is the least of them. */
export class TopEvents {
  readonly #events: Int32Array;
  readonly #scores: Float64Array;
  readonly #count: number;
  #size = 0;

  constructor(count: number) {
    this.#count = count;
    this.#events = new Int32Array(count);
    this.#scores = new Float64Array(count);
  }

  /** The score an event must beat to be kept. */
  get least(): number {
    return this.#size < this.#count ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? 0);
  }

  offer(event: number, score: number): void {
    if (this.#size < this.#count) this.#rise(this.#size++, event, score);
    else if (score > (this.#scores[0] ?? 0)) this.#sink(event, score);
  }

  /** The events kept, the best first. */
  best(): number[] {
    const scores = this.#scores;
    const order = Array.from({ length: this.#size }, (_, i) => i);
    order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    return order.map((i) => this.#events[i] ?? 0);
  }

  #set(at: number, event: number, score: number): void {
    this.#events[at] = event;
    this.#scores[at] = score;
  }

  /** Puts an event at a free place or above it, below what is less. */
  #rise(from: number, event: number, score: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#scores[parent] ?? 0;
      if (above <= score) break;
      this.#set(at, this.#events[parent] ?? 0, above);
      at = parent;
    }
    this.#set(at, event, score);
  }

  /** Puts an event in the place of the least, or below it, above what is more. */
  #sink(event: number, score: number): void {
    const scores = this.#scores;
    const size = this.#size;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (scores[child + 1] ?? 0) < (scores[child] ?? 0)) child++;
      const below = scores[child] ?? 0;
      if (below >= score) break;
      this.#set(at, this.#events[child] ?? 0, below);
      at = child;
    }
    this.#set(at, event, score);
  }
}
