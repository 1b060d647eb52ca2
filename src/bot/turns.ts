/**
 * Acknowledgements under way hold work up until none of them comes through for this long: a slow network must not keep
 * answers from anybody, while a slow machine that gets on with them is not helped by more work.
 */
const QUIET_MS = 200;
/** And for no longer than this in all. */
const LONGEST_HOLD_MS = 1000;

/** A piece of work that waits. */
interface Turn {
  /** Whether somebody waits for it. */
  readonly awaited: boolean;
  start(): void;
  /** Acknowledgements of others hold it up. */
  held(): void;
}

/**
 * Starts pieces of work one after the other, each in a separate turn of the event loop, and after the acknowledgements
 * under way, so that a crowd of questions does not keep the last of them from being acknowledged. Work that waits for
 * something holds up nobody.
 */
export class Turns {
  readonly #waiting: Turn[] = [];
  #acknowledging = 0;
  /** Called, while work is held up, of each acknowledgement that came through. */
  #progress: (() => void) | null = null;
  /** True once a hold took too long, until no acknowledgement is under way any more. */
  #overdue = false;

  /** How many wait for their turn and are waited for. */
  get waiting(): number {
    return this.#waiting.filter(({ awaited }) => awaited).length;
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
      if (this.#acknowledging === 0) this.#overdue = false;
      this.#progress?.();
    }
  }

  /**
   * Does a piece of work when its turn comes.
   *
   * @param acknowledge called where acknowledgements of others hold the work up: the first to come, when there was no
   * crowd yet, must not hear later than the crowd. What came of the work is given once both are done.
   */
  take<T>(work: () => Promise<T>, acknowledge: () => Promise<void>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let told: Promise<void> | null = null;
      this.#queue({
        awaited: true,
        start: () => Promise.all([work(), told]).then(([result]) => resolve(result), reject),
        held: () => {
          told = this.first(acknowledge());
          // Its failure is reported with the work.
          told.catch(() => undefined);
        },
      });
    });
  }

  /** Does a piece of work that nobody waits for when its turn comes: what is noted down once an answer is given. */
  later(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue({ awaited: false, start: () => work().then(resolve, reject), held: () => {} });
    });
  }

  #queue(turn: Turn): void {
    this.#waiting.push(turn);
    if (this.#waiting.length === 1) setImmediate(() => this.#next());
  }

  async #next(): Promise<void> {
    if (this.#acknowledging > 0 && !this.#overdue) await this.#hold();
    this.#waiting[0]?.start();
    this.#waiting.shift();
    if (this.#waiting.length > 0) setImmediate(() => this.#next());
  }

  async #hold(): Promise<void> {
    for (const turn of this.#waiting) turn.held();
    const since = performance.now();
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => {
        this.#overdue = true;
        resolve();
      }, QUIET_MS);
      this.#progress = () => {
        if (this.#acknowledging > 0) {
          if (performance.now() - since < LONGEST_HOLD_MS - QUIET_MS) late.refresh();
          return;
        }
        clearTimeout(late);
        resolve();
      };
    });
    this.#progress = null;
  }
}
