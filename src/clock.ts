import { type CalendarDate, calendarDate } from './events/calendar-date.js';

/** Where "now" comes from. Handed to whatever speaks of today, so that tests and `--now` can set it. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock stopped at noon UTC of one day. */
export function clockAt(date: CalendarDate): Clock {
  return { now: () => new Date(`${date}T12:00:00Z`) };
}

/** By time zone. Making one takes a hundred times as long as using it, and every question asks for today. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** The calendar date it is on a clock, in an IANA time zone (default: UTC). */
export function today(clock: Clock, timeZone = 'UTC'): CalendarDate {
  const parts = formatIn(timeZone).formatToParts(clock.now());
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const date = calendarDate(part('year'), part('month'), part('day'));
  if (!date) throw new RangeError('the clock stands outside the years 1 to 9999');
  return date;
}
