import { tokens } from '../../text/tokens.js';
import { isNoun, isVerb } from '../read/rules/wordnet.js';
import type { IntentWord } from './intent.js';

/** Says whether a folded word is a name, as far as the events tell; null where they don't know it. */
export type NameTest = (word: string) => boolean | null;

/** Classes of words that are no frame words. */
const NUMBER = '<n>';
const NUMBERS = '<ns>';
const NAME = '<N>';
const WORD = '<x>';
const PLURAL = '<xs>';

/** The words of a question, each as a frame word or as the class it belongs to. */
export function intentWords(
  text: string,
  frame: ReadonlySet<string>,
  isName: NameTest,
): Omit<IntentWord, 'slot'>[] {
  return tokens(text).map(({ word, start, end }) => ({
    word,
    key: frame.has(word) ? word : classOf(word, isName),
    start,
    end,
  }));
}

function classOf(word: string, isName: NameTest): string {
  if (/^\d+s$/.test(word)) return NUMBERS;
  if (/^\d+(?:[.-]\d+)*(?:st|nd|rd|th)?$/.test(word)) return NUMBER;
  if (isName(word) ?? !(isNoun(word) || isVerb(word) || isNoun(singular(word)))) return NAME;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? PLURAL : WORD;
}

const singular = (word: string) => word.replace(/(?:es|s)$/, '');
