import type { APIEmbed } from 'discord-api-types/v10';
import { type Direction, mainLine } from '../archive/story/main-line.js';
import type { Story, StoryEvent } from '../archive/story/story.js';
import type { CalendarDate } from '../events/calendar-date.js';
import { button, buttonRow } from './buttons.js';
import type { DayCount } from './charts/heat-map.js';
import type { Picture } from './charts/picture.js';
import { timeline } from './charts/timeline.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { packComponentId } from './component-id.js';
import { eventButtons } from './event-buttons.js';
import { eventEmbed, sentence } from './event-embed.js';
import { limits } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageFile, type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { whyText } from './story-view.js';

/** The name of a story's thread: its title, at most 100 characters, on one line. */
export function threadName(story: Story): string {
  return clip(story.title.replace(/\s+/g, ' ').trim() || '…', limits.threadName);
}

/** The story over time, the chosen event's bar marked. */
export function storyPicture(story: Story, say: Sentences): Picture | null {
  const days = daysOf(story);
  const [first, last] = [days[0], days.at(-1)];
  const self = story.events.find(({ relation }) => relation === 'self');
  if (!first || !last || !self) return null;
  const mark = self.event.date;
  return {
    name: 'timeline.png',
    svg: timeline(story.title, days, say, { mark }),
    description: say.thread.timeline(
      clip(story.title, 300),
      mainLine(story).length,
      first.date,
      last.date,
      mark,
    ),
  };
}

function daysOf(story: Story): DayCount[] {
  const counts = new Map<CalendarDate, number>();
  for (const { event } of mainLine(story)) counts.set(event.date, (counts.get(event.date) ?? 0) + 1);
  return [...counts].map(([date, events]) => ({ date, events }));
}

/** The first post of a story's thread: what it is, how many events, from when to when, over time. */
export function storyOpening(story: Story, file: MessageFile | null, say: Sentences): MessageView {
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
          say.thread.askHere,
        ]
          .filter(Boolean)
          .join('\n\n'),
        ...(file && { image: { url: `attachment://${file.name}` } }),
      },
    ],
    ...(file && { files: [file] }),
  });
}

/** What tells the post of an event in a story's thread from other messages about the event. */
export function postMark(event: string): string {
  return packComponentId({ kind: 'branch', event });
}

/**
 * One event of a story as a post of its thread.
 *
 * @param left how many events are left before the first and after the last one posted, where this post is the last for
 *   now: its buttons post more. Null where others follow.
 */
export function storyPost(
  told: StoryEvent,
  left: { readonly earlier: Edge; readonly later: Edge } | null,
  say: Sentences,
): MessageView {
  const { event } = told;
  const paging =
    left && buttonRow(moreButton('earlier', left.earlier, say), moreButton('later', left.later, say));
  return message({
    content: say.story.relation[told.relation](say.date(event.date)),
    embeds: [postEmbed(told, say)],
    rows: [eventButtons(event, say, 'branch'), ...(paging ? [paging] : [])],
  });
}

/** An end of what is posted: the event that stands there, and how many the story has beyond it. */
export interface Edge {
  readonly event: string;
  readonly left: number;
}

function moreButton(go: Direction, { event, left }: Edge, say: Sentences) {
  return left > 0 ? button(say.thread.more[go](left), { kind: 'more', go, edge: event }) : null;
}

function postEmbed(told: StoryEvent, say: Sentences): APIEmbed {
  const why = whyText(told.why, say);
  const embed = eventEmbed(told.event, say, {
    colour: told.relation === 'self' ? colours.answer : colours.story,
  });
  return why === '' || told.relation === 'self' ? embed : { ...embed, footer: { text: why } };
}

/** Says how far the telling of a story got, with a button that goes on. */
export function brokeOffView(done: number, of: number, say: Sentences): MessageView {
  return message({
    content: say.thread.brokeOff(done, of),
    rows: [buttonRow(button(say.thread.goOn, { kind: 'go-on' }))],
  });
}
