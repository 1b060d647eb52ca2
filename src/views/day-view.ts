import type { DaySummary, OnThisDay } from '../archive/dates.js';
import { dateParts } from '../events/calendar-date.js';
import { unitAround } from '../time/unit-around.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { eventItem, groupName } from './event-group-lines.js';
import { type MessageView, message, type Row } from './message.js';
import { noEventsView } from './no-events-view.js';
import { yearLines, yearsMenu } from './on-this-day-view.js';
import { pager } from './pager.js';
import { pageOf } from './pages.js';
import type { Sentences } from './sentences/sentences.js';
import { neighbourButtons, spanButton } from './span-buttons.js';

/** Events per page of a day: about what a phone shows at once. */
export const DAY_PAGE = 5;
/** Other years named for a day without events. */
const OTHER_YEARS = 5;

/**
 * A day as an editor lays it out: its events under their stories, the most reported first, a page at a time; from there
 * to the days beside it, its week, its month and the same day in other years. A day without events shows the other years.
 *
 * @param others the same day in other years, for a day without events.
 * @param note small print: how the date was read.
 */
export function dayView(
  day: DaySummary,
  page: number,
  say: Sentences,
  note = '',
  others: OnThisDay | null = null,
): MessageView {
  const span = { from: day.date, to: day.date, grain: 'day' } as const;
  if (day.total === 0) {
    const years = others?.years.slice(0, OTHER_YEARS) ?? [];
    return noEventsView(span, day.nearest, say, {
      buttons: sameDay(day, say),
      description: years.length > 0 ? [say.when.otherYearsInstead, ...yearLines(years, say)].join('\n') : '',
      menus: years.length > 0 ? [yearsMenu(years, say)] : [],
    });
  }
  const all = day.groups.flatMap((group) => group.events.map((event) => ({ group, event })));
  const { at, last, items } = pageOf(all, page, DAY_PAGE);
  const lines = items.flatMap(({ group, event }, i) => [
    ...(items[i - 1]?.group === group ? [] : [`${i > 0 ? '\n' : ''}${groupName(group, say)}`]),
    eventItem(event, say),
  ]);
  const footer = last > 0 ? say.pager.page(at + 1, last + 1) : '';
  const paging = pager(at, last, (to) => ({ kind: 'day', date: day.date, page: to }), say);
  return message({
    content: [say.when.day(day.date, day.total), note].filter((line) => line !== '').join('\n'),
    embeds: [
      {
        color: colours.date,
        description: lines.join('\n'),
        ...(footer && { footer: { text: footer } }),
      },
    ],
    rows: [
      menuRow(
        say.search.open,
        { kind: 'event', menu: 0 },
        eventOptions(
          all.slice(at * DAY_PAGE, at * DAY_PAGE + 25).map(({ event }) => event),
          say,
        ),
      ),
      buttonRow(...paging, ...(at === 0 ? [] : sameDay(day, say))),
      ...(at === 0 ? [dayNavigation(day, say)] : []),
    ],
  });
}

/** The days before and after that have events, the week, the month, the same day in other years. */
function dayNavigation(day: DaySummary, say: Sentences): Row {
  const span = { from: day.date, to: day.date, grain: 'day' } as const;
  const [week, month] = [unitAround(day.date, 'week'), unitAround(day.date, 'month')];
  return buttonRow(
    ...neighbourButtons(span, day.nearest, say),
    week && spanButton(say.when.week, week, 'up'),
    month && spanButton(say.monthName(dateParts(day.date).month), month, 'up-2'),
    ...sameDay(day, say),
  );
}

function sameDay({ date, otherYears }: DaySummary, say: Sentences) {
  const { month, day } = dateParts(date);
  if (otherYears.length === 0) return [];
  return [button(say.when.otherYears, { kind: 'on-this-day', month, day, page: 0 })];
}
