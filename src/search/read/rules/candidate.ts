import type { CalendarDate } from '../../../events/calendar-date.js';

/** A possible answer, drawn from an event. */
export interface Candidate {
  /** Tokens `[from, to)` of the event it rests on; none where it rests on the event's date. */
  readonly from: number;
  readonly to: number;
  /** What to say where it differs from the event's own words. */
  readonly text?: string;
  /** What to say before the event's own words. */
  readonly lead?: string;
  readonly value?: CalendarDate;
  /** What speaks for it and against it, by name. */
  readonly features: Readonly<Record<string, number>>;
  /** The features weighed and summed: the log of its odds against saying nothing. */
  readonly score: number;
}

/** Features weighed and summed. */
export function weighed(
  features: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
): number {
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * (features[name] ?? 0), 0);
}

/**
 * The odds of all candidates and of "none of them", which are 1: what a candidate's own odds are divided by for its probability
 * (a conditional logit model, McFadden 1974).
 */
export function oddsOfAll(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { score }) => sum + Math.exp(score), 1);
}
