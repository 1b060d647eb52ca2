/** The first wait after a failure, in milliseconds; each further one is twice as long… */
const FIRST_MS = 2_000;
/** …up to this. */
const LONGEST_MS = 10 * 60_000;
/** A message that could not be sent for this long is given up. Some two days. */
export const MOST_ATTEMPTS = 300;
/** A message that Discord refuses for what it is will not get better. Some hour and a half. */
export const MOST_REFUSALS = 15;

/**
 * How long to wait after an attempt that failed, in milliseconds: exponential backoff with jitter, so that what failed
 * together isn't tried together again.
 *
 * @param attempts how often it was tried, from 1.
 * @param random from 0 to 1.
 */
export function retryDelay(attempts: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(30, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}
