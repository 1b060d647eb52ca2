import type { EventGroup, SpanSummary } from '../archive/dates.js';
import { dayNumber } from '../events/calendar-date.js';
import type { DateSpan, Grain } from '../events/date-span.js';
import { unitAround } from '../time/unit-around.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { heatMap } from './charts/heat-map.js';
import type { Picture } from './charts/picture.js';
import { timeline } from './charts/timeline.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { groupName } from './event-group-lines.js';
import { limits } from './limits.js';
import { type MessageFile, type MessageView, message } from './message.js';
import { noEventsView } from './no-events-view.js';
import { pager } from './pager.js';
import type { Sentences } from './sentences/sentences.js';
import { innerMenu, neighbourButtons, spanButton } from './span-buttons.js';
import { spanText } from './span-text.js';

/** Stories beside the picture: with it they fill one screen of a phone. */
export const SPAN_FIRST = 3;
/** Stories on each further page, which has no picture. */
export const SPAN_PAGE = 5;
/** A heat map shows up to a year and a day, so that "the past year" is one as well. */
const LONGEST_HEAT_MAP = 367;

/**
 * A week, month, year or any span: its picture and its three main stories; the rest is behind buttons and menus, so that
 * it never fills more than one screen of a phone.
 *
 * @param page counts from 0; the pages after the first list more stories.
 * @param file the picture of it (see `spanPicture`) as a PNG, or null for none.
 * @param note small print: how the time was read.
 */
export function spanView(
  summary: SpanSummary,
  page: number,
  file: MessageFile | null,
  say: Sentences,
  note = '',
): MessageView {
  const { span, groups, days } = summary;
  if (summary.total === 0) return noEventsView(span, summary.nearest, say);
  const last = Math.max(0, Math.ceil((groups.length - SPAN_FIRST) / SPAN_PAGE));
  const at = Math.min(Math.max(0, page), last);
  const from = at === 0 ? 0 : SPAN_FIRST + (at - 1) * SPAN_PAGE;
  const items = groups.slice(from, at === 0 ? SPAN_FIRST : from + SPAN_PAGE);
  const line = say.when.span(capitalised(spanText(span, say)), summary.total, days.length);
  const footer = at > 0 ? say.pager.page(at + 1, last + 1) : '';
  const picture = at === 0 ? file : null;
  const gists = groups.slice(from, from + limits.selectOptions).map(({ gist }) => gist);
  const go = (to: number) => ({ kind: 'span', go: to < at ? 'back' : 'on', page: to, ...span }) as const;
  return message({
    content: [line, note].filter((text) => text !== '').join('\n'),
    embeds: [
      {
        color: colours.date,
        description: items.map((group) => storyLine(group, say)).join('\n\n'),
        ...(picture && { image: { url: `attachment://${picture.name}` } }),
        ...(footer && { footer: { text: footer } }),
      },
    ],
    rows: [
      menuRow(say.search.open, { kind: 'event', menu: 0 }, eventOptions(gists, say)),
      ...innerMenu(span, days, say),
      at === 0
        ? buttonRow(
            ...neighbourButtons(span, summary.nearest, say),
            ...wider(span, say),
            last > 0 ? button(say.when.moreStories, go(1)) : null,
          )
        : buttonRow(...pager(at, last, go, say)),
    ],
    ...(picture && { files: [picture] }),
  });
}

/** A story in a span: its name, how many events, the event that best represents it. */
function storyLine(group: EventGroup, say: Sentences): string {
  const count = group.count > 1 && group.story !== null ? ` (${say.number(group.count)})` : '';
  return `${groupName(group, say)}${count} · ${sentence(group.gist, [], 85)}`;
}

/** The picture of a span with events: a calendar heat map for up to a year, bars per month beyond. */
export function spanPicture(summary: SpanSummary, say: Sentences): Picture | null {
  const { days, total } = summary;
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const [busiest] = summary.busiest;
  if (!first || !last || !busiest) return null;
  const [from, to] = [summary.span.from ?? first, summary.span.to ?? last];
  const name = spanText(summary.span, say);
  if (dayNumber(to) - dayNumber(from) < LONGEST_HEAT_MAP)
    return {
      name: 'calendar.png',
      svg: heatMap(from, to, days, say),
      description: say.when.picture.calendar(name, total, busiest.date, busiest.events),
    };
  return {
    name: 'months.png',
    svg: timeline(days, say, { from, to, step: 'month' }),
    description: say.when.picture.bars(name, total, first, last),
  };
}

/** Buttons to the month and the year that contain a span. */
function wider(span: DateSpan, say: Sentences) {
  const { from, to } = span;
  if (from === null || to === null) return [];
  const grains: readonly Grain[] = span.grain === 'month' ? ['year'] : ['month', 'year'];
  const wide = grains.map((grain) => unitAround(to, grain));
  return wide.flatMap((unit, at) => {
    const holds = unit?.from && unit.to && unit.from <= from && unit.to >= to;
    const same = unit?.from === from && unit.to === to;
    return holds && !same ? [spanButton(spanText(unit, say), unit, at === 0 ? 'up' : 'up-2')] : [];
  });
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
