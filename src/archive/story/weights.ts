import type { TieKind } from './ties.js';

/** How much a shared tie counts, by its kind, as a factor on its rarity. */
const KIND: Readonly<Record<TieKind, number>> = {
  // An editor filed both under it.
  topic: 1.5,
  name: 1,
  // A part of a name: "Otto Warmbier" and "American student Otto Warmbier" share two.
  part: 0.2,
  // Two events that share "election" need not have to do with each other.
  word: 0.15,
};

/** A tie less telling than this ties nothing: "killed", "government", "United States". */
const LEAST_RARITY = 0.3;

/** What a shared tie adds to the score of two events; `rarity` is 0 to 1. */
export function tieWeight(kind: TieKind, rarity: number): number {
  return rarity < LEAST_RARITY ? 0 : rarity * KIND[kind];
}

/** What a link that an author set adds to the score of the two events. */
export const LINK_WEIGHT = 0.6;

/**
 * What days between two events make of their score: 1.5 on one day, 1.2 after a fortnight, 1 after some two months,
 * 0.7 after a year. What happens within days, in one place and in like words, mostly belongs together.
 */
export function nearness(days: number): number {
  return 0.7 + 0.6 * Math.exp(-days / 90) + 0.2 * Math.exp(-days / 5);
}

/** From this score, weighed by nearness, an event belongs to the story; below, the two share a country or a name. */
export const BELONGS = 1;

/** A story shows at most so many events that belong… */
export const MOST_CLOSE = 50;

/** …and where fewer than so many do, the nearest of the rest fill it up, marked as loose. */
export const FILL_TO = 15;

/** Below this score not even that: the two share a word or two. */
export const LOOSE = 0.45;
