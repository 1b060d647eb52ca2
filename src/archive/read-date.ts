import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { trimEnd } from '../events/trim-end.js';
import { inEnglish } from '../time/month-names.js';
import { readTime } from '../time/read-time.js';
import { daySpan, monthOf, shiftDays, weekAround, yearOf } from '../time/spans.js';
import { meansAnyTime } from './any-time.js';
import type { DateReading, NamedEvents } from './dates.js';
import { ANY_TIME } from './suggest-dates.js';

/** "the day of the landing", "the week after Brexit", "day when the wall fell", "the day the wall fell". */
const OF_EVENT =
  /^(?:on |in |during )?(?:the )?(day|week|month|year) (?:(of|when|that|after|before) )?(?:the )?(.{3,})$/iu;
/** "when the wall fell", "when did the wall fall", "when was the landing". */
const WHEN = /^(?:at the time |the time )?when (?:(was|were|is) (?:the )?)?(.{3,})$/iu;

/** Words that may name an event, with the question for its time; a sentence ("the wall fell") or a name. */
export interface Naming {
  readonly words: string;
  readonly question: string;
  readonly isSentence: boolean;
}

/** "from 2020 to 2016", "May 2016 – April 2016". */
const ENDS =
  /^(?:from |between )?(.+?)(?: (?:to|till|until|through|thru|and) |[–—]| - |(?<=\d{4})-(?=\d{4}))(.+)$/isu;

/**
 * Reads words for a time, also one named by an event: "the day of the moon landing" is that event's day.
 *
 * @param named gives the events that words name.
 */
export async function readDate(
  when: string,
  today: CalendarDate,
  named: (naming: Naming) => Promise<NamedEvents>,
  locale?: string,
): Promise<DateReading> {
  if (meansAnyTime(when)) return { kind: 'span', span: ANY_TIME, relative: false };
  const options = locale === undefined ? {} : { locale };
  const asWritten = readTime(when, today, options);
  const english = asWritten.kind === 'not-a-date' ? inEnglish(when) : null;
  const reading = english === null ? asWritten : readTime(english, today, options);
  if (reading.kind === 'invalid') return backwards(when, today) ?? reading;
  if (reading.kind !== 'not-a-date') return reading;
  const words = trimEnd(when.trim(), /[?.!]/);
  const told = toldByEvent(words);
  if (told) {
    const { fit, events } = await named(told.naming);
    const [event, ...others] = events;
    const span = event && spanByEvent(event.date, told.unit, told.relation);
    return fit === 'sure' && event && span
      ? { kind: 'event', event, span, others }
      : { kind: 'not-a-date', near: events };
  }
  if (!/\p{L}{3}/u.test(words)) return { kind: 'not-a-date', near: [] };
  const { fit, events } = await named({ words, question: `When was ${words}?`, isSentence: false });
  return { kind: 'not-a-date', near: fit === 'far' ? [] : events };
}

/** What words say that name a time by an event; null for others. */
function toldByEvent(when: string): { naming: Naming; unit: string; relation: string } | null {
  const [ofEvent, unit = '', relation = '', words = ''] = OF_EVENT.exec(when) ?? [];
  if (ofEvent !== undefined) {
    const isSentence = /^(?:when|that|)$/i.test(relation);
    const question = isSentence ? `When ${words}?` : `When was ${words}?`;
    return {
      naming: { words, question, isSentence },
      unit: unit.toLowerCase(),
      relation: relation.toLowerCase(),
    };
  }
  const [asked, verb, told = ''] = WHEN.exec(when) ?? [];
  if (asked === undefined) return null;
  return {
    naming: { words: told, question: `${when}?`, isSentence: verb === undefined },
    unit: 'day',
    relation: 'of',
  };
}

/** The two ends of a span, where the later one comes first. */
function backwards(when: string, today: CalendarDate): DateReading | null {
  const [, from = '', to = ''] = ENDS.exec(trimEnd(when.trim(), /[?.!]/)) ?? [];
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
