import { type CalendarDate, calendarDate } from './events/calendar-date.js';

/** Where "now" comes from. Handed to whatever speaks of today, so that tests and `--now` can set it. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands at noon UTC of one day. */
export function clockAt(date: CalendarDate): Clock {
  return { now: () => new Date(`${date}T12:00:00Z`) };
}

/** The calendar date it is on a clock, in an IANA time zone (UTC unless told). */
export function today(clock: Clock, timeZone = 'UTC'): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(clock.now());
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const date = calendarDate(part('year'), part('month'), part('day'));
  if (!date) throw new RangeError('the clock stands outside the years 1 to 9999');
  return date;
}
