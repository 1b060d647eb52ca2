import type { Understood } from '../archive/answer.js';
import type { CalendarDate } from '../events/calendar-date.js';
import { dateParts, daysInMonth } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { Sentences } from './sentences/sentences.js';

/**
 * What was made of a question, as small print for a footer: "April 2016 · NATO, Russia · dodick → Dodik". Unescaped, as
 * footers show no markup. Empty where nothing was made of it.
 */
export function smallPrint(understood: Understood, say: Sentences, relaxed = false): string {
  const span = understood.span && spanText(understood.span, say);
  return [
    span && (relaxed ? say.understood.relaxed(span) : span),
    understood.terms.slice(0, 12).join(', '),
    ...understood.mended.slice(0, 5).map(({ from, to }) => `${from} → ${to}`),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** A span as a person says it: "8 April 2016", "April 2016", "2016", "1 March 2016 to 4 May 2016", "before …". */
export function spanText({ from, to, grain }: DateSpan, say: Sentences): string {
  if (from === null) return to === null ? say.understood.anyTime : say.understood.until(to);
  if (to === null) return say.understood.since(from);
  if (from === to) return say.date(from);
  if (grain === 'month' || grain === 'span') {
    const whole = wholeMonth(from, to);
    if (whole) return say.month(whole.year, whole.month);
  }
  if (isWholeYear(from, to)) return String(dateParts(from).year);
  return say.understood.fromTo(from, to);
}

function wholeMonth(from: CalendarDate, to: CalendarDate) {
  const a = dateParts(from);
  const b = dateParts(to);
  const whole =
    a.year === b.year && a.month === b.month && a.day === 1 && b.day === daysInMonth(b.year, b.month);
  return whole ? { year: a.year, month: a.month } : null;
}

const isWholeYear = (from: string, to: string) =>
  from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31');
