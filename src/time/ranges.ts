import { dateParts } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { besideYear, monthAt } from './calendar-rules.js';
import { fixed, meaningOn, type NamedTime, type Rule, yearless } from './named-time.js';
import { dayAt } from './numbers.js';
import type { Scan } from './scan.js';
import { dayOf, shiftDays, spanOf, yearsFrom } from './spans.js';

/** From one time to another: "1–15 April 2016", "from March to May 2016", "July and August 2015", "2015–16". */

const DASHES = ['-', '–', '—', '‒', '−', '~', '〜', '至', '到'];
const JOINTS = ['to', 'till', 'until', 'til', 'through', 'thru', ...DASHES];

const isDash = (word: string) => DASHES.includes(word);

/** Index after the word that joins the two sides; "and" needs a "between" before, or two neighbours. */
function jointAt(scan: Scan, i: number, between: boolean): { end: number; and: boolean } | null {
  const word = scan.word(i);
  if (word === 'up' && scan.word(i + 1) === 'to') return { end: i + 2, and: false };
  if (word === '.' && scan.word(i + 1) === '.') return { end: scan.skip(i + 2, '.'), and: false };
  if (JOINTS.includes(word)) return { end: isDash(word) ? scan.skip(i + 1, word) : i + 1, and: false };
  if (word === 'and' || word === '&' || (word === 'or' && !between)) return { end: i + 1, and: !between };
  return null;
}

/** From the beginning of one span to the end of another. */
function hull(first: DateSpan, last: DateSpan): DateSpan | null {
  return first.from && last.to && last.from && first.from <= last.from ? spanOf(first.from, last.to) : null;
}

/** "1–15 April 2016", "1 to 15 April", "April 1–15, 2016": days of one month. */
const daysOfMonth =
  (between: boolean): Rule =>
  (scan, i) => {
    const before = monthAt(scan, i);
    const first = dayAt(scan, before ? scan.skip(before.end, 'the') : i);
    const joint = first && jointAt(scan, first.end, between);
    if (!joint || (joint.and && before === null && !scan.whole && !between)) return null;
    const last = dayAt(scan, scan.skip(joint.end, 'the'));
    const month = before ?? (last && monthAt(scan, scan.skip(scan.skip(last.end, '.'), 'of')));
    if (!last || !month) return null;
    const meaning = (year: number) => {
      const [from, to] = [dayOf(year, month.month, first.value), dayOf(year, month.month, last.value)];
      return from && to ? hull(from, to) : null;
    };
    const end = Math.max(last.end, month.end);
    const year = besideYear(scan, end);
    return year
      ? { ...fixed(year.end, meaning(year.year)), relative: year.relative }
      : yearless(end, meaning);
  };

/** "2015–16", "2015 to 16". */
const years: Rule = (scan, i) => {
  const [first, last] = [scan.number(i), scan.number(i + 2)];
  if (first === null || last === null || scan.digits(i) !== 4 || scan.digits(i + 2) !== 2) return null;
  if (!isDash(scan.word(i + 1)) || scan.glued(i + 3)) return null;
  const full = first - (first % 100) + last;
  return full > first ? fixed(i + 3, yearsFrom(first, full)) : null;
};

/** Two times that either name their year or take it from each other, or from today. */
function together(scan: Scan, first: NamedTime, last: NamedTime, and: boolean): NamedTime | null {
  const pair = (firsts: readonly DateSpan[], lasts: readonly DateSpan[]) =>
    firsts.flatMap((a, at) => {
      const matching = firsts.length === lasts.length ? [lasts[at]] : lasts;
      return matching.flatMap((b) => (b && (!and || isNext(a, b)) ? (hull(a, b) ?? []) : []));
    });
  const isRelative = first.relative || last.relative;
  const yearOfEnd = (spans: readonly DateSpan[]) => spans[0]?.from && dateParts(spans[0].from).year;
  const before = (lasts: readonly DateSpan[]) => {
    if (!first.needsYear) return pair(first.in(0), lasts);
    const year = yearOfEnd(lasts);
    if (!year) return [];
    const same = pair(first.in(year), lasts);
    return same.length > 0 ? same : pair(first.in(year - 1), lasts);
  };
  const spans = (() => {
    if (!last.needsYear) return before(last.in(0));
    if (first.needsYear) return before(meaningOn(last, scan.today));
    const year = yearOfEnd(first.in(0));
    if (!year) return [];
    const same = pair(first.in(0), last.in(year));
    return same.length > 0 ? same : pair(first.in(0), last.in(year + 1));
  })();
  if (and && spans.length === 0) return null;
  return { ...fixed(last.end, spans), relative: isRelative || (first.needsYear && last.needsYear) };
}

const isNext = (a: DateSpan, b: DateSpan) =>
  a.to !== null && b.from !== null && shiftDays(a.to, 1) === b.from;

/** A range, given the rule that reads either side. */
export const ranges =
  (time: Rule): Rule =>
  (scan, i): NamedTime | null => {
    const between = scan.word(i) === 'between';
    const start = between || ['from', '从', '從', '自'].includes(scan.word(i)) ? scan.skip(i + 1, 'the') : i;
    const days = daysOfMonth(between)(scan, start) ?? years(scan, start);
    if (days) return days;
    const first = time(scan, start);
    const joint = first && jointAt(scan, first.end, between);
    const last = joint && time(scan, scan.skip(joint.end, 'the', 'in'));
    return first && last ? together(scan, first, last, joint.and) : null;
  };
