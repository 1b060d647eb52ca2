import { mainLine } from '../archive/story/main-line.js';
import type { Story, StoryReason } from '../archive/story/story.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** Events on a page of a story told in place. */
export const STORY_PAGE = 6;
/** Why an event belongs, for a footer: "same story: … · linked by its author". */
export function whyText(why: readonly StoryReason[], say: Sentences): string {
  return why.map((reason) => say.story.why(reason)).join(' · ');
}

/** The page of a story told in place that its chosen event stands on, from 0. */
export function pageOfSelf(story: Story): number {
  const self = mainLine(story).findIndex(({ relation }) => relation === 'self');
  return Math.floor(Math.max(0, self) / STORY_PAGE);
}

/** A story told in place, a page at a time, the chosen event marked. */
export function storyView(story: Story, event: string, say: Sentences, page: number): MessageView {
  const line = mainLine(story);
  const last = Math.max(0, Math.ceil(line.length / STORY_PAGE) - 1);
  const at = Math.min(last, page);
  const shown = line.slice(at * STORY_PAGE, (at + 1) * STORY_PAGE);
  const lines = shown.map((told) => {
    const mark = told.relation === 'self' ? '▶ ' : '';
    const why = told.relation === 'self' ? '' : whyText(told.why, say);
    return [
      `${mark}**${say.date(told.event.date)}**`,
      sentence(told.event, [], 400),
      why && `-# ${escapeMarkdown(clip(why, 150))}`,
    ]
      .filter(Boolean)
      .join('\n');
  });
  const to = (label: string, target: number) =>
    button(
      label,
      { kind: 'story-page', event, page: Math.max(0, target) },
      { disabled: target < 0 || target > last },
    );
  const events = shown.map((told) => told.event);
  const paging = last === 0 ? [] : [buttonRow(to(say.story.earlier, at - 1), to(say.story.later, at + 1))];
  return message({
    content: say.story.opening(escapeMarkdown(story.title)),
    embeds: [
      {
        color: colours.story,
        title: escapeMarkdown(story.title),
        description: lines.join('\n\n'),
        footer: { text: say.story.page(line.length, at + 1, last + 1) },
      },
    ],
    rows: [menuRow(say.search.open, { kind: 'event', menu: 0 }, eventOptions(events, say)), ...paging],
  });
}
