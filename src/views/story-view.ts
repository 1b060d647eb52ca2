import type { APIEmbed } from 'discord-api-types/v10';
import type { Story, StoryEvent, StoryReason } from '../archive/story/story.js';
import { button, buttonRow, menuRow } from './buttons.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { eventButtons, eventOptions } from './event-buttons.js';
import { eventEmbed, sentence } from './event-embed.js';
import { limits } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** Events on a page of a story told in place. */
export const STORY_PAGE = 6;
/** Events a thread begins with. */
const POSTS = 10;

/** The name of a story's thread: its title, at most 100 characters, on one line. */
export function threadName(story: Story): string {
  return clip(story.title.replace(/\s+/g, ' ').trim() || '…', limits.threadName);
}

/** The events a thread tells: without those that only fill up a thin story, unless nothing else is there. */
function mainLine(story: Story): readonly StoryEvent[] {
  const close = story.events.filter(({ loose, relation }) => !loose || relation === 'self');
  return close.length > 1 ? close : story.events;
}

/** The first post of a story's thread: what it is, how many events, from when to when. */
export function storyOpening(story: Story, say: Sentences): MessageView {
  const events = mainLine(story);
  const first = events[0];
  const last = events.at(-1);
  const self = events.find(({ relation }) => relation === 'self');
  const span = first && last ? say.story.span(events.length, first.event.date, last.event.date) : '';
  return message({
    content: say.story.opening(escapeMarkdown(story.title)),
    embeds: [
      {
        color: colours.story,
        title: escapeMarkdown(story.title),
        description: [
          span,
          self && say.story.around(say.date(self.event.date), sentence(self.event, [], 600)),
        ]
          .filter(Boolean)
          .join('\n\n'),
      },
    ],
  });
}

/** The events of a story as posts, in time order, those around the chosen one where there are many. */
export function storyPosts(story: Story, say: Sentences): MessageView[] {
  const events = mainLine(story);
  const self = events.findIndex(({ relation }) => relation === 'self');
  const start = Math.max(0, Math.min(self - POSTS / 2, events.length - POSTS));
  return events.slice(start, start + POSTS).map((told) =>
    message({
      content: say.story.relation[told.relation](say.date(told.event.date)),
      embeds: [storyEmbed(told, say)],
      rows: [eventButtons(told.event, say)],
    }),
  );
}

function storyEmbed(told: StoryEvent, say: Sentences): APIEmbed {
  const why = whyText(told.why, say);
  const embed = eventEmbed(told.event, say, {
    colour: told.relation === 'self' ? colours.answer : colours.story,
  });
  return why === '' || told.relation === 'self' ? embed : { ...embed, footer: { text: why } };
}

/** Why an event belongs, for a footer: "same story: … · linked by its author". */
function whyText(why: readonly StoryReason[], say: Sentences): string {
  return why.map((reason) => say.story.why(reason)).join(' · ');
}

/** A story told in place, a page at a time, the chosen event marked; `page` undefined means the page it stands on. */
export function storyView(story: Story, event: string, say: Sentences, page?: number): MessageView {
  const line = mainLine(story);
  const last = Math.max(0, Math.ceil(line.length / STORY_PAGE) - 1);
  const self = line.findIndex(({ relation }) => relation === 'self');
  const at = Math.min(last, page ?? Math.floor(Math.max(0, self) / STORY_PAGE));
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
