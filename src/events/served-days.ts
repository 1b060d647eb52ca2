import { inTurns, stepsInTurns, Turn } from '../in-turns.js';
import type { CalendarDate } from './calendar-date.js';
import { composingDay, type Day, type Surroundings } from './compose-day.js';
import type { NewsEvent } from './event.js';
import type { FileReading } from './event-draft.js';
import type { Duplicate } from './merge-events.js';

/** How dates are put together. */
export interface ComposeOptions {
  /** In a fifth of the time there is. */
  readonly isIdle?: boolean;
  /** Calls it off: some dates are left out then. */
  readonly signal?: AbortSignal | undefined;
}

/** The days as they are served, each put together from what was read of it, and the paths that its events answer to. */
export class ServedDays {
  readonly #days = new Map<CalendarDate, Day>();
  readonly #byPath = new Map<string, NewsEvent>();

  /** Takes up days that were put together before; `events` by date, then path. */
  async restore(events: Iterable<NewsEvent>, duplicates: readonly Duplicate[]): Promise<void> {
    const days = new Map<CalendarDate, { events: NewsEvent[]; duplicates: Duplicate[] }>();
    await inTurns(events, (event) => {
      this.#byPath.set(event.path, event);
      const day = days.get(event.date);
      if (day) day.events.push(event);
      else days.set(event.date, { events: [event], duplicates: [] });
    });
    for (const duplicate of duplicates) {
      const event = this.#byPath.get(duplicate.into);
      if (!event) continue;
      this.#byPath.set(duplicate.path, event);
      days.get(event.date)?.duplicates.push(duplicate);
    }
    for (const [date, day] of days) this.#days.set(date, day);
  }

  /** Every event, by date, then path. */
  get events(): readonly NewsEvent[] {
    return this.on(this.#days.keys());
  }

  /** Reports that were folded into another event of their day. */
  get duplicates(): readonly Duplicate[] {
    return [...this.#days.values()].flatMap((day) => day.duplicates);
  }

  /** How many dates have events. */
  get count(): number {
    return [...this.#days.values()].filter((day) => day.events.length > 0).length;
  }

  /** The events of some dates, by date, then path. */
  on(dates: Iterable<CalendarDate>): NewsEvent[] {
    return [...dates].sort().flatMap((date) => this.#days.get(date)?.events ?? []);
  }

  /** The event of a path, or the one it went into; undefined where there is none. */
  at(path: string): NewsEvent | undefined {
    return this.#byPath.get(path);
  }

  /**
   * Puts dates together again.
   *
   * @param readingsOf what was read of a date.
   */
  async compose(
    dates: Iterable<CalendarDate>,
    readingsOf: (date: CalendarDate) => readonly FileReading[],
    surroundings: Surroundings,
    { isIdle = false, signal }: ComposeOptions = {},
  ): Promise<void> {
    const anew = [...dates];
    const turn = isIdle ? Turn.beginIdle() : Turn.begin();
    for (const date of anew) {
      if (signal?.aborted) return;
      const day = await stepsInTurns(composingDay(date, readingsOf(date), surroundings), turn);
      for (const { path } of this.#pathsServed(date)) this.#byPath.delete(path);
      this.#days.set(date, day);
      this.#serve(date);
      if (turn.isOver) await turn.next();
    }
    if ([...this.#days.values()].some((day) => day.duplicates.length > 0))
      await inTurns(anew, (date) => this.#relink(date));
  }

  /** The paths a date answers to, those that were merged away included, and the path of the event each one means. */
  #pathsServed(date: CalendarDate): readonly Duplicate[] {
    const day = this.#days.get(date);
    return day ? [...day.events.map(({ path }) => ({ path, into: path })), ...day.duplicates] : [];
  }

  /** Lets the paths of a date give their events. */
  #serve(date: CalendarDate) {
    const byPath = new Map(this.#days.get(date)?.events.map((event) => [event.path, event]));
    for (const { path, into } of this.#pathsServed(date)) {
      const event = byPath.get(into);
      if (event) this.#byPath.set(path, event);
    }
  }

  /** Points links to a merged event at the event it went into. */
  #relink(date: CalendarDate) {
    const day = this.#days.get(date);
    if (!day) return;
    const events = day.events.map((event) => {
      const moved = (path: string) => this.#byPath.get(path)?.path ?? path;
      if (event.related.every(({ path }) => moved(path) === path)) return event;
      const related = event.related.map((link) => ({ ...link, path: moved(link.path) }));
      return { ...event, related: related.filter((link) => link.path !== event.path) };
    });
    this.#days.set(date, { ...day, events });
    this.#serve(date);
  }
}
