import type { Scan } from './scan.js';
import { numberNamed, ordinalNamed } from './words.js';

/** A number and the index of the token after it. */
export interface Counted {
  readonly value: number;
  readonly end: number;
}

const SUFFIXES = ['st', 'nd', 'rd', 'th'];

/** "8th", "8 th", "eighth", "twenty-first". */
export function ordinalAt(scan: Scan, i: number): Counted | null {
  const number = scan.number(i);
  if (number !== null)
    return SUFFIXES.includes(scan.word(i + 1)) && scan.glued(i + 1) ? { value: number, end: i + 2 } : null;
  const tens = { twenty: 20, thirty: 30 }[scan.word(i)];
  if (tens !== undefined) {
    const next = scan.skip(i + 1, '-', '‑');
    const one = ordinalNamed(scan.word(next));
    return one !== null && one < 10 ? { value: tens + one, end: next + 1 } : null;
  }
  if (scan.word(i) === 'thirtieth') return { value: 30, end: i + 1 };
  const value = ordinalNamed(scan.word(i));
  return value === null ? null : { value, end: i + 1 };
}

/** A day of a month, 1 to 99 (whether there is such a day is the calendar's to say): "8", "08", "8th", "eighth". */
export function dayAt(scan: Scan, i: number): Counted | null {
  const ordinal = ordinalAt(scan, i);
  if (ordinal) return ordinal.value < 100 ? ordinal : null;
  const value = scan.number(i);
  return value !== null && scan.digits(i) <= 2 ? { value, end: i + 1 } : null;
}

/** A count: "7", "seven", "a", "a couple of". At most four digits. */
export function countAt(scan: Scan, i: number): Counted | null {
  const value = scan.number(i);
  if (value !== null) return scan.digits(i) <= 4 ? { value, end: i + 1 } : null;
  const couple = scan.phrase(scan.skip(i, 'a'), 'couple');
  if (couple !== null) return { value: 2, end: scan.skip(couple, 'of') };
  const word = scan.word(i);
  if (word === 'a' || word === 'an') return { value: 1, end: i + 1 };
  const named = numberNamed(word);
  return named === null ? null : { value: named, end: i + 1 };
}

/** A year written with four digits (1000 to 2999), or two after an apostrophe, and not part of a longer figure. */
export function yearAt(scan: Scan, i: number): Counted | null {
  const token = scan.tokens[i];
  if (token?.number != null && scan.digits(i) === 4 && token.number >= 1000 && token.number < 3000) {
    const decimal = /^[.,]\d/.test(scan.text.slice(token.end, token.end + 2));
    const letters =
      /^\p{L}/u.test(scan.text.slice(token.end)) && !/^\p{Script=Han}/u.test(scan.text.slice(token.end));
    return decimal || letters ? null : { value: token.number, end: i + 1 };
  }
  if (/^['’‘]$/.test(scan.word(i)) && scan.glued(i + 1) && scan.digits(i + 1) === 2) {
    const after = scan.tokens[i + 1]?.end ?? 0;
    if (/^\p{L}/u.test(scan.text.slice(after))) return null;
    return { value: fullYear(scan.number(i + 1) ?? 0, scan.today), end: i + 2 };
  }
  return null;
}

/**
 * A year written with two digits: the one from 79 years before today to 20 years after it, as in Java's
 * SimpleDateFormat.
 */
export function fullYear(twoDigits: number, today: string): number {
  const now = Number(today.slice(0, 4));
  const year = now - (now % 100) + twoDigits;
  if (year > now + 20) return year - 100;
  return year <= now - 80 ? year + 100 : year;
}
