/** Longest wait a server may ask for; past it the import stops and says so. */
export const LONGEST_WAIT_MS = 15 * 60_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_BACKOFF_MS = 60_000;

/** The wait a Retry-After header asks for, in milliseconds: seconds or a date; null where it says neither. */
export function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const seconds = Number(header.trim());
  if (header.trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}

/**
 * How long to wait before the next attempt, in milliseconds: what the server asked for, else a doubling wait; with
 * jitter on top, so that many bots that were turned away together do not come back together.
 *
 * @param attempt Attempts made so far, from 1.
 * @param random A number from 0 to 1.
 */
export function waitBefore(attempt: number, asked: number | null, random: number): number {
  const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return Math.round(asked === null ? backoff * (0.5 + random / 2) : asked + random * Math.min(1000, backoff));
}
