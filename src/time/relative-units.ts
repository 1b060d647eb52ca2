import { dateParts } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { Scan } from './scan.js';
import {
  daySpan,
  monthsFrom,
  quarterOf,
  shiftDays,
  shiftMonths,
  spanOf,
  weekAround,
  weekendAround,
  yearOf,
  yearsFrom,
} from './spans.js';

/** Units of time that are counted from today. */
export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade';

/** The unit that lies `steps` from the one today is in. */
export function unitFromToday(today: Scan['today'], unit: Unit, steps: number): DateSpan | null {
  const { year, month } = dateParts(today);
  const day = unit === 'day' ? shiftDays(today, steps) : shiftDays(today, steps * 7);
  if (unit === 'day') return day && daySpan(day);
  if (unit === 'week') return day && weekAround(day);
  if (unit === 'weekend') return day && weekendAround(day);
  if (unit === 'month') return monthsFrom(year, month + steps, 1, 'month');
  if (unit === 'year') return yearOf(year + steps);
  const decade = Math.floor(year / 10) * 10 + steps * 10;
  if (unit === 'decade') return yearsFrom(decade, decade + 9);
  const quarter = Math.floor((month - 1) / 3) + steps;
  return quarterOf(year + Math.floor(quarter / 4), (((quarter % 4) + 4) % 4) + 1);
}

/**
 * The given number of units that end today and hold it, or that begin tomorrow: "the past month" begins on the day after the same day a
 * month ago.
 */
export function rollingSpan(
  today: Scan['today'],
  count: number,
  unit: Unit,
  ahead: boolean,
): DateSpan | null {
  const sign = ahead ? 1 : -1;
  const months = { day: 0, week: 0, weekend: 0, month: 1, quarter: 3, year: 12, decade: 120 }[unit] * count;
  const far =
    months > 0
      ? shiftMonths(today, sign * months)
      : shiftDays(today, sign * count * (unit === 'week' ? 7 : 1));
  if (!far) return null;
  return ahead ? spanOf(shiftDays(today, 1), far) : spanOf(shiftDays(far, 1), today);
}
