import type { CalendarDate } from './calendar-date.js';
import { composeEvent, draftOfListing, type EventSurroundings } from './compose-event.js';
import type { NewsEvent } from './event.js';
import type { DayListing, EventDraft, FileReading } from './event-draft.js';
import { type Duplicate, mergingDuplicates } from './merge-events.js';

/** The events of one date as they are served, by path, and those that were folded into another. */
export interface Day {
  readonly events: readonly NewsEvent[];
  readonly duplicates: readonly Duplicate[];
}

/** What putting a day together needs to know of the rest of the folder. */
export interface Surroundings extends EventSurroundings {
  /** Whether a path is the file of an event, of whatever date, or of one that its writer keeps back. */
  readonly hasEvent: (path: string) => boolean;
}

/**
 * Puts one date together: each file's event with what day pages say of it, the events that only a day page lists, and
 * reports of the same event made one. A step is an event or a file: a day may have thousands.
 */
export function* composingDay(
  date: CalendarDate,
  readings: readonly FileReading[],
  { hasEvent, ...surroundings }: Surroundings,
): Generator<void, Day> {
  const drafts = new Map<string, EventDraft>();
  const listings = new Map<string, DayListing[]>();
  for (const reading of readings) {
    yield;
    if (reading.kind === 'event') drafts.set(reading.draft.path, reading.draft);
    if (reading.kind !== 'day-page') continue;
    for (const listing of reading.listings) {
      if (listing.date !== date) continue;
      const path = surroundings.locate(listing.path, listing.page);
      listings.set(path, [...(listings.get(path) ?? []), { ...listing, path }]);
    }
  }
  for (const [path, [listing]] of listings) {
    yield;
    // A listing whose file is under another date belongs there.
    if (listing && !drafts.has(path) && !hasEvent(path)) drafts.set(path, draftOfListing(listing));
  }
  const composed: NewsEvent[] = [];
  for (const draft of drafts.values()) {
    yield;
    composed.push(composeEvent(draft, listings.get(draft.path) ?? [], surroundings));
  }
  const named = new Set([...drafts.values()].filter((draft) => draft.id !== null).map((draft) => draft.path));
  const { events, duplicates } = yield* mergingDuplicates(composed, named);
  return { events: events.sort((a, b) => (a.path < b.path ? -1 : 1)), duplicates };
}
