import { stemmer } from 'stemmer';
import { baseForm } from './irregular-forms.js';
import { joinedNumber, numberOfWord } from './number-words.js';
import { sharedName } from './same-names.js';
import { isStopWord } from './stop-words.js';
import { type Token, tokens } from './tokens.js';

/** A place in a text as the index sees it. */
export interface Term {
  /** What is indexed and looked up: a stem, a number in digits, a shared name ("usa"); empty for a stop word. */
  readonly term: string;
  /** The folded word it was made of. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
}

const stems = new Map<string, string>();
const STEMS_KEPT = 200_000;

/** The index term of one folded word. English words are stemmed (Porter), everything else stands as it is. */
export function termOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const number = numberOfWord(word);
  const base = baseForm(word);
  const term = number !== null ? String(number) : /^[a-z]{3,}$/.test(base) ? stemmer(base) : base;
  if (stems.size >= STEMS_KEPT) stems.clear();
  stems.set(word, term);
  return term;
}

/** "US" and "U.S." name a country, "us" does not. */
const isCountry = (token: Token) => token.word === 'us' && token.upper;

/**
 * A text as the index sees it: every place in order, stop words kept as empty terms so that distances stay true.
 * "United States", "U.S." and "USA" become one term, "forty-two" becomes 42.
 */
export function termsOf(text: string): Term[] {
  const found = [...tokens(text)];
  const words = found.map((token) => token.word);
  const terms: Term[] = [];
  for (let i = 0; i < found.length; i++) {
    const token = found[i] as Token;
    const name = isCountry(token) ? { term: 'usa', length: 1 } : sharedName(words, i);
    if (name) {
      const last = found[i + name.length - 1] as Token;
      terms.push({ term: name.term, word: name.term, start: token.start, end: last.end, capital: true });
      i += name.length - 1;
      continue;
    }
    const next = found[i + 1];
    const joined = next && next.start - token.end <= 1 ? joinedNumber(token.word, next.word) : null;
    if (joined !== null && next) {
      terms.push({ ...token, term: String(joined), end: next.end });
      i += 1;
      continue;
    }
    const { word, start, end, capital } = token;
    terms.push({ term: isStopWord(word) ? '' : termOf(word), word, start, end, capital });
  }
  return terms;
}
