import type { Archive } from '../../archive/archive.js';
import { holds } from '../../archive/story/main-line.js';
import type { Story } from '../../archive/story/story.js';
import { topicKey } from '../../archive/topic-index.js';
import type { StoryThread, StoryThreads } from '../../store/story-threads.js';

/** How the key of a story begins that goes by no topic; the id of the event it was opened for follows. */
const UNTITLED = 'event:';

/** What a story is known by in the store: its topic, folded, so that all its events lead to one thread. */
export function storyKey(story: Story, event: string): string {
  return story.topic === null ? `${UNTITLED}${event}` : `topic:${topicKey(story.topic)}`;
}

/**
 * The thread a channel has for the story of an event. A story without a topic is recognised by its events: a
 * thread whose story holds this event is its thread.
 */
export async function storyThread(
  threads: StoryThreads,
  archive: Archive,
  channelId: string,
  story: Story,
  event: string,
): Promise<StoryThread | null> {
  const known = await threads.find(channelId, storyKey(story, event));
  if (known || story.topic !== null) return known;
  for (const thread of await threads.inChannel(channelId, UNTITLED)) {
    const told = await archive.story(thread.eventId);
    if (told && holds(told, event)) return thread;
  }
  return null;
}
