import { hash } from 'node:crypto';
import type { CalendarDate } from './calendar-date.js';
import { plainWords } from './plain-words.js';

/** The words of a text, lower case without accents and punctuation, separated by single spaces. */
export function bareWords(text: string): string {
  const plain = plainWords(text, ' ');
  if (plain !== null) return plain;
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A steady name for an event: the hash of its date and the words of its sentence. It survives a changed file name, a
 * changed story lead-in, punctuation, case and accents, so that follows, threads and buttons hold.
 *
 * @returns 11 characters of `A-Za-z0-9_-` (64 bits of SHA-256).
 */
export function eventId(date: CalendarDate, sentence: string): string {
  return hash('sha256', `${date}\n${bareWords(sentence)}`, 'base64url').slice(0, 11);
}
