import { simplified } from './simplified.js';

/** Letters that mean themselves under NFKD and that people type plainly. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ʻ: '',
  ʼ: '',
};
const PLAIN_LETTER = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const ASCII = /^[ -~\n]*$/;
/** Accents and vowel points. The marks of the scripts left out are vowels, without which a word is another one. */
const ACCENT = /(?![\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])\p{M}/gu;
const HAN = /\p{sc=Han}/u;
const ARABIC = /\p{sc=Arab}/u;
/** The article, also after "and", "with", "as" and "so" or run into "to"; three letters of the word must be left. */
const ARTICLE = /(?<![\p{L}\p{N}])(?:[وبكف]?ال|لل)(?=\p{sc=Arab}{3})/gu;

/**
 * A text as it is compared: lower case, accents off, ligatures and full-width letters opened, "Đ" as "d", traditional
 * Chinese as simplified, Arabic without its article and with one form of each letter.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = text
    .normalize('NFKD')
    .replace(ACCENT, '')
    .toLowerCase()
    .replace(PLAIN_LETTER, (letter) => PLAIN[letter] ?? letter);
  if (HAN.test(folded)) folded = simplified(folded);
  return ARABIC.test(folded) ? foldArabic(folded) : folded;
}

/** As Lucene's normaliser and light stemmer of Arabic fold letters and take the article off. */
function foldArabic(text: string): string {
  return text
    .replace(/ـ/g, '')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(ARTICLE, '');
}
