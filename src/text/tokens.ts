import { fold } from './fold.js';
import { memoize } from './memoize.js';
import { chineseWords, letterPairs, type UnspacedWord } from './unspaced.js';

/** A word of a text, with its place. */
export interface Token {
  /** The word folded (see fold.ts), possessive and thousands separators off: "1,000" -> "1000", "Xi's" -> "xi". */
  readonly word: string;
  /** String indices of the word in the text, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** True where the word is written with a capital first letter. */
  readonly capital: boolean;
  /** True where the word is written in capitals throughout ("US", "U.S.", "NATO"). */
  readonly upper: boolean;
}

const CJK = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}';
/** Scripts without spaces that are found by their letters. */
const PAIRED = '\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';
const UNSPACED = `[${CJK}${PAIRED}]`;
const LETTER = `[\\p{L}--${UNSPACED}]`;
const WORD = new RegExp(
  [
    // The segmenter takes ever longer for each character of a run that never ends.
    `(?<cjk>[${CJK}々ー]{1,400})`,
    `(?<paired>[[${PAIRED}]--\\P{L}][[${PAIRED}]--[\\p{N}\\p{P}\\p{S}]]{0,400})`,
    `(?<dotted>${LETTER}\\.(?:${LETTER}\\.)+${LETTER}?(?!\\p{L}))`,
    '(?<number>\\d{1,3}(?:[,\\u202f\\u00a0]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+\\.\\d+)',
    `(?<code>(?!mid|pre|post|top|under|over|non|since|age|aged)${LETTER}{1,5}[\\-‐‑–]\\d+${LETTER}{0,2}(?![[\\p{L}\\p{N}]--${UNSPACED}]))`,
    `(?<word>[[\\p{L}\\p{N}\\p{M}]--[${CJK}]--[[${PAIRED}]&&\\p{L}]]+(?:['’ʼ&][[\\p{L}\\p{N}]--${UNSPACED}]+)*)`,
  ].join('|'),
  'gvi',
);

function takeUnspaced(words: readonly UnspacedWord[], offset: number, found: Token[]): void {
  for (const { text, start, end } of words)
    found.push({ word: fold(text), start: offset + start, end: offset + end, capital: false, upper: false });
}

/** How a word is written, wherever it is; `length` is without a possessive. */
interface Writing {
  readonly word: string;
  readonly length: number;
  readonly capital: boolean;
  readonly upper: boolean;
}

const PLAIN = /^[A-Za-z0-9]+$/;

const writingOf = memoize(200_000, (raw): Writing => {
  if (PLAIN.test(raw)) {
    const capital = /^[A-Z]/.test(raw);
    const upper = capital && raw.length > 1 && raw === raw.toUpperCase();
    return { word: raw.toLowerCase(), length: raw.length, capital, upper };
  }
  const possessive = /['’ʼ]s$/i.exec(raw);
  const bare = possessive ? raw.slice(0, possessive.index) : raw;
  const first = bare.charAt(0);
  const word = fold(bare).replace(/['’ʼ.,&\-‐‑–\u202f\u00a0]/g, (mark, at: number, whole: string) =>
    mark === '.' && /\d/.test(whole.charAt(at - 1)) ? '.' : '',
  );
  return {
    word,
    length: bare.length,
    capital: first !== first.toLowerCase(),
    upper: bare.length > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase(),
  };
});

/** What a character does for a word before it or around it. */
const [ASKS, INSIDE, PARTS, MAY_JOIN] = [0, 1, 2, 3];
/** ASCII by code: letters and digits, what may join them (3.5, U.S., F-16), what needs a closer look; all else parts words. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return PLAIN.test(char) ? INSIDE : '.,-'.includes(char) ? MAY_JOIN : "'&".includes(char) ? ASKS : PARTS;
});
const kindAt = (text: string, at: number) =>
  at < text.length ? (ASCII[text.charCodeAt(at)] ?? ASKS) : PARTS;

/** Where the plain word that begins at an index ends; -1 where only the whole expression can tell. */
function plainEnd(text: string, start: number): number {
  let end = start;
  while (kindAt(text, end) === INSIDE) end++;
  const next = kindAt(text, end);
  if (next === PARTS) return end;
  const after = next === MAY_JOIN ? kindAt(text, end + 1) : ASKS;
  return after === PARTS || after === MAY_JOIN ? end : -1;
}

/**
 * The words of a text in order. Latin and other alphabets are split at everything that is not a letter or digit (an inner
 * apostrophe joins, "COVID-19" and "F-16" are one word). Scripts without spaces: see unspaced.ts; their words overlap.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const take = (start: number, raw: string) => {
    const { word, length, capital, upper } = writingOf(raw);
    found.push({ word, start, end: start + length, capital, upper });
  };
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    // Most words are plain, and need no expression to be found.
    const end = kind === INSIDE ? plainEnd(text, at) : -1;
    if (end > 0) {
      take(at, text.slice(at, end));
      at = end;
    } else if (kind === INSIDE || kind === ASKS) {
      WORD.lastIndex = at;
      const match = WORD.exec(text);
      if (!match) break;
      const [run] = match;
      if (match.groups?.['cjk'] !== undefined) takeUnspaced(chineseWords(run), match.index, found);
      else if (match.groups?.['paired'] !== undefined) takeUnspaced(letterPairs(run), match.index, found);
      else take(match.index, run);
      at = WORD.lastIndex;
    } else at++;
  }
  return found;
}
