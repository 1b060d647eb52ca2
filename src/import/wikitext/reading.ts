import type { CalendarDate } from '../../events/calendar-date.js';

/** Where a row of a day page was reported. */
export interface Citation {
  /** What the editor called it, "AFP via Barron's"; the address's host where it was given no name. */
  readonly name: string;
  /** An absolute http(s) address. */
  readonly url: string;
}

/** A leaf row of a day page: one thing that happened. */
export interface Item {
  /** The heading it is under, "Armed conflicts and attacks"; null where the page has none. */
  readonly category: string | null;
  /** The topics it is filed under, from the widest to the narrowest. */
  readonly topics: readonly string[];
  /** What happened, as plain text on one line. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Titles of the wiki pages its row and its topics link to, each once. */
  readonly links: readonly string[];
}

/** Something on a page that the reader didn't know; it was kept as text unless the sentence says otherwise. */
export interface Notice {
  readonly problem: string;
  /** The passage, cut to a line. */
  readonly excerpt: string;
}

/** What one day page says. */
export interface Reading {
  readonly date: CalendarDate;
  readonly items: readonly Item[];
  /** How many rows of the page are topics. */
  readonly topicRows: number;
  /** How many links to sources are on the page, each counted where it occurs. */
  readonly sourceLinks: number;
  readonly notices: readonly Notice[];
}

/** Takes notices while a page is read. */
export type Notify = (problem: string, passage: string) => void;
