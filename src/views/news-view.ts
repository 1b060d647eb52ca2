import type { NewsEvent } from '../events/event.js';
import type { Follow } from '../store/follows.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { sentence, sourceLinks } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** New events on a page of a list. */
export const NEWS_PAGE = 8;

/** What a follow is on, as it stands within a sentence. */
export function followSubject({ kind, label }: Pick<Follow, 'kind' | 'label'>, say: Sentences): string {
  return say.following.subject[kind](escapeMarkdown(clip(label, 120)));
}

/**
 * New events for one follow, a page at a time; a menu opens one.
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
  const lines = shown.map((event) => {
    const head = [`**${say.date(event.date)}**`, event.story && escapeMarkdown(event.story)];
    const sources = sourceLinks(event.sources.slice(0, 3), 250, say);
    return [head.filter(Boolean).join(' · '), sentence(event, [], 380), sources && `-# ${sources}`]
      .filter(Boolean)
      .join('\n');
  });
  const to = (label: string, target: number) =>
    button(
      label,
      { kind: 'news-page', mark, page: Math.max(0, target) },
      { disabled: target < 0 || target > last },
    );
  return message({
    content: say.following.news(events.length, followSubject(follow, say)),
    embeds: [
      {
        color: colours.story,
        description: lines.join('\n\n'),
        footer: { text: follow.direct ? say.following.newsFooterDirect : say.following.newsFooter },
      },
    ],
    rows: [
      menuRow(say.search.open, { kind: 'news', mark }, eventOptions(shown, say)),
      ...(last === 0 ? [] : [buttonRow(to('◀', at - 1), to('▶', at + 1))]),
    ],
  });
}
