import type { EventIndex } from './event-index.js';

/** Days two reports of one thing may lie apart. */
const APART_DAYS = 2;
/** The share of words two reports of one thing have in common, of all their words (Jaccard). */
const COMMON_WORDS = 0.72;

/** Whether two events tell the same thing on about the same day. */
export function sameReport(index: EventIndex, one: number, other: number): boolean {
  if (Math.abs(index.day(one) - index.day(other)) > APART_DAYS) return false;
  const words = new Set(index.places(one));
  const others = new Set(index.places(other));
  words.delete(0);
  others.delete(0);
  let common = 0;
  for (const id of others) if (words.has(id)) common += 1;
  return common >= COMMON_WORDS * (words.size + others.size - common);
}

/** Folds events that tell the same thing into the first of them. Looks no further than `count` different ones. */
export function foldReports<T extends { readonly event: number }>(
  index: EventIndex,
  ranked: readonly T[],
  count: number,
): { first: T; folded: number[] }[] {
  const groups: { first: T; folded: number[] }[] = [];
  for (const hit of ranked) {
    const same = groups.find(({ first }) => sameReport(index, first.event, hit.event));
    if (same) same.folded.push(hit.event);
    else if (groups.length === count) break;
    else groups.push({ first: hit, folded: [] });
  }
  return groups;
}
