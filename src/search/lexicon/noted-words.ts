/** A word of the events, or several that make one, and how near it is to what it is noted under. */
export interface Entry {
  /** The numbers of its terms. */
  readonly ids: readonly number[];
  readonly nearness: number;
}

/** The first words of the events that are noted under a meaning. */
export class NotedWords {
  readonly #entries: Entry[] = [];
  readonly #most: number;
  #sorted = true;

  constructor(most: number) {
    this.#most = most;
  }

  add(entry: Entry): void {
    if (this.#entries.length === this.#most) return;
    this.#entries.push(entry);
    this.#sorted = false;
  }

  /** Sorted when they are first asked for, so that what is too far need not be looked at. */
  nearestFirst(): readonly Entry[] {
    if (!this.#sorted) this.#entries.sort((a, b) => b.nearness - a.nearness);
    this.#sorted = true;
    return this.#entries;
  }
}
