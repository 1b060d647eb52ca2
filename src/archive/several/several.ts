import type { CalendarDate } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import type { Intent } from '../../search/intent/intent.js';
import type { Quantity } from '../../search/quantities/quantity.js';

/** One of the events that answer a question together. */
export interface AnswerItem {
  readonly event: NewsEvent;
  /** What the event says to the question in a few words; null where the event itself has to be read. */
  readonly text: string | null;
  /** The quantity asked for, as the event gives it. */
  readonly quantity: Quantity | null;
  /** Other reports of the same happening. */
  readonly folded: readonly NewsEvent[];
}

/** What several events answer together. */
export interface Several {
  readonly kind: Exclude<Intent, 'fact'>;
  /** In the order they are shown: lists and timelines by date, superlatives the greatest first. */
  readonly items: readonly AnswerItem[];
  /** A number that an event itself gives for what was counted ("his eighth title"), where it is more than the items. */
  readonly ordinal: { readonly value: number; readonly event: NewsEvent } | null;
  /** Whether what comes first does so beyond a guess: an event claims it, or its quantity is the greatest. */
  readonly isClear: boolean;
  /** The event that a question starts from ("the day …", "what led to …"); null where there is none. */
  readonly anchor: NewsEvent | null;
  /** The last day of the events: how far "the latest" can reach. */
  readonly reach: CalendarDate | null;
}
