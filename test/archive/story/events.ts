import type { CalendarDate } from '../../../src/events/calendar-date.js';
import type { NewsEvent } from '../../../src/events/event.js';
import { eventId } from '../../../src/events/event-id.js';

/** An event with what a test cares about; the rest is empty. */
export function anEvent(date: CalendarDate, sentence: string, more: Partial<NewsEvent> = {}): NewsEvent {
  const topics = more.topics ?? [];
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    id: eventId(date, sentence),
    path: `/news/${date.slice(0, 4)}/${date.slice(5, 7)}/${Number(date.slice(8))}/${words.join('-')}.md`,
    date,
    story: topics[0] ?? null,
    headline: [...topics, sentence].join(': '),
    sentence,
    summary: '',
    topics,
    context: [],
    sources: [],
    related: [],
    ...more,
  };
}
