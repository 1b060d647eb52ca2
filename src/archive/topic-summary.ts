import { dateParts } from '../events/calendar-date.js';
import type { NewsEvent } from '../events/event.js';
import type { DayCount } from './date-index.js';
import type { TopicSummary } from './dates.js';
import { type Grouping, mainFirst } from './event-groups.js';
import { topicKey } from './topic-index.js';

const GOES_WITH = 12;
const MAIN_OF_YEAR = 5;

/** A topic summarised: when, how much, what it goes with, its main events by year. Null where no event has it. */
export function topicSummary(name: string, grouping: Grouping): TopicSummary | null {
  const topic = grouping.topics.spelling(name);
  const events = grouping.topics.events(name);
  const [first, last] = [events[0], events.at(-1)];
  if (topic === null || !first || !last) return null;
  return {
    topic,
    total: events.length,
    first: first.date,
    last: last.date,
    days: countedDays(events),
    goesWith: companions(topic, events, grouping),
    years: yearsOf(events, topic, grouping),
  };
}

/** Events, the newest first; those of one day as they stand. */
export function newestFirst(events: readonly NewsEvent[]): NewsEvent[] {
  return events.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** Days with how many of these events (in time order) each has. */
function countedDays(events: readonly NewsEvent[]): DayCount[] {
  const days = new Map<DayCount['date'], number>();
  for (const { date } of events) days.set(date, (days.get(date) ?? 0) + 1);
  return [...days].map(([date, count]) => ({ date, events: count }));
}

/** The topics that stand on the same events, or that those events are about. */
function companions(topic: string, events: readonly NewsEvent[], { topics }: Grouping) {
  const counts = new Map<string, number>();
  const self = topicKey(topic);
  for (const event of events) {
    const names = new Set([...event.topics, ...event.context].map((name) => topics.spelling(name)));
    for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([name]) => topicKey(name) !== self)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, GOES_WITH)
    .map(([name, count]) => ({ topic: name, events: count }));
}

function yearsOf(events: readonly NewsEvent[], topic: string, grouping: Grouping): TopicSummary['years'] {
  const years = new Map<number, NewsEvent[]>();
  for (const event of events) {
    const { year } = dateParts(event.date);
    years.set(year, [...(years.get(year) ?? []), event]);
  }
  return [...years]
    .map(([year, own]) => ({
      year,
      count: own.length,
      main: mainFirst(own, topic, grouping).slice(0, MAIN_OF_YEAR),
    }))
    .sort((a, b) => b.year - a.year);
}
