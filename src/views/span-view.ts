import type { SpanSummary } from '../archive/dates.js';
import { dayNumber } from '../events/calendar-date.js';
import type { DateSpan, Grain } from '../events/date-span.js';
import { unitAround } from '../search/time/unit-around.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { heatMap } from './charts/heat-map.js';
import type { Picture } from './charts/picture.js';
import { timeline } from './charts/timeline.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { groupName } from './event-group-lines.js';
import { type MessageFile, type MessageView, message, type Row } from './message.js';
import { noEventsView } from './no-events-view.js';
import { pageOf } from './pages.js';
import type { Sentences } from './sentences/sentences.js';
import { innerMenus, neighbourButtons, spanButton } from './span-buttons.js';
import { spanText } from './span-text.js';

/** Stories on a page of a span. */
export const SPAN_PAGE = 8;
/** A heat map shows up to a year and a day, so that "the past year" is one as well. */
const LONGEST_HEAT_MAP = 367;

/**
 * A week, month, year or any span: how much happened, its main stories (each with its count, its days and the event that
 * best stands for it), its busiest days; menus lead on to its parts.
 *
 * @param file the picture of it (see `spanPicture`) as a PNG, or null for none.
 * @param note small print: how the time was understood.
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
  const name = spanText(span, say);
  const { at, last, items } = pageOf(groups, page, SPAN_PAGE);
  const stories = items.map((group) => {
    const told = say.when.story(group.count, group.first, group.last);
    return `${groupName(group, say)} · ${told}\n${sentence(group.gist, [], 230)}`;
  });
  const busiest = summary.busiest
    .filter(({ events }) => events > 1)
    .map(({ date, events }) => say.when.dayCount(date, events))
    .join(' · ');
  const footer = last > 0 ? say.when.page(at + 1, last + 1) : '';
  const gists = items.map(({ gist }) => gist);
  return message({
    content: say.when.span(name, summary.total),
    embeds: [
      {
        color: colours.date,
        title: capitalised(name),
        description: [say.when.days(summary.total, days.length), ...stories, ...(note ? [note] : [])].join(
          '\n\n',
        ),
        ...(days.length > 1 &&
          at === 0 &&
          busiest !== '' && { fields: [{ name: say.when.busiest, value: busiest }] }),
        ...(file && { image: { url: `attachment://${file.name}` } }),
        ...(footer && { footer: { text: footer } }),
      },
    ],
    rows: [
      ...innerMenus(span, days, say),
      menuRow(say.when.openStory, { kind: 'event', menu: 0 }, eventOptions(gists, say)),
      ...paging(span, at, last, say),
      buttonRow(...neighbourButtons(span, summary.nearest, say), ...wider(span, say)),
    ],
    ...(file && { files: [file] }),
  });
}

/** The picture of a span with events: a calendar heat map for up to a year, bars per month beyond. */
export function spanPicture(summary: SpanSummary, say: Sentences): Picture | null {
  const { days, total } = summary;
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const [busiest] = summary.busiest;
  if (!first || !last || !busiest) return null;
  const [from, to] = [summary.span.from ?? first, summary.span.to ?? last];
  const name = spanText(summary.span, say);
  const title = capitalised(name);
  if (dayNumber(to) - dayNumber(from) < LONGEST_HEAT_MAP)
    return {
      name: 'calendar.png',
      svg: heatMap(title, from, to, days, say),
      description: say.when.picture.calendar(name, total, busiest.date, busiest.events),
    };
  return {
    name: 'months.png',
    svg: timeline(title, days, say, { from, to, step: 'month' }),
    description: say.when.picture.bars(name, total, first, last),
  };
}

function paging(span: DateSpan, at: number, last: number, say: Sentences): Row[] {
  if (last === 0) return [];
  const to = (label: string, go: 'back' | 'on', target: number) =>
    button(
      label,
      { kind: 'span', go, page: Math.max(0, target), ...span },
      { disabled: target < 0 || target > last },
    );
  return [buttonRow(to(say.when.previousPage, 'back', at - 1), to(say.when.nextPage, 'on', at + 1))];
}

/** Buttons to the month and the year a span lies in. */
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
