import { weekday } from '../events/calendar-date.js';
import { type Rule, relative } from './named-time.js';
import { type Counted, countAt } from './numbers.js';
import { rollingSpan, type Unit, unitFromToday } from './relative-units.js';
import type { Scan } from './scan.js';
import { daySpan, shiftDays, shiftMonths, spanOf } from './spans.js';
import { isAbout, weekdayNamed } from './words.js';

/** Times named from today: "yesterday", "last week", "the past 7 days", "3 months ago". */

const units: readonly Unit[] = ['day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade'];
const FORTNIGHT = 2;

/** The unit named at a token, how many of it the word means, and the index after it. */
function unitAt(scan: Scan, i: number): { unit: Unit; times: number; end: number } | null {
  const word = scan.word(i).replace(/s$/, '');
  if (word === 'fortnight') return { unit: 'week', times: FORTNIGHT, end: i + 1 };
  const unit = units.find((name) => name === word);
  return unit ? { unit, times: 1, end: i + 1 } : null;
}

const namedDays: readonly (readonly [string, number])[] = [
  ['the day before yesterday', -2],
  ['day before yesterday', -2],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['last night', -1],
  ['last evening', -1],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['tonight', 0],
  ['today', 0],
  ['right now', 0],
  ['now', 0],
];

/** "today", "yesterday morning", "last night", "the day before yesterday". */
const namedDay: Rule = (scan, i) => {
  for (const [words, steps] of namedDays) {
    const end = scan.phrase(i, words);
    if (end !== null) return relative(end, unitFromToday(scan.today, 'day', steps));
  }
  const steps = isAbout(scan.word(i), 'yesterday') ? -1 : isAbout(scan.word(i), 'tomorrow') ? 1 : null;
  if (steps === null) return null;
  const end = scan.skip(i + 1, 'morning', 'afternoon', 'evening', 'night');
  return relative(end, unitFromToday(scan.today, 'day', steps));
};

/** "the week before last", "the month before last". */
const beforeLast: Rule = (scan, i) => {
  const unit = unitAt(scan, i);
  const end = unit && scan.phrase(unit.end, 'before last');
  return unit && end ? relative(end, unitFromToday(scan.today, unit.unit, -2)) : null;
};

/** "the end of the month", "the weekend": the one that today is in, or the latest weekend. For whole texts only. */
const thisOne: Rule = (scan, i) => {
  const unit = scan.whole ? unitAt(scan, i) : null;
  if (unit?.times !== 1) return null;
  if (unit.unit === 'weekend')
    return relative(unit.end, unitFromToday(scan.today, 'weekend', weekday(scan.today) >= 6 ? 0 : -1));
  const partOf = scan.word(i - 1) === 'the' && scan.word(i - 2) === 'of';
  return partOf && unit.unit !== 'day' ? relative(unit.end, unitFromToday(scan.today, unit.unit, 0)) : null;
};

/** "earlier this year": from its beginning to today. */
const earlierThis: Rule = (scan, i) => {
  const after = scan.phrase(i, 'earlier this');
  const unit = after === null ? null : unitAt(scan, after);
  const from = unit && unitFromToday(scan.today, unit.unit, 0)?.from;
  return unit && from ? relative(unit.end, spanOf(from, scan.today)) : null;
};

const stepWords: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
};
const stepAt = (scan: Scan, i: number) => stepWords[scan.word(i)];

/** "last week" is the week before this one; "this month" the whole month. */
const stepped: Rule = (scan, i) => {
  const steps = stepAt(scan, i);
  const unit = steps === undefined ? null : unitAt(scan, i + 1);
  if (steps === undefined || !unit || unit.times !== 1 || /s$/.test(scan.word(i + 1))) return null;
  return relative(unit.end, unitFromToday(scan.today, unit.unit, steps));
};

/** "last Tuesday" is the latest before today, "next Tuesday" the first after it, "this Tuesday" that of this week. */
const steppedWeekday: Rule = (scan, i) => {
  const steps = stepAt(scan, i);
  const day = weekdayNamed(scan.word(i + 1));
  if (steps === undefined || day === null) return null;
  const ahead = day - weekday(scan.today);
  const shift =
    steps === 0 ? ahead : steps < 0 ? (ahead < 0 ? ahead : ahead - 7) : ahead > 0 ? ahead : ahead + 7;
  const date = shiftDays(scan.today, shift);
  const end = scan.skip(i + 2, 'morning', 'afternoon', 'evening', 'night');
  return date && relative(end, daySpan(date));
};

/** "Tuesday last week", "Tuesday of this week". */
const weekdayOfWeek: Rule = (scan, i) => {
  const day = weekdayNamed(scan.word(i));
  const at = scan.skip(i + 1, 'of');
  const steps = stepAt(scan, at);
  if (day === null || steps === undefined || scan.word(at + 1) !== 'week') return null;
  const monday = unitFromToday(scan.today, 'week', steps)?.from;
  const date = monday ? shiftDays(monday, day - 1) : null;
  return date && relative(at + 2, daySpan(date));
};

/** "the past 7 days" end today and hold it; "the past month" begins on the day after the same day a month ago. */
const rolling: Rule = (scan, start) => {
  const i = scan.phrase(start, 'this past') === null ? start : start + 1;
  const word = scan.word(i);
  if (!['past', 'last', 'previous', 'preceding', 'next', 'coming'].includes(word)) return null;
  const counted: Counted | null = countAt(scan, i + 1);
  if (!counted && word !== 'past') return null;
  const hours = scan.word(counted?.end ?? i + 1);
  if (/^hours?$/.test(hours)) {
    const days = Math.ceil((counted?.value ?? 1) / 24);
    return relative((counted?.end ?? i + 1) + 1, spanOf(shiftDays(scan.today, -days), scan.today));
  }
  const unit = unitAt(scan, counted?.end ?? i + 1);
  if (!unit || unit.unit === 'weekend' || unit.unit === 'quarter') return null;
  const count = (counted?.value ?? 1) * unit.times;
  return count < 1
    ? null
    : relative(unit.end, rollingSpan(scan.today, count, unit.unit, word === 'next' || word === 'coming'));
};

/** "3 days ago" is a day, "two weeks ago" a week, "5 months ago" a month; "a year ago today" a day. */
const ago: Rule = (scan, i) => {
  const counted = countAt(scan, i);
  const unit = counted && unitAt(scan, counted.end);
  if (!unit || unit.unit === 'weekend' || unit.unit === 'quarter') return null;
  const afterAgo =
    scan.phrase(unit.end, 'ago') ?? scan.phrase(unit.end, 'back') ?? scan.phrase(unit.end, 'earlier');
  if (afterAgo === null || (scan.word(unit.end) !== 'ago' && !scan.whole)) return null;
  const count = counted.value * unit.times;
  const exact = scan.phrase(afterAgo, 'today');
  if (exact === null) return relative(afterAgo, unitFromToday(scan.today, unit.unit, -count));
  const months = { day: 0, week: 0, month: 1, year: 12, decade: 120 }[unit.unit] * count;
  const days = { day: 1, week: 7, month: 0, year: 0, decade: 0 }[unit.unit] * count;
  const date = months > 0 ? shiftMonths(scan.today, -months) : shiftDays(scan.today, -days);
  return date && relative(exact, daySpan(date));
};

export const relativeRules: readonly Rule[] = [
  beforeLast,
  thisOne,
  earlierThis,

  namedDay,
  stepped,
  steppedWeekday,
  weekdayOfWeek,
  rolling,
  ago,
];
