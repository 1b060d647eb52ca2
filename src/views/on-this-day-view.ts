import type { OnThisDay } from '../archive/dates.js';
import { calendarDate, dateParts } from '../events/calendar-date.js';
import { shiftDays } from '../time/spans.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { colours } from './colours.js';
import { sentence } from './event-embed.js';
import { type MessageView, message, type Row } from './message.js';
import { pager } from './pager.js';
import { pageOf } from './pages.js';
import type { Sentences } from './sentences/sentences.js';
import { spanValue } from './span-value.js';

/** Years per page: what a phone shows at once. */
export const YEARS_PAGE = 7;
/** A year that has a 29 February, so that the days beside it are found. */
const LEAP_YEAR = 2000;

/** The same calendar day in all years, newest first: a line per year, a menu that opens one of those days. */
export function onThisDayView(
  { month, day, years }: OnThisDay,
  page: number,
  say: Sentences,
  note = '',
): MessageView {
  const { at, last, items } = pageOf(years, page, YEARS_PAGE);
  const leap = month === 2 && day === 29 ? say.onThisDay.leapDay : '';
  const here = { kind: 'on-this-day', month, day } as const;
  const footer = [last > 0 && say.pager.page(at + 1, last + 1), leap].filter(Boolean).join(' · ');
  const found = years.length > 0;
  const line = found ? say.onThisDay.line(month, day, years.length) : say.onThisDay.nothing(month, day);
  return message({
    content: [line, note].filter((text) => text !== '').join('\n'),
    embeds: [
      {
        color: found ? colours.date : colours.nothing,
        ...(found && { description: yearLines(items, say).join('\n') }),
        ...(footer && { footer: { text: footer } }),
      },
    ],
    rows: [
      ...(found ? [yearsMenu(years.slice(at * YEARS_PAGE, at * YEARS_PAGE + 25), say)] : []),
      buttonRow(
        ...pager(at, last, (to) => ({ ...here, page: to }), say),
        beside(month, day, -1, say),
        beside(month, day, 1, say),
      ),
    ],
  });
}

/** A line per year: the year, how many events, the main one. */
export function yearLines(years: OnThisDay['years'], say: Sentences): string[] {
  return years.map(({ date, count, gist }) => {
    const more = count > 1 ? ` (${say.events(count)})` : '';
    return `**${dateParts(date).year}**${more} · ${sentence(gist, [], 110)}`;
  });
}

/** A menu that opens the day in one of the years. */
export function yearsMenu(years: OnThisDay['years'], say: Sentences): Row {
  return menuRow(
    say.onThisDay.openYear,
    { kind: 'times', menu: 0 },
    years.map(({ date, count, gist }) => ({
      label: String(dateParts(date).year),
      description: `${say.events(count)} · ${gist.sentence}`,
      value: spanValue({ from: date, to: date, grain: 'day' }),
    })),
  );
}

/** A button to the calendar day before or after. */
function beside(month: number, day: number, step: 1 | -1, say: Sentences) {
  const date = calendarDate(LEAP_YEAR, month, day);
  const other = date && shiftDays(date, step);
  if (!other) return null;
  const to = dateParts(other);
  const name = say.dayOfYear(to.month, to.day);
  const label = step < 0 ? say.when.before(name) : say.when.after(name);
  return button(label, { kind: 'on-this-day', month: to.month, day: to.day, page: 0 });
}
