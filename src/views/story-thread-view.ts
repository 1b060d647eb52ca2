import { CHAPTER, mainLine } from '../archive/story/main-line.js';
import type { Story, StoryEvent } from '../archive/story/story.js';
import type { CalendarDate } from '../events/calendar-date.js';
import { button, buttonRow, menuRow } from './buttons.js';
import type { DayCount } from './charts/heat-map.js';
import type { Picture } from './charts/picture.js';
import { timeline } from './charts/timeline.js';
import { clip } from './clip.js';
import { colours } from './colours.js';
import { packComponentId } from './component-id.js';
import { eventOptions } from './event-buttons.js';
import { sentence } from './event-embed.js';
import { limits } from './limits.js';
import { type MessageFile, type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';
import { storyLines } from './story-lines.js';
import { relatedField, storyHead } from './story-view.js';

/** The name of a story's thread: its title, at most 100 characters, on one line. */
export function threadName(story: Story): string {
  return clip(story.title.replace(/\s+/g, ' ').trim() || '…', limits.threadName);
}

/** The story over time, the chosen event's bar highlighted. */
export function storyPicture(story: Story, say: Sentences): Picture | null {
  const days = daysOf(story);
  const [first, last] = [days[0], days.at(-1)];
  const self = story.events.find(({ relation }) => relation === 'self');
  if (!first || !last || !self || first === last) return null;
  const mark = self.event.date;
  return {
    name: 'timeline.png',
    svg: timeline(days, say, { mark }),
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

/** Events in the opening of a thread. */
const GIST = 5;

/** The first post of a story's thread: its gist (how it began, the chosen event, its turning points, the latest) and how it went over time. */
export function storyOpening(story: Story, file: MessageFile | null, say: Sentences): MessageView {
  const gist = gistOf(story).map(({ event, relation }) => {
    const mark = relation === 'self' ? say.story.chosen : '';
    return `${mark}**${say.date(event.date)}** · ${sentence(event, [], 200)}`;
  });
  return message({
    content: storyHead(story, say),
    embeds: [
      {
        color: colours.story,
        description: [...gist, say.thread.askHere].join('\n\n'),
        ...(file && { image: { url: `attachment://${file.name}` } }),
      },
    ],
    ...(file && { files: [file] }),
  });
}

/** The chosen, the first and the last event and the turning points there is room for, one for a day, in time order. */
function gistOf(story: Story): StoryEvent[] {
  const line = mainLine(story);
  const points = story.turningPoints.map((id) => line.find(({ event }) => event.id === id));
  const wanted = [line.find(({ relation }) => relation === 'self'), line[0], line.at(-1), ...points];
  const days = new Set<CalendarDate>();
  const gist = wanted.filter((one): one is StoryEvent => {
    if (!one || days.size === GIST || days.has(one.event.date)) return false;
    days.add(one.event.date);
    return true;
  });
  return gist.sort((a, b) => line.indexOf(a) - line.indexOf(b));
}

/** What distinguishes a post of a story's thread from other messages about the event it begins with. */
export function postMark(event: string): string {
  return packComponentId({ kind: 'thread-event', event });
}

/**
 * A post of a story's thread: up to ten of its events, oldest first, with a menu that opens one. Related events are listed
 * below the last.
 *
 * @param from the id of the event it begins with. Null where the story no longer has that event.
 */
export function storyPost(story: Story, from: string, say: Sentences): MessageView | null {
  const line = mainLine(story);
  const start = line.findIndex(({ event }) => event.id === from);
  if (start < 0) return null;
  const part = line.slice(start, start + CHAPTER);
  const end = start + part.length;
  const events = part.map(({ event }) => event);
  return message({
    content: say.story.part(start + 1, end, line.length),
    embeds: [
      {
        color: colours.story,
        description: storyLines(part, say),
        fields: end === line.length ? relatedField(story, say) : [],
      },
    ],
    rows: [menuRow(say.search.open, { kind: 'thread-event', event: from }, eventOptions(events, say))],
  });
}

/** Says how much of a story is posted, with a button that continues. */
export function brokeOffView(done: number, of: number, say: Sentences): MessageView {
  return message({
    content: say.thread.brokeOff(done, of),
    rows: [buttonRow(button(say.thread.goOn, { kind: 'go-on' }))],
  });
}
