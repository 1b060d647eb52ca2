/**
 * Finds the end of a bracketed span, counting nested ones: the position after the closing bracket that matches the
 * opening one at `start`, or -1 where the span is never closed.
 */
export function endOfSpan(text: string, start: number, open: string, close: string): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const closing = text.indexOf(close, at);
    if (closing < 0) return -1;
    const opening = text.indexOf(open, at);
    if (opening >= 0 && opening < closing) {
      depth += 1;
      at = opening + open.length;
    } else {
      depth -= 1;
      at = closing + close.length;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** The end of a template `{{…}}` that starts at `start`, or -1. */
export const endOfTemplate = (text: string, start: number): number => endOfSpan(text, start, '{{', '}}');

/** The end of a link `[[…]]` that starts at `start`, or -1. */
export const endOfLink = (text: string, start: number): number => endOfSpan(text, start, '[[', ']]');

/** Cuts the inside of a template or link at the `|` that stand outside of nested templates and links. */
export function splitAtPipes(inside: string): string[] {
  if (!inside.includes('[[') && !inside.includes('{{')) return inside.split('|');
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < inside.length; at += 1) {
    const pair = inside.slice(at, at + 2);
    if (pair === '[[' || pair === '{{') {
      const end = pair === '[[' ? endOfLink(inside, at) : endOfTemplate(inside, at);
      if (end > 0) at = end - 1;
    } else if (inside[at] === '|') {
      parts.push(inside.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(inside.slice(from));
  return parts;
}
