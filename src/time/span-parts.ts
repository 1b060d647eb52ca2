import { type CalendarDate, dateParts, dayNumber, weekday } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { dayOf, daySpan, monthsFrom, shiftDays, spanOf, weekAround } from './spans.js';

/** Parts of a span with two sides: its early days, its second half, its third week. */

export type Third = 'early' | 'mid' | 'late';

/**
 * The early, mid or late part. Of a month: days 1–10, 11–20, 21 to the end. Of longer spans: a third of its months
 * (early 2016 is January to April) or years (early 2010s is 2010–2013); of a week a third of its days, rounded up.
 */
export function thirdOf(span: DateSpan, third: Third): DateSpan | null {
  if (span.grain === 'month' && span.from && span.to) {
    const { year, month } = dateParts(span.from);
    const [first, last] = { early: [1, 10], mid: [11, 20], late: [21, dateParts(span.to).day] }[third];
    const [from, to] = [dayOf(year, month, first ?? 0)?.from, dayOf(year, month, last ?? 0)?.to];
    return from && to ? spanOf(from, to) : null;
  }
  const units = unitsOf(span);
  if (!units || units.count < 3) return null;
  const cuts = [0, Math.ceil(units.count / 3), Math.ceil((units.count * 2) / 3), units.count];
  const at = { early: 0, mid: 1, late: 2 }[third];
  return units.slice(cuts[at] ?? 0, cuts[at + 1] ?? 0);
}

/** The first (1) or second (2) half. Of a month: days 1–15 and 16 to the end. */
export function halfOfSpan(span: DateSpan, half: number): DateSpan | null {
  if (half < 1 || half > 2 || !span.from || !span.to) return null;
  const units = span.grain === 'month' ? daysOf(span) : unitsOf(span);
  if (!units || units.count < 2) return null;
  const middle = span.grain === 'month' ? 15 : Math.ceil(units.count / 2);
  return half === 1 ? units.slice(0, middle) : units.slice(middle, units.count);
}

/** What "the first three weeks of" counts in. */
export type PartUnit = 'day' | 'week' | 'weekend' | 'month' | 'year';

/** The nth unit of a span, counted from 1, from its end when negative. The first week of a month is its days 1–7. */
export function nthOf(span: DateSpan, nth: number, unit: PartUnit): DateSpan | null {
  if (!span.from || !span.to || nth === 0) return null;
  if (unit === 'day') return dayWithin(span, shiftDays(nth > 0 ? span.from : span.to, fromZero(nth)));
  if (unit === 'weekend') {
    const saturday = nthWeekday(span, nth, 6)?.from;
    const sunday = saturday ? shiftDays(saturday, 1) : null;
    return saturday && sunday ? spanOf(saturday, sunday) : null;
  }
  if (unit === 'week') {
    const days = daysOf(span);
    if (!days) return null;
    const first = nth > 0 ? (nth - 1) * 7 : days.count + nth * 7;
    const part = days.slice(Math.max(first, 0), Math.min(first + 7, days.count));
    return part && { ...part, grain: 'week' };
  }
  const months = monthsOf(span);
  const size = unit === 'month' ? 1 : 12;
  if (!months) return null;
  const first = nth > 0 ? (nth - 1) * size : months.count + nth * size;
  const part = first >= 0 && first + size <= months.count ? months.slice(first, first + size) : null;
  return part && { ...part, grain: unit === 'month' ? 'month' : 'year' };
}

/** The first (or last) units of a span: "the last three months of 2016". */
export function runOf(span: DateSpan, count: number, unit: PartUnit, end: 'first' | 'last'): DateSpan | null {
  const sign = end === 'first' ? 1 : -1;
  const [near, far] = [nthOf(span, sign, unit), nthOf(span, sign * count, unit)];
  if (!near || !far) return null;
  const [first, last] = end === 'first' ? [near, far] : [far, near];
  return spanOf(first.from, last.to);
}

/** The nth Monday (1) to Sunday (7) of a span, from its end when negative. */
export function nthWeekday(span: DateSpan, nth: number, day: number): DateSpan | null {
  if (!span.from || !span.to || nth === 0) return null;
  const start = nth > 0 ? span.from : span.to;
  const toFirst = nth > 0 ? (day - weekday(start) + 7) % 7 : -((weekday(start) - day + 7) % 7);
  return dayWithin(span, shiftDays(start, toFirst + fromZero(nth) * 7));
}

/** The week that a span (of a day, as a rule) begins in. */
export function weekOfSpan(span: DateSpan): DateSpan | null {
  return span.from && weekAround(span.from);
}

const fromZero = (nth: number) => (nth > 0 ? nth - 1 : nth + 1);

function dayWithin(span: DateSpan, date: CalendarDate | null): DateSpan | null {
  return date && span.from && span.to && date >= span.from && date <= span.to ? daySpan(date) : null;
}

interface Units {
  readonly count: number;
  /** From unit `first` up to but without unit `end`. */
  slice(first: number, end: number): DateSpan | null;
}

/** The largest units that a span is a whole number of, and three of at least: years, months or days. */
function unitsOf(span: DateSpan): Units | null {
  const months = monthsOf(span);
  if (!months) return daysOf(span);
  if (months.count % 12 !== 0 || months.count < 36) return months.count > 1 ? months : daysOf(span);
  return { count: months.count / 12, slice: (first, end) => months.slice(first * 12, end * 12) };
}

function daysOf({ from, to }: DateSpan): Units | null {
  if (!from || !to) return null;
  const count = dayNumber(to) - dayNumber(from) + 1;
  const slice = (first: number, end: number) =>
    end > first ? spanOf(shiftDays(from, first), shiftDays(from, end - 1)) : null;
  return { count, slice };
}

function monthsOf({ from, to }: DateSpan): Units | null {
  const next = to && shiftDays(to, 1);
  if (!from || !next || dateParts(from).day !== 1 || dateParts(next).day !== 1) return null;
  const [start, end] = [dateParts(from), dateParts(next)];
  const count = (end.year - start.year) * 12 + end.month - start.month;
  const slice = (first: number, last: number) =>
    last > first ? monthsFrom(start.year, start.month + first, last - first, 'span') : null;
  return { count, slice };
}
