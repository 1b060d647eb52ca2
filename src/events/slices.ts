import { setImmediate, setTimeout } from 'node:timers/promises';

/** Longest stretch of work between two turns of the event loop, in milliseconds. */
const SLICE_MS = 8;
/** Work that nobody waits for comes in short slices with a pause behind each, so that it slows nobody down. */
const IDLE_SLICE_MS = 4;
const IDLE_PAUSE_MS = 16;

/** A stretch of work that leaves the event loop (a heartbeat, an answer) its turns. */
export class Slice {
  readonly #ms: number;
  readonly #pauseMs: number;
  #until: number;

  private constructor(ms: number, pauseMs: number) {
    this.#ms = ms;
    this.#pauseMs = pauseMs;
    this.#until = performance.now() + ms;
  }

  /** Of work that somebody waits for. */
  static begin(): Slice {
    return new Slice(SLICE_MS, 0);
  }

  /** Of work that nobody waits for: it takes a fifth of the time there is. */
  static beginIdle(): Slice {
    return new Slice(IDLE_SLICE_MS, IDLE_PAUSE_MS);
  }

  get isOver(): boolean {
    return performance.now() >= this.#until;
  }

  /** Lets everything else have its turn; then the next stretch begins. */
  async next(): Promise<void> {
    await (this.#pauseMs === 0 ? setImmediate() : setTimeout(this.#pauseMs));
    this.#until = performance.now() + this.#ms;
  }
}

/** Does a piece of work for each item, in slices. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  const slice = Slice.begin();
  for (const item of items) {
    work(item);
    if (slice.isOver) await slice.next();
  }
}
