/** Does pieces of work that share a key one after the other; those of other keys run beside them. */
export class OneAtATime {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does a piece of work once all begun before it under the same key has ended, well or badly. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}
