import { dayNumber } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';

/** Days around the chosen event within which its story is shown in full… */
const NEAR_DAYS = 14;
/** …as long as that takes no more than this share of all. */
const NEAR_SHARE = 0.3;

/**
 * The events of a long story that are shown, at most `most`: the important ones, and what came right before and after the
 * chosen event.
 *
 * @param important events of the story, the most important first; the chosen one may be among them.
 */
export function withNear<T extends { readonly event: NewsEvent }>(
  self: NewsEvent,
  members: readonly T[],
  important: readonly T[],
  most: number,
): T[] {
  const day = dayNumber(self.date);
  const near = members
    .filter(({ event }) => Math.abs(dayNumber(event.date) - day) <= NEAR_DAYS)
    .slice(0, Math.floor(most * NEAR_SHARE));
  const rest = important.filter(({ event }) => event.path !== self.path);
  return [...new Set([...near, ...rest])].slice(0, most);
}
