import type { NewsEvent } from '../events/event.js';

/** How much something was reported; earlier fields weigh more. */
export interface Prominence {
  /** How many sources report it. */
  readonly sources: number;
  /** How many related links lead from it and to it. */
  readonly links: number;
  /** How many events its story has. */
  readonly story: number;
}

/** The links between events, counted where they lead. */
export class LinkCounts {
  readonly #to = new Map<string, number>();

  put(event: NewsEvent): void {
    for (const { path } of event.related) this.#to.set(path, (this.#to.get(path) ?? 0) + 1);
  }

  remove(event: NewsEvent): void {
    for (const { path } of event.related) {
      const left = (this.#to.get(path) ?? 0) - 1;
      if (left > 0) this.#to.set(path, left);
      else this.#to.delete(path);
    }
  }

  /** How many events link to this one. */
  to(event: NewsEvent): number {
    return this.#to.get(event.path) ?? 0;
  }
}

/** Orders by how much was reported, most first. */
export function byProminence(a: Prominence, b: Prominence): number {
  return b.sources - a.sources || b.links - a.links || b.story - a.story;
}
