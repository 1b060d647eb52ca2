/** The languages front matter is written in. */
export type Language = 'yaml' | 'toml' | 'json' | 'header' | 'title-block';

/** A file taken apart: the text of its front matter, and its body. Lines count from 1. */
export type Fenced =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'front';
      readonly language: Language;
      readonly raw: string;
      /** The line that `raw` begins at. */
      readonly line: number;
      readonly body: string;
      readonly bodyLine: number;
      readonly closed: boolean;
    }
  | { readonly kind: 'refused'; readonly line: number; readonly problem: string };

const OPENING = /^(---|\+\+\+)[ \t]*([A-Za-z][\w-]*)?$/;
const LANGUAGES: Readonly<Record<string, Language>> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
};
const CODE = /^(?:js|javascript|coffee|coffeescript|ts|typescript|jsx|cjs|mjs)$/i;
/** A line of the metadata that Pelican and MultiMarkdown write without fences, and of Logseq's, with two colons. */
const HEADER_LINE = /^([A-Za-z][\w -]{0,40})::?(?:[ \t]|\r?$)/;
/** A line of YAML that continues the one above. */
const YAML_GOES_ON = /^(?:[ \t]|- )/;
/** The lines of pandoc's title block, in order. */
const TITLE_BLOCK = ['title', 'author', 'date'];

interface Row {
  readonly text: string;
  readonly start: number;
  readonly next: number;
}

/** The line that begins at an index; its end and where the next one begins. */
function rowAt(text: string, start: number): Row {
  const end = text.indexOf('\n', start);
  return end < 0
    ? { text: text.slice(start), start, next: text.length }
    : { text: text.slice(start, end), start, next: end + 1 };
}

/**
 * Parts front matter from the body: YAML between `---` lines (or down to `...`, as pandoc has it), TOML between `+++`
 * lines and JSON in braces (Hugo), and `Key: value` lines down to a blank one (Pelican). Blank lines in front are passed over.
 */
export function takeFront(text: string): Fenced {
  let line = 1;
  let row = rowAt(text, 0);
  while (row.text.trim() === '' && row.next < text.length) {
    row = rowAt(text, row.next);
    line++;
  }
  const opening = OPENING.exec(row.text.trimEnd());
  if (opening) return fenced(text, row, line, opening[1] ?? '', opening[2] ?? '');
  if (row.text.trimEnd() === '{') return braced(text, row, line);
  if (row.text.startsWith('% ')) return titled(text, row, line);
  if (row.text.startsWith('# ')) return headedBelow(text, row, line);
  return HEADER_LINE.test(row.text) ? headed(text, row, line) : { kind: 'none' };
}

/** Pandoc's title block: up to three lines with a percent sign, for the title, the authors and the date. */
function titled(text: string, first: Row, line: number): Fenced {
  const lines: string[] = [];
  let at = first.start;
  for (let row = first; row.text.startsWith('%') && lines.length < TITLE_BLOCK.length; ) {
    lines.push(`${TITLE_BLOCK[lines.length]}: ${row.text.slice(1).trim()}`);
    at = row.next;
    if (at >= text.length) break;
    row = rowAt(text, at);
  }
  return {
    kind: 'front',
    language: 'title-block',
    raw: lines.join('\n'),
    line,
    body: text.slice(at),
    bodyLine: line + lines.length,
    closed: true,
  };
}

/** Notion's pages: the properties stand below the headline, as `Key: value` lines. */
function headedBelow(text: string, headline: Row, line: number): Fenced {
  let row = headline;
  let below = line;
  do {
    if (row.next >= text.length) return { kind: 'none' };
    row = rowAt(text, row.next);
    below++;
  } while (row.text.trim() === '');
  const found = HEADER_LINE.test(row.text) ? headed(text, row, below) : null;
  if (found?.kind !== 'front' || found.language !== 'header') return { kind: 'none' };
  const lines = found.bodyLine - below;
  // The headline stays in the body, and every line where it was.
  const body = `${text.slice(0, row.start)}${'\n'.repeat(lines)}${found.body}`;
  return { ...found, body, bodyLine: 1 };
}

function fenced(text: string, opening: Row, line: number, fence: string, named: string): Fenced {
  if (CODE.test(named))
    return {
      kind: 'refused',
      line,
      problem: 'Front matter that runs code is refused. Write it in YAML, between "---" lines.',
    };
  const language = fence === '+++' && named === '' ? 'toml' : LANGUAGES[named.toLowerCase()];
  if (language === undefined)
    return {
      kind: 'refused',
      line,
      problem: `Its front matter is in a language I don't know, "${named}". Write it in YAML, between "---" lines.`,
    };
  const closes = (row: string) => row === fence || (fence === '---' && row === '...');
  let bodyLine = line + 1;
  for (let at = opening.next; at < text.length; bodyLine++) {
    const row = rowAt(text, at);
    if (closes(row.text.trimEnd())) {
      const raw = text.slice(opening.next, row.start);
      return {
        kind: 'front',
        language,
        raw,
        line: line + 1,
        body: text.slice(row.next),
        bodyLine: bodyLine + 1,
        closed: true,
      };
    }
    at = row.next;
  }
  const raw = text.slice(opening.next);
  return { kind: 'front', language, raw, line: line + 1, body: '', bodyLine, closed: false };
}

/** Hugo's JSON: the braces stand on lines of their own. */
function braced(text: string, opening: Row, line: number): Fenced {
  let bodyLine = line + 1;
  for (let at = opening.next; at < text.length; bodyLine++) {
    const row = rowAt(text, at);
    if (row.text.trimEnd() === '}') {
      const raw = text.slice(opening.start, row.next);
      return {
        kind: 'front',
        language: 'json',
        raw,
        line,
        body: text.slice(row.next),
        bodyLine: bodyLine + 1,
        closed: true,
      };
    }
    at = row.next;
  }
  return { kind: 'none' };
}

/**
 * Only lines with a key, a date among them, make a header: a text may begin with a word and a colon. It ends at a blank line, or as
 * YAML at a `---` line (Hexo).
 */
function headed(text: string, first: Row, line: number): Fenced {
  let hasDate = false;
  let isYaml = false;
  let bodyLine = line;
  let at = first.start;
  const front = (language: Language, next: number, after: number): Fenced => {
    const raw = text.slice(first.start, at);
    return { kind: 'front', language, raw, line, body: text.slice(next), bodyLine: after, closed: true };
  };
  for (; at < text.length; bodyLine++) {
    const row = rowAt(text, at);
    if (row.text.trim() === '') break;
    if (row.text.trimEnd() === '---')
      return hasDate ? front('yaml', row.next, bodyLine + 1) : { kind: 'none' };
    const key = HEADER_LINE.exec(row.text)?.[1];
    if (key === undefined && !YAML_GOES_ON.test(row.text)) return { kind: 'none' };
    isYaml ||= key === undefined;
    hasDate ||= key?.toLowerCase() === 'date';
    at = row.next;
  }
  return hasDate && !isYaml ? front('header', at, bodyLine) : { kind: 'none' };
}
