import { dayNumber } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';

/** What the sources and other reports of an event count beside its similarity, as logarithms. */
const REPORTED = 0.12;
/** What a day counts on which a story stirs: how many more of its events come in the month after than before. */
const STIRRED = 0.12;
const STIRRED_DAYS = 30;
/** Days around the chosen event within which its story is told in full… */
const NEAR_DAYS = 14;
/** …as long as that takes no more than this share of all. */
const NEAR_SHARE = 0.3;

interface Candidate {
  readonly event: NewsEvent;
  readonly similarity: number;
  readonly folded: readonly NewsEvent[];
}

/**
 * The events of a long story that a reader must not miss, at most `most`: those like its profile, reported by many, and
 * those with which much began; and what came right before and after the chosen event.
 */
export function mainMembers<T extends Candidate>(self: NewsEvent, members: readonly T[], most: number): T[] {
  if (members.length <= most) return [...members];
  const day = dayNumber(self.date);
  const days = members.map(({ event }) => dayNumber(event.date)).sort((a, b) => a - b);
  const worth = (member: T) => {
    const { event, similarity, folded } = member;
    const reports = event.sources.length + folded.length;
    const at = dayNumber(event.date);
    const after = countIn(days, at + 1, at + STIRRED_DAYS);
    const before = countIn(days, at - STIRRED_DAYS, at - 1);
    return (
      similarity +
      REPORTED * Math.log1p(reports) +
      STIRRED * Math.max(0, Math.log((after + 2) / (before + 2)))
    );
  };
  const valued = members
    .map((member) => ({ member, worth: worth(member) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ member }) => member);
  const near = valued.filter(({ event }) => Math.abs(dayNumber(event.date) - day) <= NEAR_DAYS);
  return [...new Set([...near.slice(0, Math.floor(most * NEAR_SHARE)), ...valued])].slice(0, most);
}

/** How many of the days, which are in order, are within `from` and `to`. */
function countIn(days: readonly number[], from: number, to: number): number {
  return days.filter((day) => day >= from && day <= to).length;
}
