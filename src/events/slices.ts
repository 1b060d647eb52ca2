/** Longest stretch of work between two turns of the event loop, in milliseconds. */
const SLICE_MS = 8;

/** A stretch of work that leaves the event loop (a heartbeat, an answer) its turns. */
export class Slice {
  #until = performance.now() + SLICE_MS;

  get isOver(): boolean {
    return performance.now() >= this.#until;
  }

  /** Lets everything else have its turn; then the next stretch begins. */
  async next(): Promise<void> {
    await new Promise((turn) => setImmediate(turn));
    this.#until = performance.now() + SLICE_MS;
  }
}

/** Does a piece of work for each item, in slices. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  const slice = new Slice();
  for (const item of items) {
    work(item);
    if (slice.isOver) await slice.next();
  }
}
