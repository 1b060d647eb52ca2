import { editDistance } from '../text/edit-distance.js';
import { memoize } from '../text/memoize.js';
import type { Season } from './spans.js';

/** The English words of the calendar. */

const months = [
  ['january', 'jan'],
  ['february', 'feb', 'febr'],
  ['march', 'mar', 'mrch', 'marhc'],
  ['april', 'apr', 'apri', 'aprl', 'aprill', 'apirl', 'arpil', 'appril'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul', 'jully'],
  ['august', 'aug', 'agust', 'augst', 'auguest', 'augsut'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;
const weekdays = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
] as const;
const ones = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ordinals = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');

const numbered = (lists: readonly (readonly string[])[]) =>
  new Map(lists.flatMap((words, at) => words.map((word) => [word, at + 1] as const)));
const monthNumbers = numbered(months);
const weekdayNumbers = numbered(weekdays);
const onesNumbers = numbered(ones.map((word) => [word]));
const ordinalNumbers = numbered(ordinals.map((word) => [word]));

const seasons: Readonly<Record<string, Season>> = {
  spring: 'spring',
  springtime: 'spring',
  summer: 'summer',
  summertime: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
  wintertime: 'winter',
};

/**
 * The word of a list that a misspelt one means. Only long words are mended, by two letters at most, and the first
 * letter must be right: "Febuary", but not "Augusta" nor "remember".
 */
function mended(word: string, known: ReadonlyMap<string, number>): number | null {
  if (word.length < 6) return null;
  for (const [right, value] of known)
    if (right.length >= 7 && right[0] === word[0] && editDistance(word, right, 2) <= 2) return value;
  return null;
}

/** Words kept: many rules ask of each word of a question whether it is a month. */
const KEPT = 2000;

/** The month a word names, 1 to 12, or null. */
export const monthNamed = memoize(
  KEPT,
  (word): number | null => monthNumbers.get(word) ?? mended(word, monthNumbers),
);

/** The day of the week a word names, 1 for Monday to 7, or null. */
export const weekdayNamed = memoize(
  KEPT,
  (word): number | null => weekdayNumbers.get(word) ?? mended(word, weekdayNumbers),
);

/** The season a word names, or null. */
export const seasonNamed = (word: string): Season | null =>
  (Object.hasOwn(seasons, word) && seasons[word]) || null;

/** "one" to "twelve" as a number, or null. */
export const numberNamed = (word: string): number | null => onesNumbers.get(word) ?? null;

/** "first" to "twentieth" as a number, or null. */
export const ordinalNamed = (word: string): number | null => ordinalNumbers.get(word) ?? null;

/** Whether a word is this one, or a misspelling of it by at most two letters. */
export const isAbout = (word: string, right: string): boolean =>
  word === right || (word.length > 5 && word[0] === right[0] && editDistance(word, right, 2) <= 2);

/** The full English name of a month, 1 to 12, in lower case. */
export const monthName = (month: number): string => months[month - 1]?.[0] ?? '';
