import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which other work gets its turn. */
const TURN_MS = 10;

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
