const LONGEST = 120;
/** Names that the reader of events takes for pages of another kind. */
const RESERVED = /^(?:index|readme|attribution|licen[cs]e|copying|contributing|changelog|notice)$/;

/** A file's name for a headline: its words in small letters without accents, cut at a word's end. */
export function slugOf(headline: string): string {
  const beginning = headline.slice(0, 3 * LONGEST);
  const plain = /^[\x20-\x7e]*$/.test(beginning)
    ? beginning
    : beginning.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  const slug = plain
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  // Cut by characters first: bytes are counted only near the end.
  let cut = slug.length > LONGEST ? slug.slice(0, LONGEST + 1).replace(/-[^-]*$/, '') : slug;
  while (Buffer.byteLength(cut) > LONGEST)
    cut = cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, -1);
  if (cut === '') return 'event';
  return RESERVED.test(cut) ? `${cut}-event` : cut;
}
