import { dateParts } from '../events/calendar-date.js';
import { besideYear, calendarRules, withYear } from './calendar-rules.js';
import { chineseRules } from './chinese.js';
import { holiday } from './holidays.js';
import { longest, type NamedTime, type Rule, relative } from './named-time.js';
import { numericRules } from './numeric-dates.js';
import { onwards, open } from './open-rules.js';
import { partRules } from './part-rules.js';
import { ranges } from './ranges.js';
import { relativeRules } from './relative-rules.js';
import type { Scan } from './scan.js';
import { dayOf } from './spans.js';
import { weekdayNamed } from './words.js';

/**
 * The grammar of times, from the top: an expression is a range, a time with an open side, or a time; a time is a part of
 * a time, or what the calendar, today or a holiday names. The longest reading wins.
 */

/** "8 April 2016", "yesterday", "the first week of April". */
export const time: Rule = (scan, i) => {
  const read = readAt.get(scan) ?? new Map<number, NamedTime | null>();
  readAt.set(scan, read);
  const known = read.get(i);
  if (known !== undefined) return known;
  const at = articleEnd(scan, i);
  const found = longest(scan, at, timeRules) ?? (at === i ? null : longest(scan, i, timeRules));
  read.set(i, found);
  return found;
};

/** What begins at each token: ranges, open sides and parts all begin with a time, and would read it again. */
const readAt = new WeakMap<Scan, Map<number, NamedTime | null>>();

/** "from March to May 2016", "before 2003", "8 April 2016". */
export const expression: Rule = (scan, i) => longest(scan, i, expressionRules);

/** Index after "the", "all of", "the whole of", "the month of", and a day of the week before its date. */
function articleEnd(scan: Scan, i: number): number {
  const whole = scan.phrase(i, 'all of') ?? scan.phrase(i, 'the whole of') ?? scan.phrase(i, 'all through');
  return scan.skip(whole ?? i, 'the', 'all');
}

/** "Friday 8 April 2016", "Friday, the 8th of April". */
const afterWeekday: Rule = (scan, i) => {
  if (weekdayNamed(scan.word(i)) === null) return null;
  const at = scan.skip(scan.skip(scan.skip(i + 1, '.'), ','), 'the');
  const found = longest(scan, at, dated);
  const means = found?.in(dateParts(scan.today).year);
  return found && means?.every(({ grain }) => grain === 'day') && !found.weak ? found : null;
};

/** "last April", "this summer", "last Christmas": the latest that is over, or this year's. */
const steppedName: Rule = (scan, i) => {
  const word = scan.word(i);
  if (!['last', 'past', 'previous', 'this', 'next', 'coming'].includes(word)) return null;
  const named = longest(scan, i + 1, yearlessNames);
  if (!named?.needsYear) return null;
  const { year } = dateParts(scan.today);
  const over = (y: number) => named.in(y).find(({ to }) => to !== null && to < scan.today);
  const ahead = (y: number) => named.in(y).find(({ from }) => from !== null && from > scan.today);
  const years = Array.from({ length: 10 }, (_, n) => n);
  const span =
    word === 'this'
      ? named.in(year)[0]
      : word === 'next' || word === 'coming'
        ? years.map((n) => ahead(year - 1 + n)).find((found) => found !== undefined)
        : years.map((n) => over(year - n)).find((found) => found !== undefined);
  return span ? relative(named.end, span) : null;
};

/** "this day in 2010", "today in 2010", "this day six years ago": the same calendar day in another year. */
const sameDay: Rule = (scan, i) => {
  const on = scan.skip(i, 'on');
  const at = scan.phrase(on, 'this day') ?? scan.phrase(on, 'today') ?? scan.phrase(on, 'this date');
  const beside = at === null ? null : besideYear(scan, at);
  const { month, day } = dateParts(scan.today);
  return beside && relative(beside.end, dayOf(beside.year, month, day));
};

const unstepped: readonly Rule[] = [...calendarRules, holiday];
const yearlessNames: readonly Rule[] = unstepped;
const dated: readonly Rule[] = [...numericRules, ...unstepped.map(withYear)];
const timeRules: readonly Rule[] = [
  ...dated,
  ...relativeRules,
  afterWeekday,
  steppedName,
  sameDay,
  ...chineseRules,
  ...partRules((scan, i) => time(scan, i)).map(withYear),
];
const expressionRules: readonly Rule[] = [
  ranges(time),
  open((scan, i) => ranges(time)(scan, i) ?? time(scan, i)),
  onwards(time),
  time,
];
