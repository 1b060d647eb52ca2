import { memoize } from './memoize.js';
import { simplified } from './simplified.js';

/** A word within a run of letters that are written without spaces; string indices in the run, `[start, end)`. */
export interface UnspacedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The dictionaries of Chinese and Japanese. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Most characters of a word that is looked for within a longer one. */
const LONGEST_INNER = 4;
/** Particles: what they stand beside makes no name with them. */
const PARTICLE = /[的了在是和与及或而也都就将被把对从向于这那其之]/;

/** Whether the dictionaries know a few characters as one word. */
const isOneWord = memoize(300_000, (text) => [...segmenter.segment(text)].length === 1);

/**
 * The words of a Chinese or Japanese run: those it is split into and, beside them, the shorter ones inside of them and
 * across two of them, for a search asks for those too ("search mode", as the segmenter jieba calls it). Two single
 * characters side by side are mostly a name that is in no dictionary: a word as well. Traditional characters are read as
 * simplified ones.
 *
 * @returns the words in order, the longest of those that begin together first.
 */
export function chineseWords(run: string): UnspacedWord[] {
  const text = simplified(run);
  const ends = new Map<number, Set<number>>();
  const add = (start: number, end: number) => ends.set(start, (ends.get(start) ?? new Set()).add(end));
  let before = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    add(index, end);
    if (segment.length === 1 && before === 1 && !PARTICLE.test(text.slice(index - 1, end)))
      add(index - 1, end);
    before = segment.length;
    for (let start = index; start < end; start++) {
      // What begins in this word and ends in the next is looked for at two characters only: longer ones are chance.
      const last = Math.max(start + 2, Math.min(end, start + LONGEST_INNER));
      for (let to = start + 2; to <= last && to <= text.length; to++)
        if (isOneWord(text.slice(start, to))) add(start, to);
    }
  }
  return [...ends]
    .sort(([a], [b]) => a - b)
    .flatMap(([start, found]) =>
      [...found].sort((a, b) => b - a).map((end) => ({ text: text.slice(start, end), start, end })),
    );
}

/**
 * A letter with its marks; a consonant stacked below (after a virama or a coeng) and, in Burmese, one that ends the syllable
 * (with an asat) go with the one before.
 */
const LETTER = /\P{M}(?:[\u1039\u17d2]\p{L}|(?![\u1039\u17d2])\p{M}|[\u1000-\u1021]\u1037?\u103a)*/gu;
/** A letter that can be a word on its own: one with a vowel or a tone on it, or any of Burmese. */
const MAY_BE_WORD = /\p{M}|^\p{sc=Mymr}/u;

/**
 * Every two letters side by side of a Thai, Lao, Khmer or Burmese run, so that any word in it is found whatever is around
 * it, and single ones that may be a word: no dictionary parts these scripts surely.
 *
 * @returns the pairs in order, a single letter after the pair that it begins.
 */
export function letterPairs(run: string): UnspacedWord[] {
  const letters = [...run.matchAll(LETTER)].map(({ 0: text, index }) => ({ text, index }));
  return letters.flatMap(({ text, index: start }, i) => {
    const end = start + text.length;
    const next = letters[i + 1]?.text;
    const pairs = next === undefined ? [] : [{ text: text + next, start, end: end + next.length }];
    return letters.length === 1 || MAY_BE_WORD.test(text) ? [...pairs, { text, start, end }] : pairs;
  });
}
