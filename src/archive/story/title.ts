import type { NewsEvent } from '../../events/event.js';
import type { StoryEvent } from './story.js';

/** A thread's name holds no more. */
const MOST_CHARACTERS = 100;

/** What a person would call the story: the one the event leads with, else the names that tie it, else its words. */
export function storyTitle(self: NewsEvent, events: readonly StoryEvent[]): string {
  const topic = storyTopic(self, events);
  if (topic) return cut(topic);
  const names = new Map<string, number>();
  for (const { why, score, loose } of events) {
    if (loose) continue;
    for (const reason of why) {
      if (reason.kind !== 'shared-context') continue;
      for (const name of reason.names) names.set(name, (names.get(name) ?? 0) + score);
    }
  }
  const leading = heaviest(names).slice(0, 2);
  return leading.length > 0 ? cut(leading.join(', ')) : cut(self.sentence);
}

/** The topic a story goes by: the one the event leads with, else the one it shares most with the others; or null. */
export function storyTopic(self: NewsEvent, events: readonly StoryEvent[]): string | null {
  if (self.story) return self.story;
  const topics = new Map<string, number>();
  for (const { why, score, loose } of events) {
    if (loose) continue;
    for (const reason of why)
      if (reason.kind === 'same-story') topics.set(reason.story, (topics.get(reason.story) ?? 0) + score);
  }
  return heaviest(topics)[0] ?? null;
}

function heaviest(weights: ReadonlyMap<string, number>): string[] {
  return [...weights].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}

/** Cuts at a word's end. */
function cut(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const head = text.slice(0, MOST_CHARACTERS - 1);
  const space = head.lastIndexOf(' ');
  return `${(space > MOST_CHARACTERS / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}
