import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which other work gets its turn. */
const TURN_MS = 10;

/** Does something with each item, giving way to other work every few milliseconds, until all are done or it is called off. */
export async function inTurns<T>(
  items: Iterable<T>,
  use: (item: T, i: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  let turn = performance.now();
  let i = 0;
  for (const item of items) {
    use(item, i++);
    if (performance.now() - turn < TURN_MS) continue;
    await setImmediate();
    if (signal?.aborted) return;
    turn = performance.now();
  }
}
