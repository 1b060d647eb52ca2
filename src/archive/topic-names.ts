import { editDistance } from '../text/edit-distance.js';

/** How many slips of the pen a name may have, by its length: short ones are other names soon. */
export const slipsIn = (name: string) => (name.length >= 7 ? 2 : name.length >= 4 ? 1 : 0);

/** Whether words stand whole in a name: "nato" in "enlargement of nato". Both as `topicKey` writes them. */
export const standsIn = (words: string, name: string) => ` ${name} `.includes(` ${words} `);

/**
 * Slips between what was typed and a name, or the part of it that has as many words; `most + 1` where there are more.
 * A slip in the first letter counts only where it was swapped with the second.
 */
export function slipsFrom(typed: string, name: string, most: number): number {
  const words = typed.split(' ').length;
  return least(typed, name, most, (rest) => [rest, rest.split(' ').slice(0, words).join(' ')]);
}

/** Slips between what was typed so far and how a name, or a word in it, begins; `most + 1` where there are more. */
export function slipsBegun(typed: string, name: string, most: number): number {
  const lengths = Array.from({ length: 2 * most + 1 }, (_, i) => typed.length - most + i);
  return least(typed, name, most, (rest) => lengths.map((length) => rest.slice(0, length)));
}

function least(typed: string, name: string, most: number, partsOf: (rest: string) => string[]): number {
  let found = most + 1;
  for (let at = 0; at >= 0; at = name.indexOf(' ', at) + 1 || -1) {
    const rest = name.slice(at);
    if (rest[0] !== typed[0] && rest[0] !== typed[1]) continue;
    for (const part of partsOf(rest)) found = Math.min(found, editDistance(typed, part, most));
  }
  return found;
}

/** How alike two names are by their pairs of letters (Dice's coefficient): 0 for nothing in common, 1 for the same. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function pairs(name: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, i) => name.slice(i, i + 2)));
}
