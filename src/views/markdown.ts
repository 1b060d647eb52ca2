import type { TextRange } from '../archive/answer.js';

/** Characters that Discord's markdown gives a meaning anywhere in a line; `<` begins mentions and timestamps. */
const INLINE = /[\\*_~`|[\]<@]/g;
/** What makes a heading, quote, list or small print at the start of a line. */
const LINE_START = /^([^\S\n\r\u2028\u2029]*)(#{1,3}|-#|>{1,3}|[-+])(?=\s|$|>)/gm;
const NUMBERED = /^([^\S\n\r\u2028\u2029]*\d+)([.)])(?=\s)/gm;
/** `:smile:`, which clients turn into a picture. */
const SHORTCODE = /:(?=[\w+-]+:)/g;

/**
 * Escapes a text so that Discord shows it as it is: no markup, no mention, no emoji, no hidden link. For content,
 * descriptions, titles and fields; footers, authors, buttons and menus show no markup and take texts as they are.
 */
export function escapeMarkdown(text: string): string {
  return escapeInline(text)
    .replace(LINE_START, (_, space: string, mark: string) => `${space}\\${mark}`)
    .replace(NUMBERED, '$1\\$2');
}

function escapeInline(text: string): string {
  return text.replace(INLINE, '\\$&').replace(SHORTCODE, '\\:');
}

/** Escapes a text and sets ranges of it (indices into the unescaped text) in bold. */
export function escapeWithBold(text: string, ranges: readonly TextRange[]): string {
  let at = 0;
  let marked = '';
  for (const [start, end] of joined(text, ranges)) {
    marked += `${plain(text, at, start)}**${escapeInline(text.slice(start, end))}**`;
    at = end;
  }
  return marked + plain(text, at, text.length);
}

const plain = (text: string, start: number, end: number) =>
  start === 0 ? escapeMarkdown(text.slice(start, end)) : escapeInline(text.slice(start, end));

/** Ranges in order, within the text, without blank ends; those with only spaces between them become one. */
function joined(text: string, ranges: readonly TextRange[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    let start = Math.max(0, from);
    let end = Math.min(text.length, to);
    while (start < end && /\s/.test(text[start] ?? '')) start++;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
    if (start >= end) continue;
    const last = result.at(-1);
    if (last && text.slice(last[1], start).trim() === '') last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** The ranges that lie within the first `length` characters, for a text that was cut there. */
export function rangesWithin(ranges: readonly TextRange[], length: number): TextRange[] {
  return ranges.filter(([, end]) => end <= length);
}
