/**
 * Starts pieces of work one after the other, each in a turn of the event loop of its own, so that a crowd of questions
 * does not keep the loop from acknowledging the last of them. Work that waits for something holds up nobody.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Does a piece of work when its turn comes. */
  take<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(() => work().then(resolve, reject));
      if (this.#waiting.length === 1) setImmediate(() => this.#next());
    });
  }

  #next(): void {
    const start = this.#waiting[0];
    start?.();
    this.#waiting.shift();
    if (this.#waiting.length > 0) setImmediate(() => this.#next());
  }
}
