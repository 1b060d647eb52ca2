/**
 * The terms of every event in order, one number a place, in one growing array: what ranking reads when it looks at an
 * event's words, without parsing its text again.
 */
export class Places {
  #places = new Uint32Array(1 << 16);
  #starts = new Uint32Array(1 << 12);
  #events = 0;
  #end = 0;

  /** Appends an event's places; events are numbered in the order they come. */
  push(places: ArrayLike<number>): void {
    while (this.#end + places.length > this.#places.length) this.#places = grown(this.#places);
    if (this.#events + 2 > this.#starts.length) this.#starts = grown(this.#starts);
    this.#places.set(places, this.#end);
    this.#end += places.length;
    this.#events += 1;
    this.#starts[this.#events] = this.#end;
  }

  /** Takes up the places of many events, while there are none yet; `starts` are where each begins, and where the last ends. */
  restore(places: Uint32Array, starts: Uint32Array): void {
    this.#places = places.slice();
    this.#starts = starts.slice();
    this.#events = Math.max(0, starts.length - 1);
    this.#end = starts.at(-1) ?? 0;
  }

  /** How many events there are. */
  get size(): number {
    return this.#events;
  }

  /** How many places all events have. */
  get total(): number {
    return this.#end;
  }

  /** How many places an event has. */
  length(event: number): number {
    return (this.#starts[event + 1] ?? 0) - (this.#starts[event] ?? 0);
  }

  /** The places of one event: a view, not a copy. */
  of(event: number): Uint32Array {
    return this.#places.subarray(this.#starts[event], this.#starts[event + 1]);
  }
}

const LEAST = 1 << 12;

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(array.length * 2, LEAST));
  larger.set(array);
  return larger;
}
