const NEWLINE = 10;
const SPACE = 32;

/**
 * The lines of a text, each found by the word it begins with. The text is read in place, so that it lies outside the heap;
 * a table holds where the line of each word begins, at the place that the word's hash gives or the next free one.
 */
export class WordLines {
  readonly #text: Buffer;
  /** One more than the place of a line's first byte; 0 where there is none. */
  readonly #table: Uint32Array;

  constructor(text: Buffer) {
    this.#text = text;
    let lines = 1;
    for (let at = 0; at < text.length; at++) if (text[at] === NEWLINE) lines++;
    // At most half full: a word that isn't there then meets a free place soon.
    this.#table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * lines)));
    for (let start = 0; start < text.length; ) {
      let at = start;
      let hash = EMPTY_HASH;
      for (; at < text.length && text[at] !== SPACE; at++) hash = hashed(hash, text[at] ?? 0);
      // A line that begins with a space is WordNet's licence.
      if (at > start) this.#table[this.#placeOf(hash, null)] = start + 1;
      while (at < text.length && text[at] !== NEWLINE) at++;
      start = at + 1;
    }
  }

  /** Where what follows a word and a space on its line begins; -1 where there is no such line. Words are compared by their bytes. */
  after(word: string): number {
    let hash = EMPTY_HASH;
    for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i));
    const start = this.#table[this.#placeOf(hash, word)] ?? 0;
    return start === 0 ? -1 : start + word.length;
  }

  /** Where a word is in the table, or the free place where it would; of no word, the free place. */
  #placeOf(hash: number, word: string | null): number {
    const mask = this.#table.length - 1;
    let place = (hash ^ (hash >>> 15)) & mask;
    for (let start = this.#table[place]; start; start = this.#table[place]) {
      if (word !== null && beginsWith(this.#text, start - 1, word)) break;
      place = (place + 1) & mask;
    }
    return place;
  }
}

/** The FNV-1a hash. */
const EMPTY_HASH = 0x811c9dc5;
const hashed = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193);

/** Whether a word and a space stand at a place. */
function beginsWith(text: Buffer, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (text[start + i] !== word.charCodeAt(i)) return false;
  return text[start + word.length] === SPACE;
}

/** The number whose decimal digits begin at a place. */
export function numberAt(text: Buffer, at: number): number {
  let number = 0;
  for (let digit = digitAt(text, at); digit >= 0 && digit <= 9; digit = digitAt(text, ++at))
    number = number * 10 + digit;
  return number;
}

const digitAt = (text: Buffer, at: number) => (text[at] ?? SPACE) - 48;
