import { addDays } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { dayOf, daySpan } from './spans.js';

/** Holidays of calendars that follow the moon, found with the calendars that come with the runtime (ICU). */

const lunarHolidays = {
  'chinese new year': { calendar: 'chinese', month: '1', day: '1', from: 1 },
  'dragon boat festival': { calendar: 'chinese', month: '5', day: '5', from: 5 },
  'mid-autumn festival': { calendar: 'chinese', month: '8', day: '15', from: 9 },
  'rosh hashanah': { calendar: 'hebrew', month: 'Tishri', day: '1', from: 9 },
  'yom kippur': { calendar: 'hebrew', month: 'Tishri', day: '10', from: 9 },
  passover: { calendar: 'hebrew', month: 'Nisan', day: '15', from: 3 },
} as const;
const DAYS_SEARCHED = 75;

export type LunarHoliday = keyof typeof lunarHolidays;

/** The day a holiday falls on in a year; null where the runtime's calendar doesn't have it. */
export function lunarHoliday(year: number, holiday: LunarHoliday): DateSpan | null {
  const { calendar, month, day, from } = lunarHolidays[holiday];
  const start = dayOf(year, from, 1)?.from;
  if (!start) return null;
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: 'UTC',
    month: calendar === 'hebrew' ? 'long' : 'numeric',
    day: 'numeric',
  });
  for (let ahead = 0; ahead < DAYS_SEARCHED; ahead++) {
    const date = addDays(start, ahead);
    const parts = format.formatToParts(new Date(`${date}T12:00:00Z`));
    const part = (type: string) => parts.find((p) => p.type === type)?.value;
    if (part('month') === month && part('day') === day) return daySpan(date);
  }
  return null;
}
