import type { DaySummary } from '../archive/dates.js';
import { dateParts } from '../events/calendar-date.js';
import { unitAround } from '../search/time/unit-around.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { eventItem, groupName } from './event-group-lines.js';
import { type MessageView, message, type Row } from './message.js';
import { noEventsView } from './no-events-view.js';
import { pageOf } from './pages.js';
import type { Sentences } from './sentences/sentences.js';
import { neighbourButtons, spanButton } from './span-buttons.js';
import { spanText } from './span-text.js';

/** Events on a page of a day. */
export const DAY_PAGE = 8;

/**
 * A day as an editor lays it out: its events under their stories, the most reported first, a page at a time; on from
 * there to the days beside it, its week, its month and the same day in other years.
 *
 * @param note small print: how the date was understood.
 */
export function dayView(day: DaySummary, page: number, say: Sentences, note = ''): MessageView {
  const span = { from: day.date, to: day.date, grain: 'day' } as const;
  if (day.total === 0) return noEventsView(span, day.nearest, say, sameDay(day, say));
  const all = day.groups.flatMap((group) => group.events.map((event) => ({ group, event })));
  const { at, last, items } = pageOf(all, page, DAY_PAGE);
  const lines = items.flatMap(({ group, event }, i) => [
    ...(items[i - 1]?.group === group ? [] : [`${i > 0 ? '\n' : ''}${groupName(group, say)}`]),
    eventItem(event, say),
  ]);
  const to = (label: string, target: number) =>
    button(
      label,
      { kind: 'day', date: day.date, page: Math.max(0, target) },
      { disabled: target < 0 || target > last },
    );
  const paging =
    last === 0 ? [] : [buttonRow(to(say.when.previousPage, at - 1), to(say.when.nextPage, at + 1))];
  const footer = last > 0 ? say.when.page(at + 1, last + 1) : '';
  return message({
    content: say.when.day(day.date, day.total),
    embeds: [
      {
        color: colours.date,
        title: say.date(day.date),
        description: [...lines, ...(note ? ['', note] : [])].join('\n'),
        ...(footer && { footer: { text: footer } }),
      },
    ],
    rows: [
      menuRow(
        say.search.open,
        { kind: 'event', menu: 0 },
        eventOptions(
          items.map(({ event }) => event),
          say,
        ),
      ),
      ...paging,
      dayNavigation(day, say),
    ],
  });
}

/** The days before and after that have events, the week, the month, the same day in other years. */
function dayNavigation(day: DaySummary, say: Sentences): Row {
  const span = { from: day.date, to: day.date, grain: 'day' } as const;
  const [week, month] = [unitAround(day.date, 'week'), unitAround(day.date, 'month')];
  return buttonRow(
    ...neighbourButtons(span, day.nearest, say),
    week && spanButton(spanText(week, say), week, 'up'),
    month && spanButton(spanText(month, say), month, 'up-2'),
    ...sameDay(day, say),
  );
}

function sameDay({ date, otherYears }: DaySummary, say: Sentences) {
  const { month, day } = dateParts(date);
  if (otherYears.length === 0) return [];
  return [button(say.when.otherYears(date), { kind: 'on-this-day', month, day, page: 0 })];
}
