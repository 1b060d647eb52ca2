/**
 * A piece of a markdown file that an event is read from. `line` counts from 1.
 *
 * The news archive's files are read by line rather than with a markdown lexer: their link titles hold unescaped brackets
 * that markdown reads differently, every report names a line, and a start-up reads tens of thousands of them.
 */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly line: number }
  | { readonly kind: 'item'; readonly text: string; readonly line: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly line: number }
  /** A code block: its lines are text, whatever they look like. */
  | { readonly kind: 'code'; readonly text: string; readonly line: number };

const ITEM = /^[ \t]*(?:\d{1,9}[.)]|[-*+])[ \t]+(?=\S)/;
const TASK = /^\[[ xX/-]\] /;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** The line under a table's head. */
const TABLE_RULE = /^[|:\t -]+$/;
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/;
const FENCE = /^(?:(`{3,})(?!`)[^`]*|(~{3,}).*)$/s;
const QUOTE = /^(?:>[ \t]?)+/;
/** How a callout begins, `> [!note]- Title`: only its title is text. */
const CALLOUT = /^\[![\w-]{1,30}\][+-]?[ \t]*/;
/** What pandoc and kramdown set behind a heading: `{#id .class}`. */
const ATTRIBUTES = /^\{[:#.][^{}]*\}$/;

/** A line that says how the text around it looks: pandoc's and Docusaurus' `:::` fences, kramdown's `{: .class}`. */
const LOOKS = /^(?::{3,}[ \t]*(?:\{[^{}]*\}|[\w-]*)|\{:[^{}]*\})$/;

/** How an item, a rule or a table's rule begins. */
const MARKED = /^[\d*+_|:-]/;
/** So deep is a line indented that is code where no list and no paragraph goes on. */
const CODE_INDENT = /^(?: {4}| {0,3}\t)/;

const linesOf = (text: string) => text.split(text.includes('\r') ? /\r\n|[\n\r]/ : '\n');

function headingDepth(line: string): number {
  let depth = 0;
  while (depth < 7 && line[depth] === '#') depth++;
  const next = line[depth];
  return depth <= 6 && (next === undefined || next === ' ' || next === '\t') ? depth : 0;
}

/** A heading's text without the hashes and attributes that may close it: `# Title #`. */
function headingText(written: string): string {
  let text = written.trim();
  const brace = text.endsWith('}') ? text.lastIndexOf('{') : -1;
  if (brace > 0 && ATTRIBUTES.test(text.slice(brace))) text = text.slice(0, brace).trimEnd();
  if (!text.endsWith('#')) return text;
  let end = text.length;
  while (text[end - 1] === '#') end--;
  return end === 0 || /[ \t]/.test(text[end - 1] ?? '') ? text.slice(0, end).trimEnd() : text;
}

function isLooks(row: string): boolean {
  const first = row.trimStart()[0];
  return (first === ':' || first === '{') && LOOKS.test(row.trim());
}

/** Gathers the blocks of a text as its lines come. */
class BlockReader {
  readonly blocks: Block[] = [];
  #paragraph: string[] = [];
  #paragraphLine = 0;
  #code: { readonly fence: string; readonly rows: string[]; readonly line: number } | null = null;
  /** Whether the line before belongs to a list: what is indented below it then continues it. */
  #inList = false;
  #blankBefore = true;

  take(row: string, line: number): void {
    const blank = row.trim() === '';
    if (this.#code) this.#takeCode(row);
    else if (blank || isLooks(row)) this.#endParagraph();
    else this.#takeText(row, line);
    this.#blankBefore = blank;
  }

  end(): Block[] {
    this.#endCode();
    this.#endParagraph();
    return this.blocks;
  }

  #takeText(row: string, line: number): void {
    let first = row.trimStart();
    if (this.#blankBefore && !this.#inList && CODE_INDENT.test(row) && !MARKED.test(first)) {
      if (first[0] === '#') return void this.blocks.push({ kind: 'code', text: first.trimEnd(), line });
    }
    const quoted = first[0] === '>' ? QUOTE.exec(first)?.[0] : undefined;
    if (quoted !== undefined) {
      first = first.slice(quoted.length).trimStart();
      if (first.startsWith('[!')) first = first.replace(CALLOUT, '');
      if (first === '') return void this.#endParagraph();
    }
    const fenced = first[0] === '`' || first[0] === '~' ? FENCE.exec(first) : null;
    const fence = fenced?.[1] ?? fenced?.[2];
    if (fence !== undefined) {
      this.#endParagraph();
      this.#code = { fence, rows: [], line };
      return;
    }
    const depth = first[0] === '#' ? headingDepth(first) : 0;
    if (depth > 0) {
      this.#endParagraph();
      this.#inList = false;
      this.blocks.push({ kind: 'heading', depth, text: headingText(first.slice(depth)), line });
    } else if (!this.#takeMarked(quoted === undefined ? row : first, first, line)) {
      if (this.#paragraph.length === 0) this.#paragraphLine = line;
      this.#paragraph.push(first.trimEnd());
      this.#inList &&= /^\s/.test(row) || !this.#blankBefore;
    }
  }

  /** A heading's underline, a rule or an item. Most lines show by their first character that they are none. */
  #takeMarked(row: string, first: string, line: number): boolean {
    if (!MARKED.test(first) && first[0] !== '=') return false;
    const underline = this.#paragraph.length > 0 ? SETEXT.exec(row)?.[1] : undefined;
    if (underline !== undefined) {
      const text = headingText(this.#paragraph.join(' '));
      this.blocks.push({
        kind: 'heading',
        depth: underline[0] === '=' ? 1 : 2,
        text,
        line: this.#paragraphLine,
      });
      this.#paragraph = [];
      return true;
    }
    if (RULE.test(row)) {
      this.#endParagraph();
      return true;
    }
    if (first.includes('|') && first.includes('-') && TABLE_RULE.test(first)) return true;
    const item = ITEM.exec(row);
    if (!item) return false;
    this.#endParagraph();
    this.#inList = true;
    this.blocks.push({ kind: 'item', text: row.slice(item[0].length).trim().replace(TASK, ''), line });
    return true;
  }

  #takeCode(row: string): void {
    const code = this.#code;
    if (!code) return;
    const text = row.trim().replace(QUOTE, '');
    if (text.startsWith(code.fence) && text.length === [...text].filter((c) => c === code.fence[0]).length)
      this.#endCode();
    else code.rows.push(text);
  }

  #endCode(): void {
    if (!this.#code) return;
    const { rows, line } = this.#code;
    this.#code = null;
    const text = rows.join('\n').trim();
    if (text !== '') this.blocks.push({ kind: 'code', text, line });
  }

  #endParagraph(): void {
    if (this.#paragraph.length > 0)
      this.blocks.push({ kind: 'paragraph', text: this.#paragraph.join('\n'), line: this.#paragraphLine });
    this.#paragraph = [];
  }
}

/** The headings, list items, paragraphs and code of a markdown text, in order. `firstLine` is the number of its first line. */
export function readBlocks(text: string, firstLine = 1): Block[] {
  const reader = new BlockReader();
  let line = firstLine - 1;
  for (const row of linesOf(text)) reader.take(row, ++line);
  return reader.end();
}
