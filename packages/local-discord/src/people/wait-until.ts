import type { World } from '../world/world.js';

/** Thrown when what somebody waited for did not happen in time. */
export class WaitedInVain extends Error {
  override readonly name = 'WaitedInVain';
}

/**
 * Waits until something can be seen, looking again after each happening.
 *
 * @param probe gives what is waited for, or undefined while it isn't there
 * @param what named in the error: "an answer to /ask"
 * @throws WaitedInVain after `deadlineMs`
 */
export function waitUntil<T>(
  world: World,
  probe: () => T | undefined,
  deadlineMs: number,
  what: string,
): Promise<T> {
  const now = probe();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise<T>((resolve, reject) => {
    const stop = world.listen(() => {
      const seen = probe();
      if (seen === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(seen);
    });
    const timer = setTimeout(() => {
      stop();
      reject(new WaitedInVain(`waited ${deadlineMs} ms for ${what}`));
    }, deadlineMs);
  });
}
