import { type CalendarDate, dateParts, daysInMonth, weekday } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { seasonAt, unitAround } from '../time/unit-around.js';
import type { Sentences } from './sentences/sentences.js';

/** A span as a person says it: "8 April 2016", "April 2016", "spring 2016", "2015 to 2016", "until 4 May 2016". */
export function spanText(span: DateSpan, say: Sentences): string {
  const { from, to } = span;
  if (from === null) return to === null ? say.understood.anyTime : say.understood.until(to);
  if (to === null) return say.understood.since(from);
  if (from === to) return say.date(from);
  return unitText(span, from, say) ?? wholeText(from, to, say) ?? say.understood.fromTo(from, to);
}

/** The name of a week, quarter or season that follows the calendar's grid. */
function unitText(span: DateSpan, from: CalendarDate, say: Sentences): string | null {
  const { year, month } = dateParts(from);
  const unit = unitAround(from, span.grain);
  if (unit?.from !== from || unit.to !== span.to) return null;
  if (span.grain === 'week') return weekday(from) === 1 ? say.spans.weekOf(from) : null;
  if (span.grain === 'quarter') return say.spans.quarter(year, Math.ceil(month / 3));
  return span.grain === 'season' ? say.spans.season(year, seasonAt(month)) : null;
}

/** The name of whole months or years. */
function wholeText(from: CalendarDate, to: CalendarDate, say: Sentences): string | null {
  const [a, b] = [dateParts(from), dateParts(to)];
  if (a.day !== 1 || b.day !== daysInMonth(b.year, b.month)) return null;
  if (a.month === 1 && b.month === 12)
    return a.year === b.year ? String(a.year) : say.spans.years(a.year, b.year);
  const [first, last] = [say.month(a.year, a.month), say.month(b.year, b.month)];
  return first === last ? first : say.spans.months(first, last);
}
