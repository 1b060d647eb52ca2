/** Longest stretch of work between two turns of the event loop, in milliseconds. */
const SLICE_MS = 8;

/** Does a piece of work for each item, in stretches that leave the event loop (a heartbeat, an answer) its turns. */
export async function inSlices<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  let until = performance.now() + SLICE_MS;
  for (const item of items) {
    work(item);
    if (performance.now() < until) continue;
    await new Promise((turn) => setImmediate(turn));
    until = performance.now() + SLICE_MS;
  }
}
