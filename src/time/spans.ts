import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateParts,
  dayNumber,
  daysInMonth,
  weekday,
} from '../events/calendar-date.js';
import type { DateSpan, Grain } from '../events/date-span.js';

/** Spans a calendar knows. Each function gives null where the calendar has no such span ("30 February", "week 54"). */

/** From one day to another, both included; null when they run backwards. */
export function spanOf(from: CalendarDate | null, to: CalendarDate | null, grain: Grain = 'span') {
  if (from !== null && to !== null && from > to) return null;
  return { from, to, grain } satisfies DateSpan;
}

/** One day. */
export function daySpan(date: CalendarDate): DateSpan {
  return { from: date, to: date, grain: 'day' };
}

/** The day of these numbers; null for 30 February. */
export function dayOf(year: number, month: number, day: number): DateSpan | null {
  const date = calendarDate(year, month, day);
  return date && daySpan(date);
}

/** Whole months of one or more years; month 13 is the next January. */
export function monthsFrom(year: number, month: number, count: number, grain: Grain): DateSpan | null {
  const first = (year * 12 + month - 1) | 0;
  const last = first + count - 1;
  const [lastYear, lastMonth] = [Math.floor(last / 12), (last % 12) + 1];
  const from = calendarDate(Math.floor(first / 12), (first % 12) + 1, 1);
  const to = calendarDate(lastYear, lastMonth, daysInMonth(lastYear, lastMonth));
  return from && to && spanOf(from, to, grain);
}

/** A month, 1 to 12. */
export function monthOf(year: number, month: number): DateSpan | null {
  return month >= 1 && month <= 12 ? monthsFrom(year, month, 1, 'month') : null;
}

/** A quarter, 1 to 4. */
export function quarterOf(year: number, quarter: number): DateSpan | null {
  return quarter >= 1 && quarter <= 4 ? monthsFrom(year, quarter * 3 - 2, 3, 'quarter') : null;
}

/** A half of a year, 1 or 2. */
export function halfOf(year: number, half: number): DateSpan | null {
  return half >= 1 && half <= 2 ? monthsFrom(year, half * 6 - 5, 6, 'span') : null;
}

/** A year. */
export function yearOf(year: number): DateSpan | null {
  return monthsFrom(year, 1, 12, 'year');
}

/** Whole years, both included. */
export function yearsFrom(first: number, last: number): DateSpan | null {
  return first > last ? null : monthsFrom(first, 1, (last - first + 1) * 12, 'span');
}

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
const seasonStart = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;

/** A meteorological season of the northern half of the earth; winter 2015 is December 2015 to February 2016. */
export function seasonOf(year: number, season: Season): DateSpan | null {
  return monthsFrom(year, seasonStart[season], 3, 'season');
}

/** The week a day is in, Monday to Sunday. */
export function weekAround(date: CalendarDate): DateSpan | null {
  const monday = shiftDays(date, 1 - weekday(date));
  const sunday = monday && shiftDays(monday, 6);
  return sunday && spanOf(monday, sunday, 'week');
}

/** Saturday and Sunday of the week a day is in. */
export function weekendAround(date: CalendarDate): DateSpan | null {
  const week = weekAround(date);
  return week?.to ? spanOf(shiftDays(week.to, -1), week.to) : null;
}

/** A week by its ISO 8601 number: week 1 holds the year's first Thursday. */
export function isoWeek(year: number, week: number): DateSpan | null {
  const fourth = calendarDate(year, 1, 4);
  const first = fourth && weekAround(fourth);
  const monday = first?.from && week >= 1 ? shiftDays(first.from, (week - 1) * 7) : null;
  const thursday = monday && shiftDays(monday, 3);
  return thursday && dateParts(thursday).year === year ? weekAround(thursday) : null;
}

/** The date this many days later, or null where that leaves the years 1 to 9999. */
export function shiftDays(date: CalendarDate, days: number): CalendarDate | null {
  const number = dayNumber(date) + days;
  return number >= -719_162 && number <= 2_932_896 ? addDays(date, days) : null;
}

/** The date this many months later; a day the month doesn't have becomes its last one. */
export function shiftMonths(date: CalendarDate, months: number): CalendarDate | null {
  const { year, month, day } = dateParts(date);
  const at = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  return calendarDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}
