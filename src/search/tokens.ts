import { fold } from './fold.js';

/** A word of a text, with where it stands. */
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
const WORD = new RegExp(
  [
    `(?<cjk>[${CJK}々ー]+)`,
    '(?<dotted>\\p{L}\\.(?:\\p{L}\\.)+\\p{L}?(?!\\p{L}))',
    '(?<number>\\d{1,3}(?:[,\\u202f\\u00a0]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+\\.\\d+)',
    '(?<code>(?!mid|pre|post|top|under|over|non|since|age|aged)[\\p{L}]{1,5}[\\-‐‑–]\\d+[\\p{L}]{0,2}(?![\\p{L}\\p{N}]))',
    `(?<word>[[\\p{L}\\p{N}\\p{M}]--[${CJK}]]+(?:['’ʼ&][[\\p{L}\\p{N}]--[${CJK}]]+)*)`,
  ].join('|'),
  'gvi',
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function* cjkTokens(text: string, offset: number): Generator<Token> {
  for (const { segment, index } of segmenter.segment(text)) {
    const start = offset + index;
    yield { word: fold(segment), start, end: start + segment.length, capital: false, upper: false };
  }
}

const PLAIN = /^[A-Za-z0-9]+$/;

function latinToken(raw: string, start: number): Token {
  if (PLAIN.test(raw)) {
    const word = raw.toLowerCase();
    const first = raw.charCodeAt(0);
    const capital = first >= 65 && first <= 90;
    const upper = capital && raw.length > 1 && raw === raw.toUpperCase();
    return { word, start, end: start + raw.length, capital, upper };
  }
  const possessive = /['’ʼ]s$/i.exec(raw);
  const bare = possessive ? raw.slice(0, possessive.index) : raw;
  const first = bare.charAt(0);
  const word = fold(bare).replace(/['’ʼ.,&\-‐‑–\u202f\u00a0]/g, (mark, at: number, whole: string) =>
    mark === '.' && /\d/.test(whole.charAt(at - 1)) ? '.' : '',
  );
  return {
    word,
    start,
    end: start + bare.length,
    capital: first !== first.toLowerCase(),
    upper: bare.length > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase(),
  };
}

/**
 * The words of a text in order. Latin and other alphabets are parted at everything that is no letter or digit (an inner
 * apostrophe joins, "COVID-19" and "F-16" are one word); Chinese and Japanese runs by `Intl.Segmenter`.
 */
export function* tokens(text: string): Generator<Token> {
  for (const match of text.matchAll(WORD)) {
    if (match.groups?.['cjk']) yield* cjkTokens(match[0], match.index);
    else yield latinToken(match[0], match.index);
  }
}
