import { type CalendarDate, dateParts } from '../events/calendar-date.js';
import { inSpan } from '../events/date-span.js';
import { readTime } from '../search/time/read-time.js';
import { monthName } from '../search/time/words.js';
import type { DateIndex, DayCount } from './date-index.js';

/**
 * Days with events that what was typed could mean, the newest first: all of the time it reads as ("April 2016"), or those
 * whose writing goes on from it ("8 Ap", "2016-0"). A time without events gives the nearest days that have some.
 */
export function suggestDates(
  index: DateIndex,
  typed: string,
  limit: number,
  today: CalendarDate,
): DayCount[] {
  const wanted = tidy(typed);
  const reading = readTime(typed, today);
  const spans =
    reading.kind === 'span' ? [reading.span] : reading.kind === 'ambiguous' ? reading.readings : [];
  const found: CalendarDate[] = [];
  for (let i = index.days.length - 1; i >= 0 && found.length < limit; i--) {
    const date = index.days[i];
    if (date === undefined) continue;
    if (
      spans.some((span) => inSpan(date, span)) ||
      wanted === '' ||
      writings(date).some((w) => w.startsWith(wanted))
    )
      found.push(date);
  }
  const [span] = spans;
  if (found.length === 0 && span) {
    const { before, after } = index.nearest(span);
    found.push(...[after, before].filter((date) => date !== null));
  }
  return found.slice(0, limit).map((date) => ({ date, events: index.count(date) }));
}

const tidy = (text: string) =>
  text
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/[,.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function writings(date: CalendarDate): string[] {
  const { year, month, day } = dateParts(date);
  const name = monthName(month);
  return [date, `${day} ${name} ${year}`, `${name} ${day} ${year}`, `${name} ${year}`];
}
