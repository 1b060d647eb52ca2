import { beginsHoliday } from './holidays.js';
import type { Scan } from './scan.js';
import { isAbout, monthNamed, seasonNamed, weekdayNamed } from './words.js';

/** Words around which times are named without a figure, a month, a day of the week, a season or a holiday. */
const ANCHORS = new Set(
  (
    'now today tonight yesterday tomorrow morning afternoon evening night hour day date week weekend fortnight month quarter ' +
    'half year decade century'
  ).split(' '),
);

/**
 * Whether a text has any word that a time is named with. Most questions have none, and need no rule to be tried at each of
 * their words.
 */
export function mayNameTime(scan: Scan): boolean {
  return (
    scan.chinese ||
    scan.tokens.some(
      ({ word, number }) =>
        number !== null ||
        ANCHORS.has(word.endsWith('s') ? word.slice(0, -1) : word) ||
        monthNamed(word) !== null ||
        weekdayNamed(word) !== null ||
        seasonNamed(word) !== null ||
        beginsHoliday(word) ||
        isAbout(word, 'yesterday') ||
        isAbout(word, 'tomorrow'),
    )
  );
}
