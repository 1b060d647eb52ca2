import { type CalendarDate, dateParts } from '../events/calendar-date.js';
import type { DateSpan, Grain } from '../events/date-span.js';
import { daySpan, monthOf, quarterOf, type Season, seasonOf, weekAround, yearOf } from './spans.js';

const seasonOfMonth: readonly Season[] = ['winter', 'spring', 'summer', 'autumn'];

/** The day, week, month, quarter, season or year that a date is in; null for `span`, which has no grid. */
export function unitAround(date: CalendarDate, grain: Grain): DateSpan | null {
  const { year, month } = dateParts(date);
  switch (grain) {
    case 'day':
      return daySpan(date);
    case 'week':
      return weekAround(date);
    case 'month':
      return monthOf(year, month);
    case 'quarter':
      return quarterOf(year, Math.ceil(month / 3));
    case 'season': {
      const season = seasonAt(month);
      return seasonOf(month < 3 ? year - 1 : year, season);
    }
    case 'year':
      return yearOf(year);
    case 'span':
      return null;
  }
}

/** The meteorological season of a month, 1 to 12, north of the equator. */
export function seasonAt(month: number): Season {
  return seasonOfMonth[Math.floor((month % 12) / 3)] ?? 'winter';
}
