import type { StoryEvent } from '../archive/story/story.js';
import type { CalendarDate } from '../events/calendar-date.js';
import { sentence } from './event-embed.js';
import type { Sentences } from './sentences/sentences.js';
import { sourceLinks } from './source-links.js';

/**
 * Events of a story as compact entries, in the order given: date, sentence, source. A day is named once, at the first of
 * its events; the chosen event has an arrow.
 */
export function storyLines(events: readonly StoryEvent[], say: Sentences): string {
  let day: CalendarDate | null = null;
  return events
    .map(({ event, relation }) => {
      const date = event.date === day ? '' : `**${say.date(event.date)}** · `;
      day = event.date;
      const source = sourceLinks(event.sources, 140, say, 1, false);
      const mark = relation === 'self' ? say.story.chosen : '';
      return `- ${mark}${date}${sentence(event, [], 200)}${source && ` (${source})`}`;
    })
    .join('\n');
}
