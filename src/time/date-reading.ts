import type { DateSpan } from '../events/date-span.js';

/** What was made of words for a time. */
export type DateReading =
  | {
      readonly kind: 'span';
      readonly span: DateSpan;
      /** True where the words were relative to today, or named no year. */
      readonly relative: boolean;
    }
  /** Words that mean more than one time: "04/08/2016". The likelier reading for the person's locale is first. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly DateSpan[] }
  /** Reads as a date, but the calendar has no such day: "30 February 2016". */
  | { readonly kind: 'invalid'; readonly text: string }
  | { readonly kind: 'not-a-date' };
