import { parseCalendarDate } from '../events/calendar-date.js';
import type { DateSpan, Grain } from '../events/date-span.js';

const grains: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'season', 'year', 'span'];

/** A span as the value of a select menu's option: "month~2016-04-01~2016-04-30"; an open side is empty. */
export function spanValue({ from, to, grain }: DateSpan): string {
  return `${grain}~${from ?? ''}~${to ?? ''}`;
}

/** Reads what `spanValue` wrote; null for anything else. */
export function readSpanValue(value: string): DateSpan | null {
  const [written, from = '', to = '', ...more] = value.split('~');
  const grain = grains.find((name) => name === written);
  const [first, last] = [parseCalendarDate(from), parseCalendarDate(to)];
  if (!grain || more.length > 0 || (from !== '' && !first) || (to !== '' && !last)) return null;
  return { from: first, to: last, grain };
}
