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

const STOP = /\||\[\[|\{\{/g;

/** Cuts the inside of a template or link at the `|` that stand outside of nested templates and links. */
export function splitAtPipes(inside: string): string[] {
  if (!inside.includes('[[') && !inside.includes('{{')) return inside.split('|');
  const parts: string[] = [];
  let from = 0;
  STOP.lastIndex = 0;
  for (let stop = STOP.exec(inside); stop; stop = STOP.exec(inside)) {
    const [found] = stop;
    if (found === '|') {
      parts.push(inside.slice(from, stop.index));
      from = stop.index + 1;
    } else {
      const end = found === '[[' ? endOfLink(inside, stop.index) : endOfTemplate(inside, stop.index);
      // One that is never closed may still begin at its second bracket.
      STOP.lastIndex = end > 0 ? end : stop.index + 1;
    }
  }
  parts.push(inside.slice(from));
  return parts;
}
