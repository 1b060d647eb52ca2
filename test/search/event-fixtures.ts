import type { CalendarDate } from '../../src/events/calendar-date.js';
import type { NewsEvent } from '../../src/events/event.js';
import { eventId } from '../../src/events/event-id.js';

/** An event of a made-up world, told in one sentence; `story` leads the headline. */
export function reported(date: CalendarDate, sentence: string, story: string | null = null): NewsEvent {
  const id = eventId(date, sentence);
  return {
    id,
    path: `/news/${date.replaceAll('-', '/')}/${id}.md`,
    date,
    story,
    headline: story ? `${story}: ${sentence}` : sentence,
    sentence,
    summary: '',
    topics: story ? [story] : [],
    context: [],
    sources: [],
    related: [],
  };
}
