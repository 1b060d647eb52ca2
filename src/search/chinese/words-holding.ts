import type { Vocabulary } from '../vocabulary.js';

const HAN_WORD = /^\p{sc=Han}{2,}$/u;

/** The events' Chinese and Japanese words by each character that occurs in them. */
export class WordsHolding {
  readonly #words = new Map<string, string[]>();

  /** Notes a word under its characters; words of other scripts and single characters are left out. */
  add(word: string): void {
    if (!HAN_WORD.test(word)) return;
    for (const character of new Set(word)) {
      const held = this.#words.get(character);
      if (held) held.push(word);
      else this.#words.set(character, [word]);
    }
  }

  /** The numbers of the words that a character occurs in, those that the most events have first. */
  of(character: string, vocabulary: Vocabulary): number[] {
    const held = this.#words.get(character) ?? [];
    return held
      .flatMap((word) => vocabulary.id(word) ?? [])
      .sort((a, b) => vocabulary.eventsWith(b) - vocabulary.eventsWith(a));
  }
}

const HAN = /^\p{sc=Han}$/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]/u;

/** Whether a word of a text is a single Chinese character with no other beside it. */
export function isLoneCharacter(text: string, word: string, start: number, end: number): boolean {
  return HAN.test(word) && !UNSPACED.test(text.charAt(start - 1)) && !UNSPACED.test(text.charAt(end));
}
