import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Nearest } from '../archive/dates.js';
import { type CalendarDate, dateParts, dayNumber } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { unitAround } from '../time/unit-around.js';
import { button, menuRow } from './buttons.js';
import type { ComponentIdOf } from './component-id.js';
import { limits } from './limits.js';
import type { Row } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { spanText } from './span-text.js';
import { spanValue } from './span-value.js';

/** A button that shows a span, or a day where the span is one. */
export function spanButton(
  label: string,
  span: DateSpan,
  go: ComponentIdOf<'span'>['go'],
  page = 0,
): APIButtonComponent {
  const { from, to, grain } = span;
  if (grain === 'day' && from !== null && from === to)
    return button(label, { kind: 'day', date: from, page });
  return button(label, { kind: 'span', go, page, from, to, grain });
}

/** Buttons to the times before and after that have events: the same unit of the calendar, or the nearest day. */
export function neighbourButtons(span: DateSpan, nearest: Nearest, say: Sentences): APIButtonComponent[] {
  const unit = (date: CalendarDate) => unitAround(date, span.grain) ?? unitAround(date, 'day');
  const before = nearest.before && unit(nearest.before);
  const after = nearest.after && unit(nearest.after);
  return [
    ...(before ? [spanButton(say.when.before(besideText(before, span, say)), before, 'before')] : []),
    ...(after ? [spanButton(say.when.after(besideText(after, span, say)), after, 'after')] : []),
  ];
}

/** The name of a time on a button beside another: short, without the year where that is the same. */
function besideText(other: DateSpan, span: DateSpan, say: Sentences): string {
  const here = span.from && dateParts(span.from);
  const there = other.from && dateParts(other.from);
  if (!here || !there || here.year !== there.year) return spanText(other, say);
  if (other.grain === 'month') return say.monthName(there.month);
  return other.grain === 'day' ? say.dayOfYear(there.month, there.day) : spanText(other, say);
}

/** The menu that leads from a span into its days, weeks, months or years, whichever are few enough; none for a day. */
export function innerMenu(
  span: DateSpan,
  days: readonly { readonly date: CalendarDate; readonly events: number }[],
  say: Sentences,
): Row[] {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (!first || !last || first === last) return [];
  const part = partOf(span.from ?? first, span.to ?? last, days.length);
  const counts = new Map<string, { part: DateSpan; events: number }>();
  for (const { date, events } of days) {
    const unit = unitAround(date, part);
    if (!unit) continue;
    const value = spanValue(unit);
    const known = counts.get(value)?.events ?? 0;
    counts.set(value, { part: unit, events: known + events });
  }
  const options = [...counts].map(([value, { part: unit, events }]) => ({
    label: capitalised(spanText(unit, say)),
    description: say.events(events),
    value,
  }));
  if (options.length === 1 && options[0]?.value === spanValue(span)) return [];
  return [menuRow(say.when.openPart[part], { kind: 'times', menu: 0 }, options.slice(-limits.selectOptions))];
}

/** The unit whose number fits a menu: days of up to a month, then weeks, months, years. */
function partOf(first: CalendarDate, last: CalendarDate, days: number): 'day' | 'week' | 'month' | 'year' {
  const length = dayNumber(last) - dayNumber(first) + 1;
  if (length <= LONGEST_BY_DAY && days <= limits.selectOptions) return 'day';
  if (length <= LONGEST_BY_DAY) return 'week';
  const sameYear = dateParts(first).year === dateParts(last).year;
  return sameYear || monthsApart(first, last) < limits.selectOptions ? 'month' : 'year';
}

/** Days up to which a span is entered by its days or weeks. */
const LONGEST_BY_DAY = 62;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const monthsApart = (first: CalendarDate, last: CalendarDate) => {
  const [a, b] = [dateParts(first), dateParts(last)];
  return (b.year - a.year) * 12 + b.month - a.month;
};
