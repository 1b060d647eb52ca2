import type { DateSpan } from '../events/date-span.js';
import { fixed, type NamedTime, type Rule, yearless } from './named-time.js';
import { fullYear } from './numbers.js';
import type { Scan } from './scan.js';
import { dayOf, isoWeek, monthOf, yearsFrom } from './spans.js';

/** Dates written in figures. */

const ISO = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?/y;
const COMPACT = /(?<!\d)([12]\d{3})(\d\d)(\d\d)(?!\d)/y;
const ISO_WEEK = /(?<!\d)(\d{4})-?W(\d{1,2})(?!\d)/iy;
const YEAR_MONTH = /(?<!\d)([12]\d{3})([-/])(\d\d?)(?!\d|[-/]\d)/y;
const YEAR_YEAR = /(?<!\d)([12]\d{3})\/([12]\d{3})(?!\d|\/)/y;
const LOCAL = /(?<!\d)(\d{1,2})(?:([-/])(\d{1,2})\2|(\.) ?(\d{1,2})\. ?)(\d{4}|\d{2})(?!\d)/y;
const MONTH_YEAR = /(?<!\d|[-/.])(\d{1,2})[/.-]([12]\d{3})(?!\d|[-/.]\d)/y;
const SHORT = /(?<!\d|[-/.])(\d{1,2})\/(\d{1,2})(?!\d|[-/.]\d)/y;
const SHORT_DOTTED = /(?<!\d|[-/.])(\d{1,2})\. ?(\d{1,2})\.(?!\d)/y;

const ended = (scan: Scan, match: RegExpExecArray) => scan.indexAt(match.index + match[0].length);

/** 2016-04-08, 2016/4/8, 2016.04.08, 20160408, 2016-04-08T12:00Z: the year first, so that the month is next. */
const yearFirst: Rule = (scan, i) => {
  const match = scan.match(i, ISO);
  if (match) {
    const [, year, , month, day] = match;
    return fixed(ended(scan, match), dayOf(Number(year), Number(month), Number(day)));
  }
  const compact = scan.match(i, COMPACT);
  const day = compact && dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return compact && day ? fixed(ended(scan, compact), day) : null;
};

/** 2016-W14. */
const week: Rule = (scan, i) => {
  const match = scan.match(i, ISO_WEEK);
  return match && fixed(ended(scan, match), isoWeek(Number(match[1]), Number(match[2])));
};

/** 2016-04, 2016/04; and 2015-16, 2015/16 where the second figure is the next year or a later one and no month. */
const yearAndMonth: Rule = (scan, i) => {
  const pair = scan.match(i, YEAR_YEAR);
  if (pair) return fixed(ended(scan, pair), yearsFrom(Number(pair[1]), Number(pair[2])));
  const match = scan.match(i, YEAR_MONTH);
  if (!match) return null;
  const [year, second] = [Number(match[1]), Number(match[3])];
  const later = Math.floor(year / 100) * 100 + second;
  const span = second > 12 && later > year ? yearsFrom(year, later) : monthOf(year, second);
  return fixed(ended(scan, match), span);
};

/**
 * 04/08/2016 can be 4 August or April 8: both are given, 4 August first. 13/08/2016 has one reading, and so has
 * 8.4.2016: points put the day first.
 */
const local: Rule = (scan, i) => {
  const match = scan.match(i, LOCAL);
  if (!match) return null;
  const [a, b] = [Number(match[1]), Number(match[3] ?? match[5])];
  const written = match[6] ?? '';
  const year = written.length === 2 ? fullYear(Number(written), scan.today) : Number(written);
  return fixed(ended(scan, match), eitherOrder(year, a, b, match[4] === '.'));
};

/** 04/2016, 4.2016. */
const monthAndYear: Rule = (scan, i) => {
  const match = scan.match(i, MONTH_YEAR);
  return match && fixed(ended(scan, match), monthOf(Number(match[2]), Number(match[1])));
};

/** 4/8 and 8.4., only where the whole text is a time. */
const short: Rule = (scan, i): NamedTime | null => {
  if (!scan.whole) return null;
  const match = scan.match(i, SHORT) ?? scan.match(i, SHORT_DOTTED);
  if (!match) return null;
  const dotted = match[0].endsWith('.');
  return yearless(ended(scan, match), (year) =>
    eitherOrder(year, Number(match[1]), Number(match[2]), dotted),
  );
};

function eitherOrder(year: number, a: number, b: number, dayFirst: boolean): DateSpan[] {
  const [first, second] = [dayOf(year, b, a), dayOf(year, a, b)];
  if (first && (dayFirst || !second || first.from === second.from)) return [first];
  return [first, second].filter((span) => span !== null);
}

export const numericRules: readonly Rule[] = [yearFirst, week, yearAndMonth, local, monthAndYear, short];
