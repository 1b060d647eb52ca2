import type { CalendarDate } from '../events/calendar-date.js';
import type { DateSpan } from '../events/date-span.js';
import type { NewsEvent } from '../events/event.js';
import type { Nearest } from './dates.js';
import { toldOnce } from './twins.js';

/** A day with how many events it has. */
export interface DayCount {
  readonly date: CalendarDate;
  readonly events: number;
}

/**
 * The events by their day, one written in two scripts counted once (see twins.ts). A span is found by bisection in the sorted days.
 */
export class DateIndex {
  /** The events of each day, by path. */
  readonly #byDay = new Map<CalendarDate, readonly NewsEvent[]>();
  /** The same without duplicates; what is missing was not asked for since it changed. */
  readonly #told = new Map<CalendarDate, readonly NewsEvent[]>();
  #sorted: CalendarDate[] | null = null;

  put(event: NewsEvent): void {
    this.#told.delete(event.date);
    const others = this.#byDay.get(event.date)?.filter(({ path }) => path !== event.path);
    if (!others) this.#sorted = null;
    const behind = others?.findIndex(({ path }) => path > event.path) ?? -1;
    const at = behind < 0 ? (others?.length ?? 0) : behind;
    this.#byDay.set(event.date, others?.toSpliced(at, 0, event) ?? [event]);
  }

  remove(event: NewsEvent): void {
    this.#told.delete(event.date);
    const left = this.#byDay.get(event.date)?.filter(({ path }) => path !== event.path) ?? [];
    if (left.length > 0) this.#byDay.set(event.date, left);
    else if (this.#byDay.delete(event.date)) this.#sorted = null;
  }

  /** Every day with events, in order. */
  get days(): readonly CalendarDate[] {
    this.#sorted ??= [...this.#byDay.keys()].sort();
    return this.#sorted;
  }

  /** The events of a day, by path, without duplicates; none where it has none. */
  on(date: CalendarDate): readonly NewsEvent[] {
    const told = this.#told.get(date);
    if (told) return told;
    const events = this.#byDay.get(date);
    if (!events) return [];
    const once = toldOnce(events);
    this.#told.set(date, once);
    return once;
  }

  /** How many events a day has. */
  count(date: CalendarDate): number {
    return this.on(date).length;
  }

  /** The days of a span that have events, in order. */
  daysIn({ from, to }: Pick<DateSpan, 'from' | 'to'>): DayCount[] {
    const first = from === null ? 0 : this.#firstNotBefore(from);
    const found: DayCount[] = [];
    for (let i = first; i < this.days.length; i++) {
      const date = this.days[i];
      if (date === undefined || (to !== null && date > to)) break;
      found.push({ date, events: this.count(date) });
    }
    return found;
  }

  /** The nearest days with events before and after a span. */
  nearest({ from, to }: Pick<DateSpan, 'from' | 'to'>): Nearest {
    const before = from === null ? undefined : this.days[this.#firstNotBefore(from) - 1];
    const at = to === null ? this.days.length : this.#firstNotBefore(to);
    const after = this.days[at] === to ? this.days[at + 1] : this.days[at];
    return { before: before ?? null, after: after ?? null };
  }

  #firstNotBefore(date: CalendarDate): number {
    let [low, high] = [0, this.days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.days[middle] ?? date) < date) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
