import { today } from '../clock.js';
import { addDays, type CalendarDate } from '../events/calendar-date.js';

/** A post that is so late is skipped, in hours: nobody reads the morning's post at night. */
const SKIP_AFTER_HOURS = 6;

/** What a daily post asks for at a moment. */
export type DigestDuty =
  | { readonly kind: 'post'; readonly day: CalendarDate }
  /** The hour is over by more than six hours. */
  | { readonly kind: 'skip'; readonly day: CalendarDate }
  | { readonly kind: 'wait' };

/**
 * Whether a daily post is due. The wall clock of its zone decides: where daylight saving leaves the hour out, the next
 * one there is counts; where it comes twice, the day was posted at the first.
 *
 * @param lastPosted the last day dealt with, or null.
 */
export function digestDuty(
  digest: { readonly hour: number; readonly timeZone: string; readonly lastPosted: CalendarDate | null },
  now: Date,
): DigestDuty {
  const day = today({ now: () => now }, digest.timeZone);
  if (digest.lastPosted !== null && day <= digest.lastPosted) return { kind: 'wait' };
  const hour = hourOf(now, digest.timeZone);
  if (hour >= digest.hour) return late(day, hour - digest.hour);
  const yesterday = addDays(day, -1);
  // The bot was down over an hour in the evening, and midnight has gone by since.
  if (digest.lastPosted !== null && digest.lastPosted < yesterday)
    return late(yesterday, hour + 24 - digest.hour);
  return { kind: 'wait' };
}

function late(day: CalendarDate, hours: number): DigestDuty {
  return { kind: hours >= SKIP_AFTER_HOURS ? 'skip' : 'post', day };
}

/** Whether a text names a time zone that the machine knows. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** The hour, 0 to 23, on the wall clock of a zone. */
function hourOf(now: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).formatToParts(
    now,
  );
  return Number(parts.find((part) => part.type === 'hour')?.value);
}
