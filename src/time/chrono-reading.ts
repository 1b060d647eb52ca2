import * as chrono from 'chrono-node';
import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { DateReading } from './date-reading.js';
import { dayOf, monthOf, spanOf, yearOf } from './spans.js';

type Parsers = { readonly casual: chrono.Chrono };
const languages: Readonly<Record<string, Parsers>> = {
  de: chrono.de,
  en: chrono.en,
  es: chrono.es,
  fr: chrono.fr,
  it: chrono.it,
  ja: chrono.ja,
  nl: chrono.nl,
  pt: chrono.pt,
  ru: chrono.ru,
  sv: chrono.sv,
  uk: chrono.uk,
};

/**
 * What chrono-node makes of a text that our own grammar doesn't read: other languages, and rarer English. It is believed
 * only where it takes in the whole text: in "two days after X became president" it sees a day that isn't meant.
 */
export function chronoReading(text: string, today: CalendarDate, locale: string): DateReading {
  const language = locale.split('-')[0] ?? 'en';
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  for (const name of new Set([language, 'en'])) {
    const parser = Object.hasOwn(languages, name) ? languages[name] : undefined;
    const [found, ...others] = parser?.casual.parse(text, reference) ?? [];
    if (!found || others.length > 0 || found.text.length < text.length) continue;
    const first = spanOfComponents(found.start);
    const last = found.end ? spanOfComponents(found.end) : first;
    const span = found.end && first && last ? spanOf(first.from, last.to) : first;
    if (span) return { kind: 'span', span, relative: !/\d{4}/.test(text) };
  }
  return { kind: 'not-a-date' };
}

/** The day, month or year that the words named; null where they named only a time of day. */
function spanOfComponents(parts: chrono.ParsedComponents): DateSpan | null {
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  if (year === null || month === null || day === null) return null;
  if (parts.isCertain('day') || parts.isCertain('weekday')) return dayOf(year, month, day);
  if (parts.isCertain('month')) return monthOf(year, month);
  return parts.isCertain('year') ? yearOf(year) : null;
}
