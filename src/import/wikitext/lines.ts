import { endOfTemplate } from './brackets.js';
import type { Notify } from './reading.js';

/** A heading of a day page, or a row of its lists with the depth of its bullets; markup unchanged. */
export type Line =
  | { readonly kind: 'heading'; readonly markup: string }
  | { readonly kind: 'row'; readonly depth: number; readonly markup: string };

const ROW = /^[ \t]*([*#:;]+)(.*)$/s;
const BOLD_LINE = /^'''(?:'')?((?:(?!''').)+)'''(?:'')?[ \t]*:?$/;
const CITES = /\[\s*(?:https?:)?\/\/|https?:\/\/|<ref/i;
const TABLE = /^[ \t]*(?:\{\||\|[-+}]|[|!])/;
const NOTHING = /^(?:[\s{}|\]]*|-{4,}|__[A-Z]+__)$/;
const TAG_LINE = /^(?:\s*<\/?[a-z][^<>]*>)+\s*$/i;
const LONGEST_LABEL = 80;

/**
 * Reads the lines of an unwrapped page into headings and rows. A line outside of any list is joined to the row right
 * above it; otherwise it is a separate row, or a heading where it is short and ends without a full stop.
 */
export function readLines(page: string, notify: Notify): Line[] {
  const lines: Line[] = [];
  let openRow = false;
  for (const raw of page.split('\n')) {
    const line = raw.trimEnd();
    const row = ROW.exec(line);
    if (row) {
      const [, bullets = '', markup = ''] = row;
      if (/^;+$/.test(bullets) && !CITES.test(markup)) lines.push({ kind: 'heading', markup });
      else lines.push({ kind: 'row', depth: bullets.length, markup });
      openRow = lines.at(-1)?.kind === 'row';
    } else if (isHeading(line)) {
      lines.push({ kind: 'heading', markup: withoutEquals(line.trim()) });
      openRow = false;
    } else if (NOTHING.test(line) || TAG_LINE.test(line)) {
      openRow &&= line.trim() !== '';
    } else if (TABLE.test(line)) {
      if (/\p{L}{3}/u.test(line.replace(/(?<![\w-])[\w-]+ ?= ?("[^"]{0,200}"|\S+)/g, '')))
        notify('A line of a table was left out.', line);
    } else if (isOnlyTemplates(line)) {
      if (openRow && /^\{\{\s*(?:cite|webarchive)/i.test(line)) joinToLast(lines, line);
      else if (!/^\s*\{\{\s*(?:portal:)?current[ _]events/i.test(line))
        notify('A template outside of any row was left out.', line);
    } else {
      openRow = readLooseLine(lines, line, openRow, notify);
    }
  }
  return lines;
}

function isHeading(line: string): boolean {
  const text = line.trim();
  const isUnderlined = text.endsWith('=') && /[^=\s]/.test(text) && text.startsWith('=');
  return (isUnderlined || BOLD_LINE.test(text)) && !CITES.test(line);
}

/** A heading without the marks around it. */
function withoutEquals(heading: string): string {
  let [start, end] = [0, heading.length];
  while (heading[start] === '=') start++;
  while (heading[end - 1] === '=') end--;
  return heading.slice(start, Math.max(start, end));
}

/** @returns whether a row is open after it, which the next loose line would continue. */
function readLooseLine(lines: Line[], line: string, openRow: boolean, notify: Notify): boolean {
  if (!/[\p{L}\p{N}]/u.test(line)) {
    notify('A line without words was left out.', line);
    return openRow;
  }
  if (openRow) {
    notify('A line outside of any list was joined to the row above it.', line);
    joinToLast(lines, line);
    return true;
  }
  if (/^\s*\[\[\s*(?:file|image|category)\s*:[^\n]*\]\]\s*$/i.test(line)) return false;
  if (CITES.test(line) || line.length > LONGEST_LABEL || /[.!?]['"”’)\]]*$/.test(line)) {
    notify('A line outside of any list was read as an event.', line);
    lines.push({ kind: 'row', depth: 1, markup: line });
    return true;
  }
  notify('A short line outside of any list was read as a heading.', line);
  lines.push({ kind: 'heading', markup: line });
  return false;
}

function joinToLast(lines: Line[], line: string): void {
  const last = lines.at(-1);
  if (last) lines[lines.length - 1] = { ...last, markup: `${last.markup} ${line.trim()}` };
}

function isOnlyTemplates(line: string): boolean {
  let at = line.search(/\S/);
  if (at < 0 || !line.startsWith('{{', at)) return false;
  while (at < line.length) {
    if (!line.startsWith('{{', at)) return false;
    at = endOfTemplate(line, at);
    if (at < 0) return false;
    while (line[at] === ' ') at += 1;
  }
  return true;
}
