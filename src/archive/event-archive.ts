import MiniSearch from 'minisearch';
import { type CalendarDate, dateParts, parseCalendarDate } from '../events/calendar-date.js';
import { type DateSpan, inSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import type { Answer, Hit, SearchPage, SearchRequest, Understood } from './answer.js';
import type { Archive, AskOptions } from './archive.js';
import type { DateReading, DaySummary, EventGroup, OnThisDay, SpanSummary, TopicSummary } from './dates.js';
import type { Story, StoryEvent } from './story.js';

/** The archive over events held in memory. */
export class EventArchive implements Archive {
  readonly #events = new Map<string, NewsEvent>();
  readonly #byId = new Map<string, NewsEvent>();
  readonly #index = new MiniSearch<NewsEvent>({ idField: 'path', fields: ['headline', 'summary'] });

  /** Builds the index without blocking the event loop. */
  static async over(events: readonly NewsEvent[]): Promise<EventArchive> {
    const archive = new EventArchive();
    await archive.update({ put: events, remove: [] });
    return archive;
  }

  async update({ put, remove }: { put: readonly NewsEvent[]; remove: readonly string[] }): Promise<void> {
    for (const path of [...remove, ...put.map((e) => e.path)]) {
      const old = this.#events.get(path);
      if (!old) continue;
      this.#index.discard(path);
      this.#events.delete(path);
      this.#byId.delete(old.id);
    }
    for (const event of put) {
      this.#events.set(event.path, event);
      this.#byId.set(event.id, event);
    }
    await this.#index.addAllAsync(put, { chunkSize: 100 });
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

  async ask(question: string, { limit = 10 }: AskOptions): Promise<Answer> {
    const hits = this.#find(question).slice(0, limit);
    return {
      question,
      understood: understoodOf(question),
      answered: hits.length > 0,
      confidence: hits.length > 0 ? 0.5 : 0,
      because: hits.length > 0 ? 'words matched' : 'no word matched',
      direct: null,
      hits,
      relaxed: false,
    };
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    const { query, from = null, to = null, topic, sort = 'relevance', offset = 0, limit = 5 } = request;
    const hits = this.#find(query).filter(
      ({ event }) => inSpan(event.date, { from, to }) && (!topic || event.topics.includes(topic)),
    );
    if (sort !== 'relevance') hits.sort((a, b) => (a.event.date < b.event.date ? -1 : 1));
    if (sort === 'newest') hits.reverse();
    const page = hits.slice(offset, offset + limit);
    return { understood: understoodOf(query), hits: page, total: hits.length, offset, relaxed: false };
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
    if (!self) return null;
    const others = self.related.flatMap((r) => this.#events.get(r.path) ?? []);
    const line = [...new Set([self, ...others])].sort((a, b) => (a.date < b.date ? -1 : 1));
    const events = line.map((event): StoryEvent => {
      const relation = event === self ? 'self' : event.date < self.date ? 'before' : 'after';
      return { event, relation, why: event === self ? [] : [{ kind: 'linked' }], score: 1, folded: [] };
    });
    return { title: (self.story ?? self.sentence).slice(0, 100), total: events.length, events };
  }

  async event(pathOrId: string): Promise<NewsEvent | null> {
    return this.#byId.get(pathOrId) ?? this.#events.get(`/${pathOrId.replace(/^\/+/, '')}`) ?? null;
  }

  async resolveEvent(text: string): Promise<NewsEvent | null> {
    return (await this.event(text.trim())) ?? this.#find(text)[0]?.event ?? null;
  }

  async suggestEvents(typed: string, limit: number): Promise<NewsEvent[]> {
    if (!typed.trim()) return this.#sorted().slice(-limit).reverse();
    return this.#find(typed, true)
      .slice(0, limit)
      .map((h) => h.event);
  }

  async suggestTopics(typed: string, limit: number) {
    const counts = new Map<string, number>();
    for (const e of this.#events.values()) for (const t of e.topics) counts.set(t, (counts.get(t) ?? 0) + 1);
    return [...counts]
      .filter(([topic]) => topic.toLowerCase().includes(typed.trim().toLowerCase()))
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([topic, events]) => ({ topic, events }));
  }

  async suggestDates(typed: string, limit: number) {
    return this.#days()
      .filter((d) => d.date.startsWith(typed.trim()))
      .reverse()
      .slice(0, limit);
  }

  #find(query: string, prefix = false): Hit[] {
    return this.#index.search(query, { prefix }).flatMap(({ id, score }): Hit[] => {
      const event = this.#events.get(id);
      return event ? [{ event, score, parts: { bm25: score }, matched: [], folded: [] }] : [];
    });
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

function understoodOf(question: string): Understood {
  return { wanted: 'anything', terms: question.split(/\s+/).slice(0, 5), span: null, mended: [] };
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
