import type { CalendarDate } from '../../../events/calendar-date.js';
import { dateParts } from '../../../events/calendar-date.js';
import type { NewsEvent } from '../../../events/event.js';
import type { Aligned } from './aligned.js';
import type { Candidate } from './candidate.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The day an event was filed under: what "when" asks for. "Since when" asks for the year the sentence tells. */
export function dateCandidates({ asking, tokens }: Aligned, event: NewsEvent): Candidate[] {
  const since = asking.tokens.findIndex((t) => t.lower === 'since');
  if (since >= 0 && /^(when|what|which)$/.test(asking.tokens[since + 1]?.lower ?? '')) {
    const told = tokens.findIndex((t, i) => t.lower === 'since' && YEAR.test(tokens[i + 1]?.text ?? ''));
    if (told >= 0) return [{ from: told + 1, to: told + 2, features: {}, score: 3 }];
  }
  return [{ from: 0, to: 0, text: dayText(event.date), value: event.date, features: {}, score: 3 }];
}

const YEAR = /^(1\d|20)\d\d$/;

/** A date as people write it: "8 April 2016". */
export function dayText(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
