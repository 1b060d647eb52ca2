import { type CalendarDate, dateParts } from '../../events/calendar-date.js';
import type { Season } from '../../time/spans.js';

/** The months' names, January at 0. */
// biome-ignore format: a calendar reads best in rows
export const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

const format = new Intl.NumberFormat('en');

/** "1,234". */
export const number = (n: number) => format.format(n);

/** "1 event", "1,234 events". */
export const plural = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

/** "8 April 2016": a calendar date spelled out, never shifted by a time zone. */
export function date(day: CalendarDate): string {
  const parts = dateParts(day);
  return `${parts.day} ${months[parts.month - 1]} ${parts.year}`;
}

/** "24 Dec 2016". */
export function shortDate(day: CalendarDate): string {
  const parts = dateParts(day);
  return `${parts.day} ${(months[parts.month - 1] ?? '').slice(0, 3)} ${parts.year}`;
}

/** "8 April", a calendar day of any year. `month` counts from 1. */
export const dayOfYear = (month: number, day: number) => `${day} ${months[month - 1]}`;

/** "8 April", of a date. */
export const dayAndMonth = (day: CalendarDate) => dayOfYear(dateParts(day).month, dateParts(day).day);

/** "April", of any year. `of` counts from 1. */
export const monthName = (of: number) => months[of - 1] ?? '';

/** "April 2016". */
export const month = (year: number, of: number) => `${months[of - 1]} ${year}`;

/** Names of spans. */
export const spans = {
  weekOf: (monday: CalendarDate) => `week of ${date(monday)}`,
  quarter: (year: number, quarter: number) => `Q${quarter} ${year}`,
  season: (year: number, season: Season) =>
    season === 'winter' ? `winter ${year}–${String(year + 1).slice(-2)}` : `${season} ${year}`,
  years: (first: number, last: number) => `${first} to ${last}`,
  months: (first: string, last: string) => `${first} to ${last}`,
};

/** The words on pictures; short, as pictures are small. */
export const chart = {
  month: (of: number) => (months[of - 1] ?? '').slice(0, 3),
  /** Monday first. */
  weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  day: (day: CalendarDate) => `${dateParts(day).day} ${(months[dateParts(day).month - 1] ?? '').slice(0, 3)}`,
  perDay: (most: number, orMore: boolean) => `${number(most)}${orMore ? '+' : ''} a day`,
  /** The label of the line at the top of the bars. */
  atMost: (most: number, step: 'day' | 'week' | 'month' | 'year') =>
    `up to ${number(most)} ${most === 1 ? 'event' : 'events'} a ${step}`,
};
