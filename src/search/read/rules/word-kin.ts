import { memoize } from '../../../text/memoize.js';
import type { Token } from './tagged-text.js';
import { kinWords } from './wordnet.js';

const KEPT = 4000;
const nouns = memoize(KEPT, (lemma) => kinWords(lemma, 'n'));
const verbs = memoize(KEPT, (lemma) => kinWords(lemma, 'v'));
const adjectives = memoize(KEPT, (lemma) => kinWords(lemma, 'a'));

/** The words that stand near to a word of a question in WordNet, and how near, 0 to 1: synonyms, wider and narrower ones, derived ones. */
export function wordKin({ pos, lemma }: Token): ReadonlyMap<string, number> {
  return pos === 'VERB' ? verbs(lemma) : pos === 'ADJ' ? adjectives(lemma) : nouns(lemma);
}
