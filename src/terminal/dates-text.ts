import { type CalendarDate, dateParts } from '../events/calendar-date.js';
import { monthName } from '../time/words.js';

/** "8 April 2016". */
export function dateText(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  const name = monthName(month);
  return `${day} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}
