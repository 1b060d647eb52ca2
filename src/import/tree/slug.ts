const LONGEST = 120;
/** Names that the reader of events takes for pages of another kind. */
const RESERVED = /^(?:index|readme|attribution|licen[cs]e|copying|contributing|changelog|notice)$/;

/** `dashed` for the many headlines that are plain ASCII, in a third of the time. */
function dashedAscii(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("'", '')
    .replace(/[^a-z\d]+/g, '-');
}

function dashed(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** A file's name for a headline: its words in small letters without accents, cut at a word's end. */
export function slugOf(headline: string): string {
  const beginning = headline.slice(0, 3 * LONGEST);
  const slug = (/^[\x20-\x7e]*$/.test(beginning) ? dashedAscii(beginning) : dashed(beginning)).replace(
    /^-|-$/g,
    '',
  );
  // Cut by characters first: bytes are counted only near the end.
  let cut = slug.length > LONGEST ? slug.slice(0, LONGEST + 1).replace(/-[^-]*$/, '') : slug;
  while (Buffer.byteLength(cut) > LONGEST)
    cut = cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, -1);
  if (cut === '') return 'event';
  return RESERVED.test(cut) ? `${cut}-event` : cut;
}
