import { addDays, dateParts, weekday } from '../events/calendar-date.js';
import { fixed, inYear, type NamedTime, type Rule, relative, yearless } from './named-time.js';
import { countAt, dayAt, fullYear, ordinalAt, yearAt } from './numbers.js';
import type { Scan } from './scan.js';
import {
  dayOf,
  daySpan,
  halfOf,
  isoWeek,
  monthOf,
  quarterOf,
  seasonOf,
  shiftDays,
  yearOf,
  yearsFrom,
} from './spans.js';
import { monthNamed, seasonNamed, weekdayNamed } from './words.js';

/** Days, months, seasons and years as the calendar names them. */

/** A full stop after a shortened month or a German day, a comma, or a dash within 8-Apr-2016. */
const joint = (scan: Scan, i: number) =>
  scan.word(i) === '.' ||
  scan.word(i) === ',' ||
  (scan.glued(i) && scan.glued(i + 1) && /^[-/]$/.test(scan.word(i)))
    ? i + 1
    : i;

/** The month named at a token, with the full stop of a shortened one. */
export function monthAt(scan: Scan, i: number): { month: number; end: number } | null {
  const month = monthNamed(scan.word(i));
  return month === null
    ? null
    : { month, end: scan.word(i + 1) === '.' && scan.word(i).length <= 4 ? i + 2 : i + 1 };
}

/** "8 April", "8th of April", "the eighth of April", "8. April", "8-Apr". */
const dayMonth: Rule = (scan, i) => {
  const day = dayAt(scan, i);
  if (!day) return null;
  const month = monthAt(scan, scan.skip(joint(scan, day.end), 'of'));
  return month && yearless(month.end, (year) => dayOf(year, month.month, day.value));
};

/** "April 8", "Apr. 8th", "April the eighth". A number of more digits is no day. */
const monthDay: Rule = (scan, i) => {
  const month = monthAt(scan, i);
  if (!month) return null;
  const day = dayAt(scan, scan.skip(joint(scan, month.end), 'the'));
  return day && yearless(day.end, (year) => dayOf(year, month.month, day.value));
};

const month: Rule = (scan, i) => {
  const found = monthAt(scan, i);
  return found && yearless(found.end, (year) => monthOf(year, found.month), 'word');
};

/** The first year of "2015/16" or "2015–2016", where the second is the next. */
function yearPairAt(scan: Scan, i: number) {
  const [first, second] = [yearAt(scan, i), scan.number(i + 2)];
  if (!first || second === null || !/^[-/–]$/.test(scan.word(i + 1))) return null;
  const next = first.value + 1;
  return second === next || second === next % 100 ? { value: first.value, end: i + 3 } : null;
}

