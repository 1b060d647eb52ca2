/** The best few of many, kept in a heap whose root is the least of them. */
export class TopEvents {
  readonly #events: number[] = [];
  readonly #scores: number[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  /** The score an event must beat to be kept. */
  get least(): number {
    return this.#events.length < this.#count ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? 0);
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
        if (child < this.#scores.length && (this.#scores[child] ?? 0) < (this.#scores[least] ?? 0))
          least = child;
      }
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }
}
