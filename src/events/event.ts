import type { CalendarDate } from './calendar-date.js';

/** Where an event was reported. */
export interface EventSource {
  /** The publisher as a person would say it, "The Guardian"; the URL's host where the file gives no usable name. */
  readonly name: string;
  /** An absolute http(s) address. */
  readonly url: string;
  /** The address of the picture the file gives for this source, or null. */
  readonly image: string | null;
}

/** A link from one event to another, as its file states it. */
export interface RelatedEvent {
  /** Path in the tree of the event linked to; that file need not exist. */
  readonly path: string;
  /** The other event's headline, as the link gives it. */
  readonly headline: string;
  /** What the two share: "NATO", "NATO-Russia relations". */
  readonly context: readonly string[];
}

/** One event: what happened on one day, in a sentence, with who reported it and what belongs to it. */
export interface NewsEvent {
  /** Steady name of the event, made of its date and words (see event-id.ts): 11 characters of `A-Za-z0-9_-`. */
  readonly id: string;
  /** Its file in the tree, "/news/2016/04/8/slug.md"; for an event that only a day page lists, the path listed. */
  readonly path: string;
  readonly date: CalendarDate;
  /** The story the headline leads with ("NATO-Russia relations"), the first where it leads with several; or null. */
  readonly story: string | null;
  /** The whole headline, lead-ins included, markup and leftovers cleaned. One line. */
  readonly headline: string;
  /** The headline without its lead-ins and without sources left at its end: what describes the event. One line. */
  readonly sentence: string;
  /** What follows the headline, paragraphs separated by an empty line; may be empty. */
  readonly summary: string;
  /** Lead-ins, the topic line and front-matter topics, in the file's order, each once. The story is among them. */
  readonly topics: readonly string[];
  /** Names that the event's day page or its related links say it is about; no lead-ins. May be empty. */
  readonly context: readonly string[];
  readonly sources: readonly EventSource[];
  readonly related: readonly RelatedEvent[];
}
