/** Acknowledgements under way hold work up for at most so long: a slow network must not keep answers from anybody. */
const LONGEST_HOLD_MS = 200;

/**
 * Starts pieces of work one after the other, each in a turn of the event loop of its own, and after the acknowledgements
 * under way, so that a crowd of questions does not keep the last of them from being acknowledged. Work that waits for
 * something holds up nobody.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #acknowledging = 0;
  #release: (() => void) | null = null;
  /** True once a hold took too long, until no acknowledgement is under way any more. */
  #overdue = false;

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether acknowledgements are under way. */
  get acknowledging(): boolean {
    return this.#acknowledging > 0;
  }

  /** Lets an acknowledgement go before the work that waits. */
  async first(acknowledgement: Promise<void>): Promise<void> {
    this.#acknowledging += 1;
    try {
      await acknowledgement;
    } finally {
      this.#acknowledging -= 1;
      if (this.#acknowledging === 0) {
        this.#overdue = false;
        this.#release?.();
      }
    }
  }

  /** Does a piece of work when its turn comes. */
  take<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(() => work().then(resolve, reject));
      if (this.#waiting.length === 1) setImmediate(() => this.#next());
    });
  }

  async #next(): Promise<void> {
    if (this.#acknowledging > 0 && !this.#overdue) await this.#hold();
    const start = this.#waiting[0];
    start?.();
    this.#waiting.shift();
    if (this.#waiting.length > 0) setImmediate(() => this.#next());
  }

  async #hold(): Promise<void> {
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => {
        this.#overdue = true;
        resolve();
      }, LONGEST_HOLD_MS);
      this.#release = () => {
        clearTimeout(late);
        resolve();
      };
    });
    this.#release = null;
  }
}
