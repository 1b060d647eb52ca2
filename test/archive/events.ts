import type { CalendarDate } from '../../src/events/calendar-date.js';
import type { NewsEvent } from '../../src/events/event.js';
import { eventId } from '../../src/events/event-id.js';

/** An event made up for a test; what isn't given is plain. */
export function madeUp(date: CalendarDate, sentence: string, given: Partial<NewsEvent> = {}): NewsEvent {
  const slug = sentence.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const story = given.story ?? null;
  return {
    id: eventId(date, sentence),
    path: `/news/${date.replaceAll('-', '/')}/${slug}.md`,
    date,
    story,
    headline: story === null ? sentence : `${story}: ${sentence}`,
    sentence,
    summary: '',
    topics: story === null ? [] : [story],
    context: [],
    sources: [],
    related: [],
    ...given,
  };
}

/** This many made-up sources. */
export const sources = (count: number): NewsEvent['sources'] =>
  Array.from({ length: count }, (_, i) => ({
    name: `Paper ${i}`,
    url: `https://example.org/${i}`,
    image: null,
  }));
