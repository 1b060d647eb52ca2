import { type CalendarDate, dateParts } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { inEnglish } from '../time/month-names.js';
import { readTime } from '../time/read-time.js';
import { daySpan, monthOf, yearOf } from '../time/spans.js';
import { monthName } from '../time/words.js';
import { meansAnyTime } from './any-time.js';
import type { DateIndex } from './date-index.js';

/** A time that what was typed so far may mean, with how many events it has. */
export interface SuggestedTime {
  readonly span: DateSpan;
  readonly events: number;
  /** How it was named where that is not a date: "Christmas Day 2016". */
  readonly name: string | null;
}

/** Named days that are offered as soon as their name is begun; their dates are worked out for each year. */
const NAMED_DAYS = [
  'New Year’s Day',
  'Valentine’s Day',
  'Good Friday',
  'Easter Sunday',
  'Easter Monday',
  'Halloween',
  'Thanksgiving',
  'Black Friday',
  'Christmas Eve',
  'Christmas Day',
  'Boxing Day',
  'New Year’s Eve',
];
/** Years and months offered before anything is typed. */
const BEFORE_TYPING = { years: 3, months: 6 };

/** All times; what "any time" means. */
export const ANY_TIME: DateSpan = { from: null, to: null, grain: 'span' };

/**
 * Times with events that what was typed could mean: what it reads as ("April 2016", "Christmas"), then the years, months
 * and days that begin like it, the newest first. A time without events gives the nearest days that have some.
 */
export function suggestDates(
  index: DateIndex,
  typed: string,
  limit: number,
  today: CalendarDate,
): SuggestedTime[] {
  const found = new Map<string, SuggestedTime>();
  const add = (span: DateSpan | null, name: string | null = null) => {
    if (!span || found.size >= limit) return;
    const key = `${span.from} ${span.to}`;
    if (found.has(key)) return;
    const events = index.daysIn(span).reduce((sum, day) => sum + day.events, 0);
    if (events > 0) found.set(key, { span, events, name });
  };
  const wanted = tidy(typed);
  const reading = readTime(inEnglish(typed) ?? typed, today);
  const read =
    reading.kind === 'span' ? [reading.span] : reading.kind === 'ambiguous' ? reading.readings : [];
  if (wanted === '') {
    add(ANY_TIME);
    for (const part of partsOf(index, 'year').slice(0, BEFORE_TYPING.years)) add(part.span);
    for (const part of partsOf(index, 'month').slice(0, BEFORE_TYPING.months)) add(part.span);
  }
  if (meansAnyTime(typed) || (wanted !== '' && 'any time'.startsWith(wanted))) add(ANY_TIME);
  for (const span of read) add(span);
  if (wanted.length >= 3 && /^\p{L}/u.test(wanted))
    for (const { span, name } of namedDays(index, wanted)) add(span, name);
  const begins = ({ writings }: Part) => wanted === '' || writings.some((text) => text.startsWith(wanted));
  for (const grain of ['year', 'month'] as const)
    for (const part of partsOf(index, grain)) if (wanted !== '' && begins(part)) add(part.span);
  for (const span of read)
    if (span.from !== span.to)
      for (const { date } of index.daysIn(span).reverse().slice(0, limit)) add(daySpan(date));
  for (let i = index.days.length - 1; i >= 0 && found.size < limit; i--) {
    const date = index.days[i];
    if (date !== undefined && (wanted === '' || writingsOf(date).some((text) => text.startsWith(wanted))))
      add(daySpan(date));
  }
  const [span] = read;
  if (found.size === 0 && span) {
    const { before, after } = index.nearest(span);
    for (const date of [after, before]) if (date) add(daySpan(date));
  }
  return [...found.values()];
}

interface Part {
  readonly span: DateSpan | null;
  readonly writings: readonly string[];
}

/** The years or months with events, newest first, each as it may be written. */
function partsOf(index: DateIndex, grain: 'year' | 'month'): Part[] {
  const parts = new Map<string, Part>();
  for (let i = index.days.length - 1; i >= 0; i--) {
    const date = index.days[i];
    if (date === undefined) continue;
    const key = date.slice(0, grain === 'year' ? -6 : -3);
    if (parts.has(key)) continue;
    const { year, month } = dateParts(date);
    const name = monthName(month);
    parts.set(
      key,
      grain === 'year'
        ? { span: yearOf(year), writings: [String(year)] }
        : { span: monthOf(year, month), writings: [`${name} ${year}`, `${year} ${name}`, key] },
    );
  }
  return [...parts.values()];
}

/** The named days whose name begins like this, in every year with events, newest first; a year may be typed behind. */
function namedDays(index: DateIndex, wanted: string): { span: DateSpan; name: string }[] {
  const typed = wanted.replace(/['’]/g, '');
  const years = partsOf(index, 'year').flatMap(({ writings }) => writings);
  return NAMED_DAYS.flatMap((name) =>
    years.flatMap((year) => {
      const whole = `${name} ${year}`;
      if (!tidy(whole).replace(/['’]/g, '').startsWith(typed)) return [];
      const reading = readTime(whole, '9999-12-31');
      return reading.kind === 'span' ? [{ span: reading.span, name: whole }] : [];
    }),
  );
}

const tidy = (text: string) =>
  text
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/[,.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function writingsOf(date: CalendarDate): string[] {
  const { year, month, day } = dateParts(date);
  const name = monthName(month);
  return [date, `${day} ${name} ${year}`, `${name} ${day} ${year}`];
}
