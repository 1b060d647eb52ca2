import type { SearchPage } from '../archive/answer.js';
import type { CalendarDate } from '../events/calendar-date.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import type { ComponentIdOf } from './component-id.js';
import { eventOptions } from './event-buttons.js';
import { hitLines } from './hit-lines.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message, type Row } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { spanText } from './span-text.js';
import { smallPrint } from './understood.js';

/** Events per page of a search: what a phone shows on one screen or little more. */
export const PAGE_SIZE = 5;

/** What was searched for, as the person gave it. */
export interface Searched {
  readonly query: string;
  readonly topic: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly sort: 'relevance' | 'newest' | 'oldest';
}

/**
 * A page of a search: its events with the words searched for in bold, a menu that opens one, buttons to the other pages.
 *
 * @param here the custom_id of this page, from which those of the other pages are made.
 */
export function searchView(
  page: SearchPage,
  searched: Searched,
  here: Omit<ComponentIdOf<'search'>, 'go' | 'page'>,
  say: Sentences,
): MessageView {
  const words = escapeMarkdown(clip(searched.query || (searched.topic ?? ''), 150));
  const footer = [
    filterText(searched, say),
    smallPrint(page.understood, say, { events: page.hits.map(({ event }) => event) }),
  ]
    .filter((text) => text !== '')
    .join(' · ');
  if (page.hits.length === 0) return nothingFound(words, footer, isFiltered(searched), say);
  const { at, last } = placeOf(page);
  const below = [last > 0 && say.pager.page(at + 1, last + 1), footer].filter(Boolean).join(' · ');
  // A topic that is searched through is named already.
  const said = searched.topic ?? null;
  return message({
    content: headLine(page, words, say),
    embeds: [
      {
        color: page.relaxed || page.related ? colours.nothing : colours.search,
        description: hitLines(page.hits, page.understood.terms, say, said),
        ...(below && { footer: { text: below } }),
      },
    ],
    rows: [
      menuRow(say.search.open, { kind: 'event', menu: 0 }, openable(page, say)),
      ...paging(page, here, say),
    ],
  });
}

function headLine(page: SearchPage, words: string, say: Sentences): string {
  if (page.relaxed) return say.search.relaxed(page.total, words);
  return page.related ? say.search.related(words) : say.search.found(page.total, words);
}

const openable = (page: SearchPage, say: Sentences) =>
  eventOptions(
    page.hits.map(({ event }) => event),
    say,
  );

function nothingFound(words: string, footer: string, filtered: boolean, say: Sentences): MessageView {
  return message({
    content: say.search.nothing(words),
    embeds: [
      {
        color: colours.nothing,
        description: filtered ? say.search.tryWithout : say.search.tryThis,
        ...(footer && { footer: { text: footer } }),
      },
    ],
  });
}

/** Which page it is and which is the last, from 0. */
function placeOf({ total, offset }: SearchPage) {
  const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  return { at: Math.min(last, Math.floor(offset / PAGE_SIZE)), last };
}

/** First, back, on, last: a phone shows four beside each other. Nothing where all fits on one page. */
function paging(page: SearchPage, here: Omit<ComponentIdOf<'search'>, 'go' | 'page'>, say: Sentences): Row[] {
  const { at, last } = placeOf(page);
  if (last === 0) return [];
  const to = (go: ComponentIdOf<'search'>['go'], label: string, target: number) =>
    button(
      label,
      { ...here, go, page: Math.min(last, Math.max(0, target)) },
      { disabled: target < 0 || target > last || target === at },
    );
  return [
    buttonRow(
      ...(last > 1 ? [to('first', say.pager.first, 0)] : []),
      to('back', say.pager.back, at - 1),
      to('on', say.pager.on, at + 1),
      ...(last > 1 ? [to('last', say.pager.last, last)] : []),
    ),
  ];
}

const isFiltered = ({ query, topic, from, to }: Searched) =>
  from !== null || to !== null || (topic !== null && query !== '');

/** The filters in force, for small print: "topic NATO · April 2016 to May 2017 · newest first". */
function filterText({ query, topic, from, to, sort }: Searched, say: Sentences): string {
  return [
    topic && query !== '' && say.search.topic(topic),
    (from ?? to) && spanText({ from, to, grain: 'span' }, say),
    sort !== 'relevance' && say.search.sorted[sort],
  ]
    .filter(Boolean)
    .join(' · ');
}
