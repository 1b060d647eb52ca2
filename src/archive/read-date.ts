import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import { readTime } from '../search/time/read-time.js';
import { daySpan, monthOf, shiftDays, weekAround, yearOf } from '../search/time/spans.js';
import type { DateReading } from './dates.js';

/** "the day of the landing", "the week after Brexit", "day when the wall fell". */
const OF_EVENT =
  /^(?:on |in |during )?(?:the )?(day|week|month|year) (of|when|that|after|before) (?:the )?(.{3,})$/iu;

/** "from 2020 to 2016", "May 2016 – April 2016". */
const ENDS =
  /^(?:from |between )?(.+?)(?: (?:to|till|until|through|thru|and) |\s*[–—]\s*| - |(?<=\d{4})-(?=\d{4}))(.+)$/iu;

/**
 * Reads words for a time, also one told by an event: "the day of the moon landing" is that event's day.
 *
 * @param find gives the event that words mean, or null.
 */
export async function readDate(
  when: string,
  today: CalendarDate,
  find: (words: string) => Promise<NewsEvent | null>,
  locale?: string,
): Promise<DateReading> {
  const reading = readTime(when, today, locale === undefined ? {} : { locale });
  if (reading.kind === 'invalid') return backwards(when, today) ?? reading;
  if (reading.kind !== 'not-a-date') return reading;
  const [, unit = '', relation = '', words = ''] = OF_EVENT.exec(when.trim().replace(/[?.!]+$/, '')) ?? [];
  const event = words === '' ? null : await find(words);
  const span = event && spanByEvent(event.date, unit.toLowerCase(), relation.toLowerCase());
  return span ? { kind: 'span', span, relative: false } : reading;
}

/** The two ends of a span, where the later one comes first. */
function backwards(when: string, today: CalendarDate): DateReading | null {
  const [, from = '', to = ''] = ENDS.exec(when.trim().replace(/[?.!]+$/, '')) ?? [];
  const [first, last] = [readTime(from, today), readTime(to, today)];
  if (first.kind !== 'span' || last.kind !== 'span') return null;
  const turned = first.span.from !== null && last.span.from !== null && first.span.from > last.span.from;
  return turned ? { kind: 'backwards', first: first.span, last: last.span } : null;
}

function spanByEvent(date: CalendarDate, unit: string, relation: string): DateSpan | null {
  const sign = relation === 'after' ? 1 : relation === 'before' ? -1 : 0;
  const day = shiftDays(date, sign * (unit === 'week' ? 7 : unit === 'day' ? 1 : 0));
  if (day === null) return null;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (unit === 'day') return daySpan(day);
  if (unit === 'week') return weekAround(day);
  if (unit === 'year') return yearOf(year + sign);
  const at = month - 1 + sign;
  return monthOf(year + Math.floor(at / 12), (((at % 12) + 12) % 12) + 1);
}
