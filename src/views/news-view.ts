import type { NewsEvent } from '../events/event.js';
import type { Follow } from '../store/follows.js';
import { buttonRow, menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import { pager } from './pager.js';
import type { Sentences } from './sentences/sentences.js';
import { sourceLinks } from './source-links.js';

/** New events per page of a list. */
export const NEWS_PAGE = 5;

/** What somebody follows, as part of a sentence. */
export function followSubject({ kind, label }: Pick<Follow, 'kind' | 'label'>, say: Sentences): string {
  return say.following.subject[kind](escapeMarkdown(clip(label, 120)));
}

/**
 * New events for one follow, a page at a time; a menu opens one. A story is named once, and not at all where it is what
 * is followed.
 *
 * @param mark names the message.
 * @param page counts from 0.
 */
export function newsView(
  follow: Pick<Follow, 'kind' | 'label' | 'direct'>,
  events: readonly NewsEvent[],
  mark: string,
  say: Sentences,
  page = 0,
): MessageView {
  const last = Math.max(0, Math.ceil(events.length / NEWS_PAGE) - 1);
  const at = Math.min(page, last);
  const shown = events.slice(at * NEWS_PAGE, (at + 1) * NEWS_PAGE);
  const named = new Set<string | null>([follow.label]);
  const lines = shown.map((event) => {
    const isNew = !named.has(event.story);
    named.add(event.story);
    const head = [`**${say.date(event.date)}**`, isNew && event.story && escapeMarkdown(event.story)];
    const sources = sourceLinks(event.sources, 250, say, 3);
    return [head.filter(Boolean).join(' · '), sentence(event, [], 240), sources && `-# ${sources}`]
      .filter(Boolean)
      .join('\n');
  });
  const why = follow.direct ? say.following.newsFooterDirect : say.following.newsFooter;
  const footer = last > 0 ? `${say.pager.page(at + 1, last + 1)} · ${why}` : why;
  return message({
    content: say.following.news(events.length, followSubject(follow, say)),
    embeds: [{ color: colours.story, description: lines.join('\n\n'), footer: { text: footer } }],
    rows: [
      menuRow(say.search.open, { kind: 'news', mark }, eventOptions(shown, say)),
      buttonRow(...pager(at, last, (to) => ({ kind: 'news-page', mark, page: to }), say)),
    ],
  });
}
