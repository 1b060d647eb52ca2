import { stemmer } from 'stemmer';
import { baseForm } from './irregular-forms.js';
import { memoize } from './memoize.js';
import { beginsNumber, joinedNumber, numberOfWord } from './number-words.js';
import { beginsSharedName, sharedName } from './same-names.js';
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

/** What is known of a folded word on its own. */
interface Word {
  readonly term: string;
  readonly stop: boolean;
  /** Whether what follows decides what it is: it may begin a shared name ("united") or a number ("forty"). */
  readonly begins: boolean;
}

const wordOf = memoize(200_000, (word): Word => {
  const number = numberOfWord(word);
  const base = baseForm(word);
  const term = number !== null ? String(number) : /^[a-z]{3,}$/.test(base) ? stemmer(base) : base;
  return { term, stop: isStopWord(word), begins: beginsSharedName(word) || beginsNumber(word) };
});

/** The index term of one folded word. English words are stemmed (Porter), everything else is unchanged. */
export function termOf(word: string): string {
  return wordOf(word).term;
}

/** "US", "U.S." and, written in haste, "the us" and "2004 us election" name a country, "us" does not. */
const isCountry = (token: Token, before: Token | undefined) =>
  token.word === 'us' && (token.upper || before?.word === 'the' || /^\d+$/.test(before?.word ?? ''));

/**
 * A text as the index sees it: every place in order, stop words kept as empty terms so that distances stay true.
 * "United States", "U.S." and "USA" become one term, "forty-two" becomes 42.
 */
export function termsOf(text: string): Term[] {
  const found = tokens(text);
  const terms: Term[] = [];
  for (let i = 0; i < found.length; ) {
    const token = found[i] as Token;
    const { word, start, end, capital } = token;
    const { term, stop, begins } = wordOf(word);
    const joined = begins || isCountry(token, found[i - 1]) ? joinedTerm(found, i) : null;
    terms.push(joined?.term ?? { term: stop ? '' : term, word, start, end, capital });
    i += joined?.length ?? 1;
  }
  return terms;
}

/** The term of several words that begin at a token, and how many; null where each is a term of its own. */
function joinedTerm(found: readonly Token[], at: number): { term: Term; length: number } | null {
  const token = found[at] as Token;
  const name = isCountry(token, found[at - 1]) ? { term: 'usa', length: 1 } : sharedName(found, at);
  if (name) {
    const { term, length } = name;
    const { end } = found[at + length - 1] as Token;
    return { term: { term, word: term, start: token.start, end, capital: true }, length };
  }
  const next = found[at + 1];
  const number = next && next.start - token.end <= 1 ? joinedNumber(token.word, next.word) : null;
  if (number === null || !next) return null;
  return { term: { ...token, term: String(number), end: next.end }, length: 2 };
}
