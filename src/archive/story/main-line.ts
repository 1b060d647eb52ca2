import type { Story, StoryEvent } from './story.js';

/** So many events are told at a time. */
export const CHAPTER = 10;

/** Which way a story is told on: towards its beginning, or towards its end. */
export type Direction = 'earlier' | 'later';

/** The events worth telling: without those that only fill up a thin story, unless nothing else is there. */
export function mainLine(story: Story): readonly StoryEvent[] {
  const close = story.events.filter(({ loose, relation }) => !loose || relation === 'self');
  return close.length > 1 ? close : story.events;
}

/** The part of a line that is told first: the events around the chosen one. */
export function firstChapter(line: readonly StoryEvent[]): readonly StoryEvent[] {
  const self = line.findIndex(({ relation }) => relation === 'self');
  const start = Math.max(0, Math.min(self - CHAPTER / 2, line.length - CHAPTER));
  return line.slice(start, start + CHAPTER);
}

/**
 * The part of a line that comes before or after an event, nearest to it, in time order; nothing where the line ends
 * there or no longer holds the event.
 */
export function chapterBeside(
  line: readonly StoryEvent[],
  edge: string,
  direction: Direction,
): readonly StoryEvent[] {
  const at = line.findIndex(({ event }) => event.id === edge);
  if (at < 0) return [];
  return direction === 'earlier'
    ? line.slice(Math.max(0, at - CHAPTER), at)
    : line.slice(at + 1, at + 1 + CHAPTER);
}

/** How many events of a line lie before its event `first` and after its event `last`. */
export function leftToTell(
  line: readonly StoryEvent[],
  first: string,
  last: string,
): Readonly<Record<Direction, number>> {
  const from = line.findIndex(({ event }) => event.id === first);
  const to = line.findIndex(({ event }) => event.id === last);
  return { earlier: Math.max(0, from), later: to < 0 ? 0 : line.length - 1 - to };
}

/** Whether an event belongs to a story closely, by itself or as another report of an event that does. */
export function holds(story: Story, event: string): boolean {
  return story.events.some(
    (told) => !told.loose && (told.event.id === event || told.folded.some(({ id }) => id === event)),
  );
}
