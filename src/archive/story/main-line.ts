import type { Story, StoryEvent } from './story.js';

/** Events in one post of a thread. */
export const CHAPTER = 10;

/** The events of a story itself, in time order, without those that only share a name with it. */
export function mainLine(story: Story): readonly StoryEvent[] {
  return story.events.filter(({ loose, relation }) => !loose || relation === 'self');
}

/** Events that only share a name with a story, the closest first. */
export function relatedTo(story: Story): readonly StoryEvent[] {
  return story.events
    .filter(({ loose, relation }) => loose && relation !== 'self')
    .toSorted((a, b) => b.score - a.score);
}

/** The events each post of a story's thread begins with, oldest first. */
export function chapters(story: Story): readonly StoryEvent[] {
  return mainLine(story).filter((_, at) => at % CHAPTER === 0);
}

/** Whether an event belongs to a story closely, itself or as another report of an event that does. */
export function holds(story: Story, event: string): boolean {
  return story.events.some(
    (told) => !told.loose && (told.event.id === event || told.folded.some(({ id }) => id === event)),
  );
}
