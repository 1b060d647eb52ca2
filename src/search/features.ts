import type { ConceptMatch } from './match.js';

/** How much of the question's weight an event covers, 0 to 1. */
export function coverage(matches: readonly ConceptMatch[]): number {
  let all = 0;
  let found = 0;
  for (const { concept, strength } of matches) {
    all += concept.weight;
    found += concept.weight * strength;
  }
  return all === 0 ? 0 : found / all;
}

/** How far two words may stand apart and still lend each other something. */
const REACH = 8;

/**
 * How near together and how much in order the question's neighbouring words occur in an event, 0 to 1: each pair counts
 * by its lighter word; side by side counts in full, backwards a little less.
 */
export function proximity(matches: readonly ConceptMatch[]): number {
  let all = 0;
  let near = 0;
  for (let i = 1; i < matches.length; i++) {
    const left = matches[i - 1];
    const right = matches[i];
    if (!left || !right) continue;
    const weight = Math.min(left.concept.weight, right.concept.weight);
    all += weight;
    const strength = Math.min(left.strength, right.strength);
    if (strength === 0) continue;
    near += weight * strength * closeness(left.places, right.places);
  }
  return all === 0 ? 0 : near / all;
}

function closeness(left: readonly number[], right: readonly number[]): number {
  let best = 0;
  for (const a of left) {
    for (const b of right) {
      if (a === b) return 1;
      const apart = Math.abs(b - a);
      if (apart > REACH) continue;
      const close = (1 - (apart - 1) / REACH) * (b > a ? 1 : 0.8);
      if (close > best) best = close;
    }
  }
  return best;
}

/** A figure of this weight counts in full (natural logarithm of its rarity). */
const RARE_FIGURE = 10;

/** What an event leaves unsaid of the question's figures and years; 1 for a rare one. */
export function figuresUnsaid(matches: readonly ConceptMatch[]): number {
  let unsaid = 0;
  for (const { concept, strength } of matches)
    if (concept.number && !concept.asking) unsaid += concept.weight * (1 - strength);
  return unsaid / RARE_FIGURE;
}
