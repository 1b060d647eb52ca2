import { type CalendarDate, calendarDate } from './calendar-date.js';

const WRITTEN_DATE = /^(\d{1,4})-(\d{1,2})-(\d{1,2})(?!\d)/;

/** What was made of a date as files write it. `text` is the date as written. */
export type DateOfFile =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'impossible'; readonly text: string };

/** Reads the date a text begins with: year-month-day, zeros optional ("2016-04-8"); null where it begins with none. */
export function readDate(text: string): DateOfFile | null {
  const match = WRITTEN_DATE.exec(text.trimStart());
  if (!match) return null;
  const date = calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
  return date ? { kind: 'date', date } : { kind: 'impossible', text: match[0] };
}