const DECADES = ['thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

const season: Rule = (scan, i) => {
  // "the 2032 Summer Olympics": inside a sentence, a season after a year is part of a name.
  if (!scan.whole && yearAt(scan, i - 1)) return null;
  const found = seasonNamed(scan.word(i));
  const twoYears = found && yearPairAt(scan, scan.skip(i + 1, 'of'));
  if (found && twoYears) return fixed(twoYears.end, seasonOf(twoYears.value, found));
  return found && yearless(i + 1, (year) => seasonOf(year, found), 'word');
};

/** "Q2", "2Q", "second quarter", "first half", "H1". The longer forms ("first half of") are the grammar's. */
const quarterOrHalf: Rule = (scan, i) => {
  const letter = scan.word(i);
  const number = scan.number(i + 1);
  if (number !== null && scan.digits(i + 1) === 1 && scan.glued(i + 1)) {
    if (letter === 'q') return yearless(i + 2, (year) => quarterOf(year, number));
    if (letter === 'h') return yearless(i + 2, (year) => halfOf(year, number));
  }
  const first = scan.number(i);
  if (first !== null && scan.digits(i) === 1 && scan.word(i + 1) === 'q' && scan.glued(i + 1))
    return yearless(i + 2, (year) => quarterOf(year, first));
  const nth = ordinalAt(scan, i);
  if (nth && scan.word(nth.end) === 'quarter')
    return yearless(nth.end + 1, (year) => quarterOf(year, nth.value), 'word');
  if (nth && scan.word(nth.end) === 'half')
    return yearless(nth.end + 1, (year) => halfOf(year, nth.value), 'word');
  return null;
};

/** "week 14", "W14", "KW 14": the ISO week. */
const weekNumber: Rule = (scan, i) => {
  if (!['week', 'w', 'kw', 'wk'].includes(scan.word(i))) return null;
  const at = scan.skip(i + 1, 'number', 'no', '#');
  const week = scan.number(at);
  if (week === null || scan.digits(at) > 2) return null;
  return yearless(at + 1, (year) => isoWeek(year, week), 'word');
};

/** "2016", "the year 2016", "2015/16" is numeric-dates'. */
const year: Rule = (scan, i) => {
  const named = scan.word(i) === 'year';
  const found = yearAt(scan, named ? i + 1 : i);
  return found && fixed(found.end, yearOf(found.value), named ? null : 'number');
};

/** "the 1990s", "the 90s", "the '90s", "the nineties". */
const decade: Rule = (scan, i) => {
  const word = DECADES.indexOf(scan.word(i));
  if (word >= 0 && scan.whole) return fixed(i + 1, yearsFrom(1930 + word * 10, 1939 + word * 10));
  const at = scan.skip(i, "'", '’', '‘');
  const number = scan.number(at);
  const quote = /^['’]$/.test(scan.word(at + 1)) ? at + 2 : at + 1;
  if (number === null || number % 10 !== 0 || scan.word(quote) !== 's' || !scan.glued(quote)) return null;
  const start = scan.digits(at) === 4 ? number : scan.digits(at) === 2 ? fullYear(number, scan.today) : null;
  return start === null ? null : fixed(quote + 1, yearsFrom(start, start + 9));
};

/** "the 21st century": 2001 to 2100. */
const century: Rule = (scan, i) => {
  const nth = ordinalAt(scan, i);
  if (!nth || scan.word(nth.end) !== 'century' || nth.value > 30) return null;
  return fixed(nth.end + 1, yearsFrom(nth.value * 100 - 99, nth.value * 100));
};

/** "Tuesday": the latest that isn't after today. */
const plainWeekday: Rule = (scan, i) => {
  const day = weekdayNamed(scan.word(i));
  if (day === null) return null;
  const back = (weekday(scan.today) - day + 7) % 7;
  const date = shiftDays(scan.today, -back);
  return date && { ...relative(i + 1, daySpan(date)), weak: 'word' };
};

/** "the 8th": the latest that isn't after today; only where the whole text is a time. */
const plainDay: Rule = (scan, i) => {
  if (!scan.whole) return null;
  const day = ordinalAt(scan, i);
  if (!day || day.value > 31) return null;
  for (let back = 0; back < 63; back++) {
    const date = addDays(scan.today, -back);
    if (dateParts(date).day === day.value) return relative(day.end, daySpan(date));
  }
  return null;
};

/** A year said beside what lacks one: "2016", "of 2016", ", 2016", "last year". */
export function besideYear(scan: Scan, i: number): { year: number; end: number; relative: boolean } | null {
  const at = scan.skip(scan.skip(joint(scan, i), 'of', 'in'), 'the');
  const found = yearAt(scan, scan.skip(at, 'year'));
  if (found) return { year: found.value, end: found.end, relative: false };
  const { year: now } = dateParts(scan.today);
  const which = { last: -1, previous: -1, this: 0, next: 1 }[scan.word(at)];
  if (which !== undefined && scan.word(at + 1) === 'year')
    return { year: now + which, end: at + 2, relative: true };
  const count = countAt(scan, at);
  if (count && /^years?$/.test(scan.word(count.end)) && scan.word(count.end + 1) === 'ago')
    return { year: now - count.value, end: count.end + 2, relative: true };
  return null;
}

/** "2016" or "last year", before what lacks a year. */
function yearBefore(scan: Scan, i: number) {
  if (['last', 'this'].includes(scan.word(i)))
    return scan.word(i + 1) === 'year' ? besideYear(scan, i) : null;
  const found = yearAt(scan, i);
  return found && { year: found.value, end: found.end, relative: false };
}

/** Gives a time its year, from behind it ("April 2016") or from before it ("2016 April"). */
export function withYear(rule: Rule): Rule {
  return (scan, i): NamedTime | null => {
    const time = rule(scan, i);
    if (time?.needsYear) {
      const beside = besideYear(scan, time.end);
      return beside ? inYear(time, beside.year, beside.end, beside.relative) : time;
    }
    if (time) return time;
    const before = yearBefore(scan, i);
    const later = before && rule(scan, scan.skip(before.end, '-', ',', '/', 'in'));
    return before && later?.needsYear ? inYear(later, before.year, later.end, before.relative) : null;
  };
}

export const calendarRules: readonly Rule[] = [
  dayMonth,
  monthDay,
  month,
  season,
  quarterOrHalf,
  weekNumber,
  year,
  decade,
  century,
  plainWeekday,
  plainDay,
];
