import type { APIButtonComponent, APISelectMenuOption } from 'discord-api-types/v10';
import type { Nearest } from '../archive/dates.js';
import { type CalendarDate, dateParts, dayNumber } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import { monthOf, yearOf } from '../search/time/spans.js';
import { unitAround } from '../search/time/unit-around.js';
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
    ...(before ? [spanButton(say.when.before(spanText(before, say)), before, 'before')] : []),
    ...(after ? [spanButton(say.when.after(spanText(after, say)), after, 'after')] : []),
  ];
}

/** Menus that lead from a span into its days, months or years; one as a rule, two for the days of a month. */
export function innerMenus(
  span: DateSpan,
  days: readonly { readonly date: CalendarDate; readonly events: number }[],
  say: Sentences,
): Row[] {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (!first || !last || first === last) return [];
  const length = dayNumber(last) - dayNumber(first) + 1;
  if (length <= 31) return dayMenus(days, say);
  const sameYear = dateParts(first).year === dateParts(last).year;
  const byMonth = sameYear || monthsApart(first, last) < limits.selectOptions;
  const counts = new Map<string, { part: DateSpan; events: number }>();
  for (const { date, events } of days) {
    const { year, month } = dateParts(date);
    const part = byMonth ? monthOf(year, month) : yearOf(year);
    if (!part) continue;
    const known = counts.get(spanValue(part))?.events ?? 0;
    counts.set(spanValue(part), { part, events: known + events });
  }
  const options = [...counts].map(([value, { part, events }]) => ({
    label: spanText(part, say),
    description: say.events(events),
    value,
  }));
  const placeholder = byMonth ? say.when.openMonth : say.when.openYear;
  const newest = options.slice(-limits.selectOptions);
  return span.grain === 'month' ? [] : [menuRow(placeholder, { kind: 'times', menu: 0 }, newest)];
}

function dayMenus(
  days: readonly { readonly date: CalendarDate; readonly events: number }[],
  say: Sentences,
): Row[] {
  const options = days.map(({ date, events }): APISelectMenuOption => {
    const value = spanValue({ from: date, to: date, grain: 'day' });
    return { label: say.date(date), description: say.events(events), value };
  });
  const half = options.length > limits.selectOptions ? Math.ceil(options.length / 2) : options.length;
  const menus = [options.slice(0, half), options.slice(half)].filter((menu) => menu.length > 0);
  return menus.map((menu, at) => {
    const range = `${menu[0]?.label} – ${menu.at(-1)?.label}`;
    const placeholder = menus.length > 1 ? `${say.when.openDay}: ${range}` : say.when.openDay;
    return menuRow(placeholder, { kind: 'times', menu: at }, menu);
  });
}

const monthsApart = (first: CalendarDate, last: CalendarDate) => {
  const [a, b] = [dateParts(first), dateParts(last)];
  return (b.year - a.year) * 12 + b.month - a.month;
};
