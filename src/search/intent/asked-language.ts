import { eld } from 'eld/extrasmall';
import { isChinese } from '../chinese/chinese-text.js';

/** Languages that are distinguished from English; those rarely written on servers would only add mistakes. */
const LANGUAGES =
  'en de fr es pt it nl pl sv da no fi tr cs hu ro ru uk el ar he fa hi ja ko th vi id ms bg sr hr zh';
const detector = eld.newInstance();
detector.setLanguageSubset(LANGUAGES.split(' '));

/** Words a question has at least; with fewer it is a name, and names are in many languages. */
const LEAST_WORDS = 3;
/** Letters of a question at least where words aren't separated. */
const LEAST_LETTERS = 6;
/** How far another language must be ahead of English where some words are unknown to the events… */
const AHEAD = 0.1;
const UNKNOWN_SHARE = 0.2;
/** …and where all may be names that the events know. */
const FAR_AHEAD = 0.25;
const MANY_WORDS = 5;

/** Whether a text has the letters that only Japanese has. */
export const isJapanese = (text: string) => /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);

/**
 * The language of a whole question that is neither English nor Chinese: ISO 639-1, "de"; null for those two, for bare
 * names, and where it is not clear.
 *
 * @param isKnown whether a word is one of English or of the events.
 */
export function otherLanguage(text: string, isKnown: (word: string) => boolean): string | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const unspaced = isJapanese(text) || /\p{sc=Thai}/u.test(text);
  if (isChinese(text) && !unspaced) return null;
  if (unspaced ? words.join('').length < LEAST_LETTERS : words.length < LEAST_WORDS) return null;
  const found = detector.detect(text);
  if (found.language === '' || found.language === 'en' || !found.isReliable()) return null;
  const scores = found.getScores();
  const ahead = (scores[found.language] ?? 0) - (scores['en'] ?? 0);
  if (unspaced || (ahead >= FAR_AHEAD && words.length >= MANY_WORDS)) return found.language;
  const unknown = words.filter((word) => !isKnown(word)).length;
  return ahead >= AHEAD && unknown >= UNKNOWN_SHARE * words.length ? found.language : null;
}
