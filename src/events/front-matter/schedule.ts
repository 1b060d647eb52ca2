import { dateProblem, readFullDay } from '../../time/full-day.js';
import { dayNumber } from '../calendar-date.js';
import { type Entries, isEmpty, type Report, type Value } from './value.js';

/** Whether a file is to be shown at a moment, as its writer scheduled it. Moments are in milliseconds since 1970, UTC. */
export interface Schedule {
  /** Why it isn't shown; null where it is. */
  readonly why: 'scheduled' | 'expired' | null;
  /** When that changes; null where it never does. */
  readonly changesAt: number | null;
}

/** Hugo's keys and their aliases, Astro's among them. */
const FROM = ['publishDate', 'pubDate', 'published'];
/** A date in Hugo alone. */
const YES_OR_NO = 'published';
const UNTIL = ['expiryDate', 'unpublishDate'];
const TIME = /[T ](\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)? ?(?:Z|UTC|GMT|([+-])(\d\d):?(\d\d))?$/;
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/**
 * When a file is shown, as Hugo has it: from its `publishDate` on, until its `expiryDate`. The event's own date schedules
 * nothing, be it a `date` or a `publishDate` alone, for an event that was announced has a date that is still to come.
 *
 * @param now the moment it is, in milliseconds since 1970.
 * @param refuse called with a key that can't be read: whether the file may be shown is not known then.
 */
export function scheduleOf(entries: Entries, now: number, refuse: Report): Schedule {
  const momentsOf = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const value = entries.get(key.toLowerCase());
      const moment = value === undefined || isEmpty(value) ? null : momentOf(value);
      if (moment === null && value !== undefined && !isEmpty(value) && key !== YES_OR_NO)
        refuse(value.line, problemOf(key, value));
      return moment === null ? [] : [moment];
    });
  const from = isEmpty(entries.get('date')) ? -Infinity : Math.max(-Infinity, ...momentsOf(FROM));
  const until = Math.min(Infinity, ...momentsOf(UNTIL));
  if (until <= now) return { why: 'expired', changesAt: null };
  if (from > now) return { why: 'scheduled', changesAt: from };
  return { why: null, changesAt: until === Infinity ? null : until };
}

/** The moment a date with or without a time of day names; without an offset it is in UTC, as in Hugo. */
function momentOf(value: Value): number | null {
  const read = value.kind === 'text' ? readFullDay(value.text) : null;
  if (value.kind !== 'text' || read?.kind !== 'date') return null;
  const [, hours = '0', minutes = '0', seconds = '0', sign, offsetHours = '0', offsetMinutes = '0'] =
    TIME.exec(value.text.trim()) ?? [];
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const ofDay = (Number(hours) * 60 + Number(minutes) - offset) * MINUTE_MS + Number(seconds) * 1000;
  return dayNumber(read.date) * DAY_MS + ofDay;
}

function problemOf(key: string, value: Value): string {
  const what =
    value.kind === 'text'
      ? dateProblem(value.text, readFullDay(value.text))
      : `A ${value.kind} is no date. Write it as 2016-04-08.`;
  return `It says with "${key}" when it may be shown, which can't be read. ${what}`;
}
