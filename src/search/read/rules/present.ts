import type { Asking } from './asking.js';

/** Verbs that ask how things are, and not what happened. */
const PRESENT = /^(?:is|are|am|'s|’s|has|have|'ve|does|do|whos|whats|wheres)$/;

/**
 * Whether a question asks how things are ("who is the mayor", "how many have died"): what an event says then holds for its
 * day, and may have changed since.
 */
export function asksHowItIs({ tokens }: Asking): boolean {
  const first = tokens.find(({ pos, lower }) => pos === 'AUX' || pos === 'VERB' || PRESENT.test(lower));
  return first !== undefined && PRESENT.test(first.lower);
}
