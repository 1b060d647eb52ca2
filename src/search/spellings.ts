import { editDistance } from '../text/edit-distance.js';

/** A known word near to a misspelled one. */
export interface Spelling {
  readonly word: string;
  /** How many edits lie between. */
  readonly cost: number;
}

/** Words that begin alike and are as long as each other, each with the letters it has. */
interface Alike {
  readonly words: string[];
  readonly letters: number[];
}

/** The words of the events by how they begin and how long they are, so that the few near to a misspelled one are soon found. */
export class Spellings {
  readonly #words = new Map<string, Alike>();

  add(word: string): void {
    if (!/^\p{L}{3,}$/u.test(word)) return;
    const key = keyOf(word.charAt(0), word.length);
    const alike = this.#words.get(key) ?? { words: [], letters: [] };
    this.#words.set(key, alike);
    alike.words.push(word);
    alike.letters.push(lettersOf(word));
  }

  /** The words at most this many edits from one. Nearly all misspellings begin right, or with the first two letters swapped. */
  near(word: string, most: number): Spelling[] {
    const found: Spelling[] = [];
    const letters = lettersOf(word);
    for (const first of new Set([word.charAt(0), word.charAt(1)])) {
      for (let length = word.length - most; length <= word.length + most; length++) {
        const alike = this.#words.get(keyOf(first, length));
        alike?.words.forEach((known, i) => {
          // An edit takes one letter away and brings another at most: most words are distinguished by their letters alone.
          if (bitsIn(letters ^ (alike.letters[i] ?? 0)) > 2 * most) return;
          const cost = editDistance(word, known, most);
          if (cost <= most) found.push({ word: known, cost });
        });
      }
    }
    return found;
  }
}

const keyOf = (first: string, length: number) => first + length;

/** The letters a word has, a bit for each; letters of other alphabets share bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** How many bits of 32 are set. */
function bitsIn(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
