import { trimEnd } from '../events/trim-end.js';
/**
 * Cuts a text to at most `limit` characters, the last one then an ellipsis. Cuts at a space where one is near, and never
 * inside a surrogate pair or behind the backslash of an escaped character.
 */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  let cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  if (space > limit * 0.8) cut = cut.slice(0, space);
  cut = cut.replace(/[\uD800-\uDBFF]$/, '');
  const backslashes = cut.length - trimEnd(cut, /\\/).length;
  if (backslashes % 2 === 1) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
