import type { EventIndex } from './event-index.js';
import { fold } from './fold.js';
import { termOf } from './terms.js';

/** Letters a word must have before it is taken for a misspelling. */
const SHORTEST = 4;
/** What a rare word must gain in company to be preferred over a frequent one. */
const COMPANY = 1.5;

/** A known word that a misspelled one was read as. */
export interface Mend {
  readonly term: string;
  readonly id: number;
}

/**
 * Reads a word that no event has as one that the events know: few edits away (a swapped pair of letters is one), or, for
 * a short word, one that goes on from it ("aus" open). Among several, the one that stands in events together with the
 * other words of the question, then the nearer, then the more frequent.
 *
 * @param company - events that other, known words of the question stand in.
 */
export function mend(index: EventIndex, word: string, company: ReadonlySet<number>): Mend | null {
  if (word.length < 3 || !/^\p{L}+$/u.test(word) || /\p{sc=Han}/u.test(word)) return null;
  const term = termOf(fold(word));
  const options = new Map<string, number>();
  if (word.length >= SHORTEST) {
    const reach = word.length >= 8 ? 2 : word.length >= 5 ? 2 : 1;
    for (const spelled of new Set([term, word])) {
      for (const { term: known } of index.near(spelled, reach)) {
        if (!/^\p{L}+$/u.test(known) || known.length < 3) continue;
        const cost = edits(spelled, known);
        if (cost > (word.length >= 7 ? 2 : 1)) continue;
        options.set(known, Math.min(cost, options.get(known) ?? 9));
      }
    }
  }
  if (word.length <= 5 && options.size === 0) {
    for (const known of index.startingWith(word)) if (known.length > word.length) options.set(known, 1.5);
  }
  let best: Mend | null = null;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const [known, cost] of options) {
    const id = index.vocabulary.id(known);
    if (id === undefined) continue;
    const together = index.postings(id).reduce((sum, event) => sum + (company.has(event) ? 1 : 0), 0);
    if (cost === 1.5 && together === 0) continue;
    const worth =
      COMPANY * Math.log(1 + together) +
      0.35 * Math.log(1 + index.vocabulary.eventsWith(id)) -
      2 * cost +
      (known.charAt(0) === word.charAt(0) ? 1 : 0);
    if (worth > bestWorth) {
      best = { term: known, id };
      bestWorth = worth;
    }
  }
  return best;
}

/** Edits from one word to another; a swapped pair of neighbours is one (optimal string alignment). */
export function edits(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
