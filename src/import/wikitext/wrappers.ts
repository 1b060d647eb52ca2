import { endOfLink, endOfTemplate } from './brackets.js';
import type { Notify } from './reading.js';

/** A line that begins a row or a heading. */
const ROW_INSIDE = /\n[ \t]*(?:[*#;:]|'''|==)/;
const REF = /<ref(?![^<>\s/])[^<>]*(?<!\/)>/gi;
const REF_END = /<\/ref>/gi;
/** Unclosed spans of a page: after this many the rest is left to the reader of rows. */
const MOST_UNCLOSED = 100;
const SPAN_START = /\{\{|\[\[/g;
const CONTENT_PARAMETER = /\|\s*(?:content|contents|text|items|1)\s*=/i;

/**
 * Takes comments out. One that is never closed hides only the rest of its line: the software would hide the rest
 * of the page, and with it every event below.
 */
export function withoutComments(wikitext: string, notify: Notify): string {
  return wikitext.replace(/<!--[\s\S]*?-->|<!--.*/g, (comment) => {
    if (!comment.endsWith('-->'))
      notify('A comment is not closed; the rest of its line is left out.', comment);
    return '';
  });
}

/**
 * Takes the wrapper off a day page, whatever its era: a template that is at the start of a line and holds rows is
 * replaced by what it holds (braces matched, so that a template in a row does not end it); templates, links and
 * footnotes that run over several lines are joined into one. A wrapper that is never closed is taken off at its front.
 */
export function unwrap(wikitext: string, notify: Notify): string {
  let text = wikitext;
  let at = 0;
  let unclosed = 0;
  for (;;) {
    const start = nextSpan(text, at);
    if (start < 0 || unclosed > MOST_UNCLOSED) break;
    const isTemplate = text[start] === '{';
    const end = isTemplate ? endOfTemplate(text, start) : endOfLink(text, start);
    if (end < 0) unclosed += 1;
    const atLineStart = isTemplate && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 40), start));
    const span = end < 0 ? '' : text.slice(start, end);
    if (atLineStart && ROW_INSIDE.test(span)) {
      const held = heldBy(span.slice(2, -2));
      text = `${text.slice(0, start)}\n${held}\n${text.slice(end)}`;
      at = start;
    } else if (atLineStart && end < 0) {
      const lineEnd = endOfLine(text, start);
      const rest = heldBy(text.slice(start + 2, lineEnd));
      notify('A wrapper is not closed; what follows it is read as the page.', text.slice(start, lineEnd));
      text = `${text.slice(0, start)}\n${rest}${text.slice(lineEnd)}`;
      at = start;
    } else if (end > 0 && span.includes('\n') && !ROW_INSIDE.test(span)) {
      const line = onOneLine(span);
      text = text.slice(0, start) + line + text.slice(end);
      at = start + line.length;
    } else {
      // A span on one line is left to the reader of rows; one that swallows rows was never closed.
      at = end > 0 && !span.includes('\n') ? end : start + 2;
    }
  }
  return withRefsOnOneLine(text);
}

const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** Brings footnotes that run over several lines on one, unless rows occur in them: then they were never closed. */
function withRefsOnOneLine(text: string): string {
  let out = '';
  let at = 0;
  REF.lastIndex = 0;
  for (let ref = REF.exec(text); ref; ref = REF.exec(text)) {
    REF_END.lastIndex = REF.lastIndex;
    const end = REF_END.exec(text);
    if (!end) break;
    const close = end.index + end[0].length;
    const footnote = text.slice(ref.index, close);
    out += text.slice(at, ref.index);
    out += footnote.includes('\n') && !ROW_INSIDE.test(footnote) ? onOneLine(footnote) : footnote;
    at = close;
    REF.lastIndex = close;
  }
  return out + text.slice(at);
}

function nextSpan(text: string, from: number): number {
  SPAN_START.lastIndex = from;
  return SPAN_START.exec(text)?.index ?? -1;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The part of a wrapper that holds the page: its content parameter, or what follows its first line. */
function heldBy(inside: string): string {
  const parameter = CONTENT_PARAMETER.exec(inside);
  const firstLine = endOfLine(inside, 0);
  if (parameter && parameter.index <= Math.max(firstLine, inside.search(ROW_INSIDE)))
    return inside.slice(parameter.index + parameter[0].length);
  return inside.slice(firstLine);
}
