import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import type { DateReading as TimeReading } from '../time/date-reading.js';

/** What was made of words for a time. */
export type DateReading =
  | Exclude<TimeReading, { kind: 'not-a-date' }>
  /** A span that ends before it begins: "from 2020 to 2016". */
  | { readonly kind: 'backwards'; readonly first: DateSpan; readonly last: DateSpan }
  /** A time named by an event, "the day of the landing"; `others` are events that may be meant instead. */
  | {
      readonly kind: 'event';
      readonly event: NewsEvent;
      readonly span: DateSpan;
      readonly others: readonly NewsEvent[];
    }
  /** No time; `near` are events that the words may name, the nearest first. */
  | { readonly kind: 'not-a-date'; readonly near: readonly NewsEvent[] };

/** The events that words name, the likeliest first. */
export interface NamedEvents {
  /** Whether the first is surely what was meant, any of them may be, or they are only the nearest matches. */
  readonly fit: 'sure' | 'likely' | 'far';
  readonly events: readonly NewsEvent[];
}

/** Events that belong together on a page. */
export interface EventGroup {
  /** The story or topic the group is listed under; null for events without one. */
  readonly story: string | null;
  readonly count: number;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** The event that represents the group best. */
  readonly gist: NewsEvent;
  /** All events of the group; those of a day most reported first, those of a span in time order. */
  readonly events: readonly NewsEvent[];
}

/** The nearest days that have events, before and after a span. */
export interface Nearest {
  readonly before: CalendarDate | null;
  readonly after: CalendarDate | null;
}

/** What happened on a day: its events by story, the most reported first. A day without events has a total of 0. */
export interface DaySummary {
  readonly date: CalendarDate;
  /** Its events. */
  readonly total: number;
  readonly groups: readonly EventGroup[];
  readonly nearest: Nearest;
  /** Other years in which this calendar day has events, newest first. */
  readonly otherYears: readonly number[];
}

/** What happened within a span: how much, and its events by story, the most reported first. */
export interface SpanSummary {
  readonly span: DateSpan;
  /** Its events. */
  readonly total: number;
  readonly groups: readonly EventGroup[];
  readonly nearest: Nearest;
  /** Days with the most events, most first. */
  readonly busiest: readonly { readonly date: CalendarDate; readonly events: number }[];
  /** Every day with events, in order. */
  readonly days: readonly { readonly date: CalendarDate; readonly events: number }[];
}

/** A day of the calendar through the years, each with the event that represents it best. */
export interface OnThisDay {
  /** From 1, as is the day. */
  readonly month: number;
  readonly day: number;
  /** Newest year first. */
  readonly years: readonly {
    readonly date: CalendarDate;
    readonly count: number;
    readonly gist: NewsEvent;
  }[];
  readonly total: number;
}

/** A topic and how many events it has. */
export interface TopicCount {
  readonly topic: string;
  readonly events: number;
}

/** What was made of a topic's name. */
export type TopicReading =
  | { readonly kind: 'topic'; readonly topic: string }
  /** No topic has the name, or several could be meant: the nearest ones, the nearest first; none where none is near. */
  | { readonly kind: 'unknown'; readonly near: readonly TopicCount[] };

/** All there is of a topic or story: how much, when, and its main events. */
export interface TopicSummary {
  /** The topic as the events write it most often. */
  readonly topic: string;
  /** Its events. */
  readonly total: number;
  /** The days of its first and its last event. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** Every day with events of the topic, in order. */
  readonly days: readonly { readonly date: CalendarDate; readonly events: number }[];
  /** Stories and topics it goes with, most shared events first. */
  readonly goesWith: readonly { readonly topic: string; readonly events: number }[];
  /** Its main events by year, newest year first; those of a year the main ones first. */
  readonly years: readonly {
    readonly year: number;
    readonly count: number;
    readonly main: readonly NewsEvent[];
  }[];
}
