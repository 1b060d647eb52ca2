import type { CalendarDate } from './calendar-date.js';
import type { EventSource } from './event.js';
import type { ContentProblem } from './problem.js';

/** Why a file is left out though nothing is wrong with it. */
export type KeptBack = 'draft' | 'unpublished' | 'scheduled' | 'expired' | 'template';

/** A link to another event as a file writes it (see `eventLink`); `context` is the list after it, not yet split. */
export interface DraftLink {
  readonly path: string;
  readonly headline: string;
  readonly context: string | readonly string[];
}

/** What front matter gives that has to fit with other files, with the lines it is on (from 1). */
export interface Given {
  readonly idLine: number;
  readonly related: readonly { readonly path: string; readonly line: number }[];
}

/** What one file says of an event, before day pages and other files are taken into account. */
export interface EventDraft {
  readonly path: string;
  readonly date: CalendarDate;
  /** The headline as a plain line, lead-ins included. */
  readonly headline: string;
  /** The story that front matter names, or null. */
  readonly story: string | null;
  /** The `#####` line and front-matter topics. */
  readonly topics: readonly string[];
  readonly summary: string;
  readonly sources: readonly EventSource[];
  readonly related: readonly DraftLink[];
  /** The identity that front matter gives, or null. */
  readonly id: string | null;
  /** Other names of the file, under which links may lead to it. */
  readonly aliases: readonly string[];
  /** Where front matter gives what has to fit with other files; left out where it gives nothing such. */
  readonly given?: Given;
}

/** An event as a day page lists it. `page` is the day page's own path. */
export interface DayListing extends DraftLink {
  readonly page: string;
  readonly line: number;
  readonly date: CalendarDate;
  readonly topics: readonly string[];
  readonly summary: string;
}

/**
 * What one markdown file turned out to be. `nothing`: a file that is no event and needn't be (a README). `changesAt` is when it
 * turns out to be something else though nobody changes it, in milliseconds since 1970: its writer scheduled it.
 */
export type FileReading = { readonly changesAt?: number } & (
  | { readonly kind: 'event'; readonly draft: EventDraft; readonly problems: readonly ContentProblem[] }
  | {
      readonly kind: 'day-page';
      readonly listings: readonly DayListing[];
      readonly problems: readonly ContentProblem[];
    }
  | { readonly kind: 'nothing' }
  /** Its writer does not want it shown: no word of it may be. */
  | { readonly kind: 'kept-back'; readonly why: KeptBack; readonly problems: readonly [] }
  | { readonly kind: 'skipped'; readonly problems: readonly ContentProblem[] }
);
