import type { CalendarDate } from '../events/calendar-date.js';
import type { Citation } from './wikitext/reading.js';

/** The licence of Wikipedia's text. */
export const LICENCE = {
  name: 'CC BY-SA 4.0',
  url: 'https://creativecommons.org/licenses/by-sa/4.0/',
} as const;

/** An imported event as the manifest remembers it. */
export interface EventRecord {
  /** Its identity: kept when its wording is edited (event-id.ts). */
  readonly id: string;
  /** Its file in the tree, "/news/2016/04/8/slug.md": kept, too. */
  readonly path: string;
  readonly category: string | null;
  readonly topics: readonly string[];
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly links: readonly string[];
  /** The page's revision this wording was read from. */
  readonly revision: number;
  /** The revision that no longer has it; null while it is on the page. */
  readonly gone: number | null;
}

/** A page that was imported. */
export interface PageRecord {
  readonly title: string;
  readonly url: string;
  readonly revision: number;
  /** In the page's order; those that are gone stand last. */
  readonly events: readonly EventRecord[];
}

/** A page with its date. */
export interface DatedPage {
  readonly date: CalendarDate;
  readonly page: PageRecord;
}

/** The headline of an event: its topics as lead-ins, then what happened. */
export function headlineOf(event: Pick<EventRecord, 'topics' | 'text'>): string {
  return [...event.topics, event.text].join(': ');
}
