import type { CalendarDate } from '../../events/calendar-date.js';

/** A possible answer, drawn from an event. */
export interface Candidate {
  /** Tokens `[from, to)` of the event it rests on; empty where it rests on the event's date. */
  readonly from: number;
  readonly to: number;
  /** What to say where it differs from the event's own words. */
  readonly text?: string;
  readonly value?: CalendarDate;
  /** The reasons for it by name; their sum ranks it, and it is said when the sum reaches 1. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** What a candidate weighs in all. */
export function weight(candidate: Candidate): number {
  return Object.values(candidate.reasons).reduce((a, b) => a + b, 0);
}
