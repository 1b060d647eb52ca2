import type { CalendarDate } from './calendar-date.js';

/** How finely a span of time was named. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'span';

/** Days from `from` to `to`, both included. A null side is open. */
export interface DateSpan {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly grain: Grain;
}

/** Whether a date is in a span. */
export function inSpan(date: CalendarDate, span: Pick<DateSpan, 'from' | 'to'>): boolean {
  return (span.from === null || date >= span.from) && (span.to === null || date <= span.to);
}
