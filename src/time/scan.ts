import type { CalendarDate } from '../events/calendar-date.js';

/** A word, a number or a sign of a text, with its place. */
export interface Token {
  /** Lower case, accents kept, a possessive 's cut off. */
  readonly word: string;
  /** The value of a run of digits, else null. */
  readonly number: number | null;
  /** Characters `[start, end)` of the text. */
  readonly start: number;
  readonly end: number;
  /** Whether white space precedes it. */
  readonly spaced: boolean;
}

const TOKEN = /\d+|\p{Script=Han}|[\p{L}\p{M}]+(?:['’](?!\d)\p{L}+)?|[^\s]/gu;

/** The words of the rules' phrases. */
const phrases = new Map<string, readonly string[]>();

/** A text cut into tokens, as the rules of the grammar read it. */
export class Scan {
  readonly tokens: readonly Token[];
  /** Whether any of it is Chinese. */
  readonly chinese: boolean;

  /**
   * @param whole True where the whole text is meant to be a time, so that forms which are too weak inside a sentence
   *   ("the 8th", "4/8") may be read.
   */
  constructor(
    readonly text: string,
    readonly today: CalendarDate,
    readonly whole: boolean,
  ) {
    this.chinese = /\p{Script=Han}/u.test(text);
    this.tokens = [...text.matchAll(TOKEN)].map((match) => {
      const [start, found] = [match.index, match[0]];
      return {
        word: found.toLowerCase().replace(/['’]s$/, ''),
        number: /^\d/.test(found) ? Number(found) : null,
        start,
        end: start + found.length,
        spaced: start > 0 && /\s/.test(text[start - 1] ?? ''),
      };
    });
  }

  /** The lower-case word at a token, or an empty string past the end. */
  word(i: number): string {
    return this.tokens[i]?.word ?? '';
  }

  /** The number at a token, or null. */
  number(i: number): number | null {
    return this.tokens[i]?.number ?? null;
  }

  /** How many digits the number at a token is written with. */
  digits(i: number): number {
    const token = this.tokens[i];
    return token && token.number !== null ? token.end - token.start : 0;
  }

  /** Whether a token follows the one before it without a gap, as the "th" of "8th" does. */
  glued(i: number): boolean {
    const token = this.tokens[i];
    return token !== undefined && !token.spaced && i > 0;
  }

  /** The index after the words given, one a token, when they stand at `i`; else null. */
  phrase(i: number, words: string): number | null {
    let at = i;
    let parts = phrases.get(words);
    if (!parts) {
      parts = words.split(' ');
      phrases.set(words, parts);
    }
    for (const word of parts) if (this.word(at++) !== word) return null;
    return at;
  }

  /** Skips one of these words. */
  skip(i: number, ...words: string[]): number {
    return words.includes(this.word(i)) ? i + 1 : i;
  }

  /** The index of the first token at or behind a place in the text. */
  indexAt(place: number): number {
    const found = this.tokens.findIndex((token) => token.start >= place);
    return found < 0 ? this.tokens.length : found;
  }

  /** Matches a sticky expression at a token. */
  match(i: number, sticky: RegExp): RegExpExecArray | null {
    const token = this.tokens[i];
    if (!token) return null;
    sticky.lastIndex = token.start;
    return sticky.exec(this.text);
  }
}
