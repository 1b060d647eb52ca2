import { type CalendarDate, dateParts } from '../../events/calendar-date.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The title of a day's page: "Portal:Current events/2016 April 8". */
export function dayTitle(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `Portal:Current events/${year} ${MONTHS[month - 1]} ${day}`;
}

/** The address of a page of English Wikipedia, for a wiki that doesn't tell its own. */
export function pageAddress(title: string): string {
  return `https://en.wikipedia.org/wiki/${encodeURI(title.replaceAll(' ', '_')).replace(/[?#]/g, encodeURIComponent)}`;
}
