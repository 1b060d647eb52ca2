import { type CalendarDate, calendarDate, dateParts } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import { DateIndex } from './date-index.js';
import type { DaySummary, NamedEvents, OnThisDay, SpanSummary, TopicSummary } from './dates.js';
import { beganWith, groupEvents, mainFirst, mostReported, worthOf } from './event-groups.js';
import { LinkCounts } from './prominence.js';
import { stirAfter } from './stir.js';
import { suggestDates } from './suggest-dates.js';
import { TopicIndex } from './topic-index.js';
import { topicSummary } from './topic-summary.js';

const BUSIEST = 5;
/** An event of no story counts so much less than one of a story: editors file what matters. */
const APART = 0.5;

/** What can be asked of the events by day and by topic. */
export class DateArchive {
  readonly #days = new DateIndex();
  readonly #topics = new TopicIndex();
  readonly #links = new LinkCounts();
  readonly #grouping = { topics: this.#topics, links: this.#links };

  put(event: NewsEvent): void {
    for (const index of [this.#days, this.#topics, this.#links]) index.put(event);
  }

  remove(event: NewsEvent): void {
    for (const index of [this.#days, this.#topics, this.#links]) index.remove(event);
  }

  extent() {
    const { days } = this.#days;
    const events = days.reduce((sum, date) => sum + this.#days.count(date), 0);
    return { events, days: days.length, first: days[0] ?? null, last: days.at(-1) ?? null };
  }

  day(date: CalendarDate): DaySummary {
    const events = this.#days.on(date);
    const stir = this.#stirOn(date);
    const worth = worthWith(stir);
    const groups = groupEvents(events, this.#grouping, stir);
    const { month, day, year } = dateParts(date);
    return {
      date,
      total: events.length,
      groups: groups.map((group) => {
        const sorted = mostReported(group.events, this.#grouping);
        const apart = group.story === null;
        return { ...group, events: apart ? sorted.sort((a, b) => worth([b]) - worth([a])) : sorted };
      }),
      nearest: this.#days.nearest({ from: date, to: date }),
      otherYears: this.#sameDays(month, day)
        .map((other) => dateParts(other).year)
        .filter((other) => other !== year),
    };
  }

  span(span: DateSpan): SpanSummary {
    const days = this.#days.daysIn(span);
    const events: NewsEvent[] = [];
    for (const { date } of days) for (const event of this.#days.on(date)) events.push(event);
    return {
      span,
      total: events.length,
      groups: groupEvents(events, this.#grouping),
      nearest: this.#days.nearest(span),
      busiest: days.toSorted((a, b) => b.events - a.events).slice(0, BUSIEST),
      days,
    };
  }

  onThisDay(month: number, day: number): OnThisDay {
    const years = this.#sameDays(month, day).flatMap((date) => {
      const gist = this.#gistOf(date);
      return gist ? [{ date, count: this.#days.count(date), gist }] : [];
    });
    return { month, day, years, total: years.reduce((sum, { count }) => sum + count, 0) };
  }

  /** The event that represents a day best: of its first story, unless an event without a story had more reports after it. */
  #gistOf(date: CalendarDate): NewsEvent | null {
    const stir = this.#stirOn(date);
    const groups = groupEvents(this.#days.on(date), this.#grouping, stir);
    const worth = worthWith(stir);
    const [first] = groups;
    const apart = groups.find(({ story }) => story === null)?.events ?? [];
    let best = first && first.story !== null ? { gist: first.gist, worth: worth(first.events) } : null;
    for (const event of apart) {
      if (best && stir([event]) === 0) continue;
      const own = worth([event]) - APART;
      if (!best || own > best.worth) best = { gist: event, worth: own };
    }
    return best?.gist ?? null;
  }

  topic(name: string): TopicSummary | null {
    return topicSummary(name, this.#grouping);
  }

  /** The events of a topic as what its name means, its main ones first; sure where one of them is clearly the main one. */
  namedByTopic(topic: string, limit: number): NamedEvents {
    const events = mainFirst(this.#topics.events(topic), topic, this.#grouping).slice(0, limit);
    return { fit: this.#standsOut(events, topic) ? 'sure' : 'likely', events };
  }

  /** Events that words may name, those first that stand out; sure where one does. */
  standingOut(events: readonly NewsEvent[]): NamedEvents {
    const worth = (event: NewsEvent) => worthOf(event, this.#grouping);
    const sorted = events.toSorted((a, b) => worth(b) - worth(a));
    return { fit: this.#standsOut(sorted) ? 'sure' : 'likely', events: sorted };
  }

  /** Whether more began with the first of some events than with any of another day, or there is none of another day. */
  #standsOut(events: readonly NewsEvent[], topic?: string): boolean {
    const [first] = events;
    const others = events.filter(({ date }) => date !== first?.date);
    const began = (event: NewsEvent) => beganWith(event, this.#grouping, topic);
    return first !== undefined && others.every((other) => began(first) > began(other));
  }

  readTopic(name: string, limit: number) {
    return this.#topics.read(name, limit);
  }

  suggestTopics(typed: string, limit: number) {
    return this.#topics.suggest(typed, limit);
  }

  suggestDates(typed: string, limit: number, today: CalendarDate) {
    return suggestDates(this.#days, typed, limit, today);
  }

  /** The burst that the events of a day set off: in other reports on the same, or in their own story. */
  #stirOn(date: CalendarDate): (events: readonly NewsEvent[]) => number {
    const stir = stirAfter(date, this.#days);
    return (events) => Math.max(stir(events), ...events.map((event) => beganWith(event, this.#grouping)));
  }

  /** The days with events that are this day of their year, newest first. */
  #sameDays(month: number, day: number): CalendarDate[] {
    const [first, last] = [this.#days.days[0], this.#days.days.at(-1)];
    if (!first || !last) return [];
    const found: CalendarDate[] = [];
    for (let { year } = dateParts(last); year >= dateParts(first).year; year--) {
      const date = calendarDate(year, month, day);
      if (date && this.#days.count(date) > 0) found.push(date);
    }
    return found;
  }
}

/** What some of a day's events count for it: who reported them, and what they stir up. */
function worthWith(stir: (events: readonly NewsEvent[]) => number) {
  return (events: readonly NewsEvent[]): number =>
    Math.log1p(events.reduce((sum, { sources }) => sum + sources.length, 0)) + stir(events);
}
