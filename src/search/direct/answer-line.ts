import type { CalendarDate } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import type { TextRange } from '../text-range.js';

/** The answer in one line. */
export interface DirectAnswer {
  /** At most 120 characters: "8 April 2016", "90", "Kaliningrad". */
  readonly text: string;
  /** The ISO date where the answer is a date, else null. */
  readonly value: CalendarDate | null;
  /** The event it rests on. */
  readonly event: NewsEvent;
  /** The words of `event.sentence` it rests on; empty where it rests on the event's date. */
  readonly rests: readonly TextRange[];
}
