import { createHash } from 'node:crypto';
import type { CalendarDate } from './calendar-date.js';

/**
 * A steady name for an event: the hash of its date and the words of its sentence. It survives a changed file name, a
 * changed story lead-in, punctuation, case and accents, so that follows, threads and buttons hold.
 *
 * @returns 11 characters of `A-Za-z0-9_-` (64 bits of SHA-256).
 */
export function eventId(date: CalendarDate, sentence: string): string {
  const words = sentence
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const hash = createHash('sha256').update(`${date}\n${words?.join(' ') ?? ''}`);
  return hash.digest('base64url').slice(0, 11);
}
