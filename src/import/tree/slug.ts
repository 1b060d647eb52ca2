import { plainWords } from '../../events/plain-words.js';

const LONGEST = 120;
const APOSTROPHE = /['’]/g;
/** Names that the reader of events takes for pages of another kind. */
const RESERVED = /^(?:index|readme|attribution|licen[cs]e|copying|contributing|changelog|notice)$/;

function dashed(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHE, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Without its last word, which may be cut; one long word stays. */
function wholeWords(slug: string): string {
  const end = slug.lastIndexOf('-');
  return end < 0 ? slug : slug.slice(0, end);
}

/** A file's name for a headline: its words in small letters without accents, cut at a word's end. */
export function slugOf(headline: string): string {
  const beginning = headline.slice(0, 3 * LONGEST).replace(APOSTROPHE, '');
  const slug = plainWords(beginning, '-') ?? dashed(beginning);
  // Cut by characters first: bytes are counted only near the end.
  let cut = slug.length > LONGEST ? wholeWords(slug.slice(0, LONGEST + 1)) : slug;
  while (Buffer.byteLength(cut) > LONGEST)
    cut = cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, -1);
  if (cut === '') return 'event';
  return RESERVED.test(cut) ? `${cut}-event` : cut;
}
