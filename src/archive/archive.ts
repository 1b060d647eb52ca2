import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import type { Answer, SearchPage, SearchRequest } from './answer.js';
import type { AskedBefore } from './conversation/asked-before.js';
import type {
  DateReading,
  DaySummary,
  OnThisDay,
  SpanSummary,
  TopicCount,
  TopicReading,
  TopicSummary,
} from './dates.js';
import type { Interest } from './interest.js';
import type { Story } from './story/story.js';
import type { SuggestedTime } from './suggest-dates.js';

/**
 * What can be asked of the events. Plain data in, plain data out; nothing here knows Discord. Every method returns a
 * promise, so that the index can move to a worker thread without touching a caller. An expected failure is a value.
 */
export interface Archive {
  /** How many events are served, and over which days; nulls when there are none. */
  extent(): Promise<{ events: number; days: number; first: CalendarDate | null; last: CalendarDate | null }>;

  /** Answers a question in plain words. `today` gives relative dates their meaning. */
  ask(question: string, options: AskOptions): Promise<Answer>;
  /** Events that match words and filters, a page at a time. */
  search(request: SearchRequest): Promise<SearchPage>;

  /**
   * Reads words for a time: "8 April 2016", "last Tuesday", "spring 2016". Knows the events ("the day of …", "when …
   * fell"). The person's locale ("en-US") says which reading of 04/08/2016 comes first.
   */
  readDate(when: string, today: CalendarDate, locale?: string): Promise<DateReading>;
  /** The events of one day, grouped by story, most reported first. */
  day(date: CalendarDate): Promise<DaySummary>;
  /** The events of a span: counts, main stories, busiest days. */
  span(span: DateSpan): Promise<SpanSummary>;
  /** The same calendar day in all years, newest first. */
  onThisDay(month: number, day: number): Promise<OnThisDay>;
  /** A topic or story by name (case, accents and dashes don't matter); null where no event has it. */
  topic(name: string): Promise<TopicSummary | null>;
  /** The topic a name means, which may be a part of it or misspelt; else the nearest topics. */
  readTopic(name: string, limit: number): Promise<TopicReading>;

  /** The line of events an event belongs to, in time order. Null where no such event exists. */
  story(event: string): Promise<Story | null>;

  /** Those of `events` (new ones, say) that an interest is met by, in the order given. */
  meeting(interest: Interest, events: readonly NewsEvent[]): Promise<NewsEvent[]>;

  /** One event by its path (with or without the leading slash) or id. */
  event(pathOrId: string): Promise<NewsEvent | null>;
  /**
   * The best event for what a person typed: a path, an id, a topic (its main event), a headline or free text; null where
   * nothing fits.
   */
  resolveEvent(text: string): Promise<NewsEvent | null>;

  /** Events whose headline goes on from what was typed so far, best first. For autocomplete: answers in milliseconds. */
  suggestEvents(typed: string, limit: number): Promise<NewsEvent[]>;
  /** Topics that go on from what was typed, give or take a slip of the pen, most events first; the most frequent ones when nothing is typed. */
  suggestTopics(typed: string, limit: number): Promise<TopicCount[]>;
  /** Times with events that what was typed could mean: years, months, named days and days, the newest first. */
  suggestDates(typed: string, limit: number, today: CalendarDate): Promise<SuggestedTime[]>;

  /** Picks up events that came, changed or went while running. Paths name what goes. */
  update(change: { put: readonly NewsEvent[]; remove: readonly string[] }): Promise<void>;
}

/** What a question is asked with. */
export interface AskOptions {
  /** The day it is for the person who asks. */
  readonly today: CalendarDate;
  /** How many hits to return; 10 by default. */
  readonly limit?: number;
  /**
   * What was spoken of before: events that "it", "there" and "then" mean, the latest first and, in a thread, the one its
   * thread's story last. A question that needs no context is answered without them.
   */
  readonly about?: readonly NewsEvent[];
  /** What the last question in the same place asked, as its answer gave it (`Answer.asked`); null or left out where there was none. */
  readonly before?: AskedBefore | null;
  /** The event whose story is asked about first: that of the thread a question is asked in. */
  readonly within?: NewsEvent | null;
}
