import type { CalendarDate } from '../../events/calendar-date.js';
import { dateParts } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import type { Aligned } from './aligned.js';
import type { Candidate } from './candidate.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The day an event was filed under: what "when" asks for, unless the sentence tells otherwise. */
export function dateCandidates(_aligned: Aligned, event: NewsEvent): Candidate[] {
  return [{ from: 0, to: 0, text: dayText(event.date), value: event.date, features: {}, score: 3 }];
}

/** A date as people write it: "8 April 2016". */
export function dayText(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
