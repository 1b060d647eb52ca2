import type { DateSpan } from '../events/date-span.js';
import { mapped, type NamedTime, type Rule } from './named-time.js';
import { countAt, ordinalAt } from './numbers.js';
import type { Scan } from './scan.js';
import {
  halfOfSpan,
  nthOf,
  nthWeekday,
  type PartUnit,
  runOf,
  type Third,
  thirdOf,
  weekOfSpan,
} from './span-parts.js';
import { daySpan, shiftDays, shiftMonths, spanOf, weekendAround } from './spans.js';
import { weekdayNamed } from './words.js';

/** Parts of a time: "early April 2016", "the first week of April", "second half of 2016", "the week of 8 April". */

/** Reads the time that something is a part of. */
type TimeRule = (scan: Scan, i: number) => NamedTime | null;

const thirds: Readonly<Record<string, Third>> = {
  early: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  beginning: 'early',
  start: 'early',
  end: 'late',
  close: 'late',
};
const NEEDS_OF = new Set(['beginning', 'start', 'end', 'close', 'middle']);

/** "early April 2016", "mid-2016", "the end of March", "late in 2016". */
const third =
  (time: TimeRule): Rule =>
  (scan, i) => {
    const word = scan.word(i);
    const which = Object.hasOwn(thirds, word) ? thirds[word] : undefined;
    if (!which) return null;
    const after = scan.skip(i + 1, 'in', '-');
    const of = scan.phrase(after, 'of');
    if (of === null && NEEDS_OF.has(word)) return null;
    const whole = time(scan, scan.skip(of ?? after, 'the'));
    return whole && mapped(whole, whole.end, (span) => thirdOf(span, which));
  };

/** Which of several: the nth, or the last. */
function whichAt(scan: Scan, i: number): { nth: number; end: number } | null {
  const ordinal = ordinalAt(scan, i);
  if (ordinal) {
    const last = scan.phrase(ordinal.end, 'to last') ?? scan.phrase(ordinal.end, 'last');
    return last === null ? { nth: ordinal.value, end: ordinal.end } : { nth: -ordinal.value, end: last };
  }
  if (['last', 'final'].includes(scan.word(i))) return { nth: -1, end: i + 1 };
  return scan.word(i) === 'opening' ? { nth: 1, end: i + 1 } : null;
}

const partUnits: Readonly<Record<string, PartUnit>> = {
  day: 'day',
  week: 'week',
  weekend: 'weekend',
  month: 'month',
  year: 'year',
};

/** "the first week of April 2016", "last Friday of March", "second half of 2016", "the first three months of 2016". */
const nth =
  (time: TimeRule): Rule =>
  (scan, i) => {
    const which = whichAt(scan, i);
    if (!which) return null;
    const count = countAt(scan, which.end);
    const unitIndex = count?.end ?? which.end;
    const word = scan.word(unitIndex).replace(/s$/, '');
    const day = weekdayNamed(scan.word(unitIndex));
    const of = scan.phrase(unitIndex + 1, 'of') ?? scan.phrase(unitIndex + 1, 'in');
    if (of === null) return null;
    const whole = time(scan, scan.skip(of, 'the'));
    if (!whole) return null;
    const unit = Object.hasOwn(partUnits, word) ? partUnits[word] : undefined;
    const part = (span: DateSpan): DateSpan | null => {
      if (count) return unit ? runOf(span, count.value, unit, which.nth > 0 ? 'first' : 'last') : null;
      if (unit) return nthOf(span, which.nth, unit);
      if (day !== null) return nthWeekday(span, which.nth, day);
      if (word === 'half') return halfOfSpan(span, which.nth < 0 ? 2 : which.nth);
      if (word !== 'quarter' || span.grain !== 'year') return null;
      const quarter = which.nth < 0 ? 5 + which.nth : which.nth;
      const run = runOf(span, quarter * 3, 'month', 'first');
      const before = quarter > 1 ? runOf(span, quarter * 3 - 3, 'month', 'first') : null;
      const from = before?.to ? shiftDays(before.to, 1) : span.from;
      return run && { from, to: run.to, grain: 'quarter' };
    };
    // "last year in April" names a year, not the last year of something.
    if (unit === 'year' && scan.word(unitIndex + 1) === 'in') return null;
    const known = unit || word === 'half' || word === 'quarter' || (day !== null && !count);
    return known && (!count || Math.abs(which.nth) === 1) ? mapped(whole, whole.end, part) : null;
  };

/** "the week of 8 April 2016", "week beginning 4 April", "the weekend of 9 April 2016", "the month of April". */
const around =
  (time: TimeRule): Rule =>
  (scan, i) => {
    const unit = scan.word(i);
    const of =
      ['of', 'beginning', 'starting', 'commencing', 'ending', 'containing', 'around', 'from'].includes(
        scan.word(i + 1),
      ) && scan.word(i + 1);
    if (!of || !['week', 'weekend', 'month', 'year', 'day', 'season'].includes(unit)) return null;
    const day = time(scan, scan.skip(i + 2, 'the'));
    if (!day) return null;
    if (unit === 'weekend') return mapped(day, day.end, ({ from }) => from && weekendAround(from));
    if (unit !== 'week') return of === 'of' ? { ...day, weak: null } : null;
    return mapped(day, day.end, (span) => {
      if (of === 'ending' && span.to) return spanOf(shiftDays(span.to, -6), span.to, 'week');
      const from = span.from;
      if ((of === 'beginning' || of === 'starting' || of === 'commencing') && from)
        return spanOf(from, shiftDays(from, 6), 'week');
      return span.grain === 'day' ? weekOfSpan(span) : null;
    });
  };

/** "two days after 8 April 2016", "the day before Christmas 2015", "a week after Easter 2016": counted from a day. */
const counted =
  (time: TimeRule): Rule =>
  (scan, i) => {
    const count = countAt(scan, scan.skip(i, 'the')) ?? { value: 1, end: scan.skip(i, 'the') };
    const unit = /^(day|week|month|year)s?$/.exec(scan.word(count.end))?.[1];
    const sign = { after: 1, before: -1, later: 0 }[scan.word(count.end + 1)];
    if (!unit || !sign) return null;
    const day = time(scan, scan.skip(count.end + 2, 'the'));
    const steps = count.value * sign;
    return (
      day &&
      mapped(day, day.end, ({ from, grain }) => {
        if (grain !== 'day' || !from) return null;
        const months = { day: 0, week: 0, month: 1, year: 12 }[unit];
        const date = months
          ? shiftMonths(from, months * steps)
          : shiftDays(from, steps * (unit === 'week' ? 7 : 1));
        return date && daySpan(date);
      })
    );
  };

/** The rules for parts, given the rule that reads whole times. */
export const partRules = (time: TimeRule): readonly Rule[] => [
  third(time),
  nth(time),
  around(time),
  counted(time),
];
