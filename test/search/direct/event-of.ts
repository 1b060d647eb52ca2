import type { CalendarDate } from '../../../src/events/calendar-date.js';
import type { NewsEvent } from '../../../src/events/event.js';
import { eventId } from '../../../src/events/event-id.js';

/** An event of one sentence, for tests. */
export function eventOf(date: CalendarDate, sentence: string): NewsEvent {
  const id = eventId(date, sentence);
  const path = `/news/${id}.md`;
  const none = { story: null, summary: '', topics: [], context: [], sources: [], related: [] };
  return { id, path, date, headline: sentence, sentence, ...none };
}
