import type { EventIndex } from '../event-index.js';

/** The day numbers of the events that have a term, ascending. Kept until the index changes. */
export class TermDays {
  readonly #index: EventIndex;
  readonly #known = new Map<number, Int32Array>();
  #size = -1;

  constructor(index: EventIndex) {
    this.#index = index;
  }

  /** Forgets what is kept, to give its memory back. */
  clear(): void {
    this.#known.clear();
  }

  of(term: number): Int32Array {
    if (this.#size !== this.#index.end) {
      this.#known.clear();
      this.#size = this.#index.end;
    }
    const known = this.#known.get(term);
    if (known) return known;
    const days = Int32Array.from(this.#index.postings(term), (event) => this.#index.day(event)).sort();
    this.#known.set(term, days);
    return days;
  }
}

/** How many of the days, which ascend, lie before one. */
export function countBefore(days: Int32Array | readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the days are in `[from, until)`. */
export const countWithin = (days: Int32Array | readonly number[], from: number, until: number) =>
  countBefore(days, until) - countBefore(days, from);
