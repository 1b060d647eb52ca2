import { setImmediate, setTimeout } from 'node:timers/promises';

/** Milliseconds of work after which other work gets its turn. */
const TURN_MS = 10;
/** Work that nobody waits for takes short turns, with a pause behind each, so that it slows nobody down. */
const IDLE_TURN_MS = 4;
const IDLE_PAUSE_MS = 16;

/** Does something with each item, giving way to other work every few milliseconds. */
export async function inTurns<T>(items: Iterable<T>, use: (item: T, i: number) => void): Promise<void> {
  let turn = performance.now();
  let i = 0;
  for (const item of items) {
    use(item, i++);
    if (performance.now() - turn < TURN_MS) continue;
    await setImmediate();
    turn = performance.now();
  }
}

/** The same in a fifth of the time there is, until all are done or it is called off; keeps no process alive. */
export async function inIdleTurns<T>(
  items: Iterable<T>,
  use: (item: T, i: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  let turn = performance.now();
  let i = 0;
  for (const item of items) {
    if (signal?.aborted) return;
    use(item, i++);
    if (performance.now() - turn < IDLE_TURN_MS) continue;
    await setTimeout(IDLE_PAUSE_MS, undefined, { ref: false });
    turn = performance.now();
  }
}
