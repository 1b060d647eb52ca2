import { type CalendarDate, dateParts, parseCalendarDate } from '../events/calendar-date.js';
import { type DateSpan, inSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import { SearchEngine } from '../search/search-engine.js';
import type { Answer, SearchPage, SearchRequest } from './answer.js';
import type { Archive, AskOptions } from './archive.js';
import { ask } from './ask.js';
import type { DateReading, DaySummary, EventGroup, OnThisDay, SpanSummary, TopicSummary } from './dates.js';
import { type Interest, meeting } from './interest.js';
import { search } from './search.js';
import type { Story } from './story/story.js';
import { StoryFinder } from './story/story-finder.js';
import { TopicCounts } from './topic-counts.js';

/** The archive over events held in memory. */
export class EventArchive implements Archive {
  readonly #events = new Map<string, NewsEvent>();
  readonly #byId = new Map<string, NewsEvent>();
  readonly #topics = new TopicCounts();
  readonly #stories = new StoryFinder();
  readonly #engine: SearchEngine;

  private constructor(engine: SearchEngine) {
    this.#engine = engine;
  }

  /** Builds the index without blocking the event loop. */
  static async over(events: readonly NewsEvent[]): Promise<EventArchive> {
    const archive = new EventArchive(await SearchEngine.over([]));
    await archive.update({ put: events, remove: [] });
    return archive;
  }

  async update({ put, remove }: { put: readonly NewsEvent[]; remove: readonly string[] }): Promise<void> {
    for (const path of [...remove, ...put.map((e) => e.path)]) {
      const old = this.#events.get(path);
      if (!old) continue;
      this.#topics.remove(old);
      this.#events.delete(path);
      this.#byId.delete(old.id);
    }
    for (const event of put) {
      this.#events.set(event.path, event);
      this.#byId.set(event.id, event);
      this.#topics.put(event);
    }
    this.#stories.remove(remove);
    this.#stories.put(put);
    await this.#engine.update(put, remove);
  }

  async extent() {
    const dates = this.#days().map((d) => d.date);
    return {
      events: this.#events.size,
      days: dates.length,
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
    };
  }

  async ask(question: string, options: AskOptions): Promise<Answer> {
    return ask(this.#engine, question, options);
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    return search(this.#engine, request);
  }

  async readDate(when: string): Promise<DateReading> {
    const date = parseCalendarDate(when.trim());
    if (!date) return { kind: 'not-a-date' };
    return { kind: 'span', span: { from: date, to: date, grain: 'day' }, relative: false };
  }

  async day(date: CalendarDate): Promise<DaySummary> {
    const { total, groups, nearest } = await this.span({ from: date, to: date, grain: 'day' });
    return { date, total, groups, nearest, otherYears: [] };
  }

  async span(span: DateSpan): Promise<SpanSummary> {
    const events = this.#sorted().filter((e) => inSpan(e.date, span));
    const days = this.#days();
    return {
      span,
      total: events.length,
      groups: groupsOf(events),
      nearest: {
        before: days.findLast((d) => span.from !== null && d.date < span.from)?.date ?? null,
        after: days.find((d) => span.to !== null && d.date > span.to)?.date ?? null,
      },
      busiest: days
        .filter((d) => inSpan(d.date, span))
        .sort((a, b) => b.events - a.events)
        .slice(0, 3),
      days: days.filter((d) => inSpan(d.date, span)),
    };
  }

  async onThisDay(month: number, day: number): Promise<OnThisDay> {
    const days = this.#days().filter(
      ({ date }) => dateParts(date).month === month && dateParts(date).day === day,
    );
    const years = days.toReversed().flatMap(({ date, events }) => {
      const gist = this.#sorted().find((e) => e.date === date);
      return gist ? [{ date, count: events, gist }] : [];
    });
    return { month, day, years, total: years.reduce((sum, y) => sum + y.count, 0) };
  }

  async topic(): Promise<TopicSummary | null> {
    return null;
  }

  async story(key: string): Promise<Story | null> {
    const self = await this.event(key);
    return self ? this.#stories.storyOf(self) : null;
  }

  async meeting(interest: Interest, events: readonly NewsEvent[]): Promise<NewsEvent[]> {
    return meeting(interest, events, this);
  }

  async event(pathOrId: string): Promise<NewsEvent | null> {
    return this.#byId.get(pathOrId) ?? this.#events.get(`/${pathOrId.replace(/^\/+/, '')}`) ?? null;
  }

  async resolveEvent(text: string): Promise<NewsEvent | null> {
    return (await this.event(text.trim())) ?? this.#engine.nearest(text);
  }

  async suggestEvents(typed: string, limit: number): Promise<NewsEvent[]> {
    return this.#engine.complete(typed, limit);
  }

  async suggestTopics(typed: string, limit: number) {
    return this.#topics.suggest(typed, limit);
  }

  async suggestDates(typed: string, limit: number) {
    return this.#days()
      .filter((d) => d.date.startsWith(typed.trim()))
      .reverse()
      .slice(0, limit);
  }

  #sorted(): NewsEvent[] {
    return [...this.#events.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  #days(): { date: CalendarDate; events: number }[] {
    const days = new Map<CalendarDate, number>();
    for (const { date } of this.#sorted()) days.set(date, (days.get(date) ?? 0) + 1);
    return [...days].map(([date, events]) => ({ date, events }));
  }
}

function groupsOf(events: readonly NewsEvent[]): EventGroup[] {
  const groups = new Map<string | null, NewsEvent[]>();
  for (const event of events) groups.set(event.story, [...(groups.get(event.story) ?? []), event]);
  return [...groups].flatMap(([story, members]): EventGroup[] => {
    const [first, last] = [members[0], members.at(-1)];
    if (!first || !last) return [];
    return [
      { story, count: members.length, first: first.date, last: last.date, gist: first, events: members },
    ];
  });
}
