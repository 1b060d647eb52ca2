import { expect, it } from 'vitest';
import { inIdleTurns, inTurns, stepsInTurns, Turn } from '../src/in-turns.js';

/** Work that keeps the thread for this many milliseconds. */
function toil(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it.each([
  ['that somebody waits for', inTurns],
  ['that nobody waits for', inIdleTurns],
])('long work %s is done in order, and others get their turn before it has ended', async (_, run) => {
  const done: number[] = [];
  let doneByThen = 0;
  setImmediate(() => {
    doneByThen = done.length;
  });
  await run([1, 2, 3, 4, 5], (n) => {
    toil(6);
    done.push(n);
  });
  expect(done).toEqual([1, 2, 3, 4, 5]);
  expect(doneByThen).toBeGreaterThan(0);
  expect(doneByThen).toBeLessThan(5);
});

it('work that nobody waits for ends when it is called off', async () => {
  const called = new AbortController();
  const done: number[] = [];
  await inIdleTurns(
    [1, 2, 3],
    (n) => {
      done.push(n);
      if (n === 2) called.abort();
    },
    called.signal,
  );
  expect(done).toEqual([1, 2]);
});

it('work in steps gives others their turn between two of them, and then its result', async () => {
  let steps = 0;
  let stepsByThen = 0;
  setImmediate(() => {
    stepsByThen = steps;
  });
  function* work(): Generator<void, string> {
    while (steps < 5) {
      toil(6);
      steps++;
      yield;
    }
    return 'done';
  }
  expect(await stepsInTurns(work(), Turn.begin())).toBe('done');
  expect(stepsByThen).toBeGreaterThan(0);
  expect(stepsByThen).toBeLessThan(5);
});
