import { editDistance } from '../../../text/edit-distance.js';
import { memoize } from '../../../text/memoize.js';
import type { Token } from './tagged-text.js';
import { wordKin } from './word-kin.js';
import { landOf } from './wordnet.js';

/** How alike in meaning two lower-case words are, 0 to 1: from a lexicon or learned from the events. */
export type Similarity = (a: string, b: string) => number;

/** How well one content word can replace another, 0 to 1: its forms, its land or origin, a misspelling, a similar meaning. */
export function likeness(asked: Token, said: Token, similar?: Similarity): number {
  return likenessFor(asked, similar)(said);
}

const DIGIT = /\d/;

/** How well words can replace one that is asked about, 0 to 1 (`likeness`): what is known of that one is looked up once for all. */
export function likenessFor(asked: Token, similar?: Similarity): (said: Token) => number {
  const x = asked.plain;
  const figure = DIGIT.test(asked.lower);
  const land = landName(asked);
  const kin = wordKin(asked);
  return (said) => {
    if (asked.stem === said.stem || asked.lemma === said.lemma) return 1;
    if (figure || DIGIT.test(said.lower)) return 0;
    const y = said.plain;
    if (x === y) return 1;
    if (land !== null && (asked.capital || said.capital) && land === landName(said)) return 0.9;
    if (inCompound(x, y) || inCompound(y, x)) return 0.8;
    const shorter = Math.min(x.length, y.length);
    if (shorter >= 5 && x[0] === y[0]) {
      if (Math.abs(x.length - y.length) <= 4 && x.startsWith(y.slice(0, shorter - 1))) return 0.8;
      const most = shorter >= 8 ? 2 : 1;
      if (editDistance(x, y, most) <= most) return 0.7;
    }
    const lexical = asked.capital || said.capital ? 0 : (kin.get(said.lemma) ?? 0);
    return Math.max(lexical, similar?.(asked.lemma, said.lemma) ?? 0);
  };
}

const inCompound = (compound: string, word: string) =>
  compound.includes('-') && compound.split('-').includes(word);

const landOfOrigin = memoize(10_000, (word): string => landOf(word)?.toLowerCase() ?? '');

/** The land of an adjective, else what is written like a name; null for other words. */
const landName = ({ lower, capital }: Token) => landOfOrigin(lower) || (capital ? lower : null);
