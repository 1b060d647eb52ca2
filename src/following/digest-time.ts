import { today } from '../clock.js';
import { addDays, type CalendarDate, dateParts } from '../events/calendar-date.js';

/** A post that is so late is skipped, in minutes: nobody reads the morning's post at night. */
const SKIP_AFTER_MINUTES = 6 * 60;
const DAY_MINUTES = 24 * 60;

/** When a digest is posted. */
export interface Rhythm {
  /** The minute of the day, 0 to 1439, by the wall clock of the zone. */
  readonly minute: number;
  /** The day of the week, 0 (Sunday) to 6; null for every day. */
  readonly weekday: number | null;
  /** An IANA time zone. */
  readonly timeZone: string;
}

/** What a digest asks for at a moment. */
export type DigestDuty =
  | { readonly kind: 'post'; readonly day: CalendarDate }
  /** Its time is over by more than six hours. */
  | { readonly kind: 'skip'; readonly day: CalendarDate }
  | { readonly kind: 'wait' };

/**
 * Whether a digest is due. The wall clock of its zone decides: where daylight saving leaves its time out, the next time
 * there is counts; where it comes twice, the day was posted at the first.
 *
 * @param lastPosted the last day dealt with, or null.
 */
export function digestDuty(
  digest: Rhythm & { readonly lastPosted: CalendarDate | null },
  now: Date,
): DigestDuty {
  const { day, late } = lastDue(digest, now);
  const { lastPosted } = digest;
  // What was never posted begins with today.
  const isDealtWith =
    lastPosted === null ? day !== today({ now: () => now }, digest.timeZone) : day <= lastPosted;
  if (isDealtWith) return { kind: 'wait' };
  return { kind: late >= SKIP_AFTER_MINUTES ? 'skip' : 'post', day };
}

/** The last day a digest was due on, today included, and how many minutes ago that was. */
export function lastDue(
  { minute, weekday, timeZone }: Rhythm,
  now: Date,
): { readonly day: CalendarDate; readonly late: number } {
  const day = today({ now: () => now }, timeZone);
  const at = minuteOf(now, timeZone);
  let back = at >= minute ? 0 : 1;
  if (weekday !== null) back += (weekdayOf(addDays(day, -back)) - weekday + 7) % 7;
  return { day: addDays(day, -back), late: at - minute + back * DAY_MINUTES };
}

/** The day of the week of a date, 0 (Sunday) to 6. */
export function weekdayOf(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The minute of the day, 0 to 1439, on the wall clock of a zone. */
function minuteOf(now: Date, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(now);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return part('hour') * 60 + part('minute');
}
