/** A known word near to a misspelled one. */
export interface Spelling {
  readonly word: string;
  /** How many edits lie between. */
  readonly cost: number;
}

/** The words of the events by how they begin and how long they are, so that the few near to a misspelled one are soon found. */
export class Spellings {
  readonly #words = new Map<string, string[]>();

  add(word: string): void {
    if (!/^\p{L}{3,}$/u.test(word)) return;
    const key = keyOf(word.charAt(0), word.length);
    const others = this.#words.get(key);
    if (others) others.push(word);
    else this.#words.set(key, [word]);
  }

  /** The words at most so many edits from one. Nearly all misspellings begin right, or with the first two letters swapped. */
  near(word: string, most: number): Spelling[] {
    const found: Spelling[] = [];
    for (const first of new Set([word.charAt(0), word.charAt(1)])) {
      for (let length = word.length - most; length <= word.length + most; length++) {
        for (const known of this.#words.get(keyOf(first, length)) ?? []) {
          const cost = edits(word, known);
          if (cost <= most) found.push({ word: known, cost });
        }
      }
    }
    return found;
  }
}

const keyOf = (first: string, length: number) => first + length;

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
