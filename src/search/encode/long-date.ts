import { type CalendarDate, dateParts } from '../../events/calendar-date.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "November 2016", as the models were trained to read dates. */
export function monthAndYear(date: CalendarDate): string {
  const { year, month } = dateParts(date);
  return `${MONTHS[month - 1]} ${year}`;
}

/** "9 November 2016", as the models were trained to read dates. */
export function longDate(date: CalendarDate): string {
  return `${dateParts(date).day} ${monthAndYear(date)}`;
}
