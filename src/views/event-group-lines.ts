import type { EventGroup } from '../archive/dates.js';
import type { NewsEvent } from '../events/event.js';
import { sentence } from './event-embed.js';
import { escapeMarkdown } from './markdown.js';
import type { Sentences } from './sentences/sentences.js';
import { sourceLinks } from './source-links.js';

/** The name of a group as a separate line. */
export function groupName(group: Pick<EventGroup, 'story'>, say: Sentences): string {
  return `**${group.story === null ? say.when.noStory : escapeMarkdown(group.story)}**`;
}

/** An event as a list item: its sentence, then where it was reported. */
export function eventItem(event: NewsEvent, say: Sentences): string {
  const sources = sourceLinks(event.sources, 160, say, 1, false);
  return `- ${sentence(event, [], 130)}${sources && ` (${sources})`}`;
}
