import { dayOf } from './spans.js';

/** The Sunday of Easter in the Gregorian calendar (the "anonymous" computus; Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const leaps = b - Math.floor(b / 4);
  const h = (19 * a + leaps - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1)?.from ?? null;
}
