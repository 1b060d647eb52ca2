/**
 * A piece of a markdown file that an event is read from. `line` counts from 1.
 *
 * The news archive's files are read by line rather than with a markdown lexer: their link titles hold unescaped brackets
 * that markdown reads differently, every report names a line, and a start-up reads tens of thousands of them.
 */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly line: number }
  | { readonly kind: 'item'; readonly text: string; readonly line: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly line: number };

const ITEM = /^\s{0,3}(?:\d{1,9}[.)]|[-*+])\s+(?=\S)/;
const RULE = /^\s{0,3}(?:[-*_]\s*){3,}$/;

/** How an item or a rule begins. */
const MARKED = /^[\d*+_-]/;

const linesOf = (text: string) => text.split(text.includes('\r') ? /\r\n|[\n\r]/ : '\n');

function headingDepth(line: string): number {
  let depth = 0;
  while (depth < 7 && line[depth] === '#') depth++;
  const next = line[depth];
  return depth <= 6 && (next === undefined || next === ' ' || next === '\t') ? depth : 0;
}

/** The headings, list items and paragraphs of a markdown text, in order. `firstLine` is the number of its first line. */
export function readBlocks(text: string, firstLine = 1): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let paragraphLine = 0;
  const endParagraph = () => {
    if (paragraph.length > 0)
      blocks.push({ kind: 'paragraph', text: paragraph.join('\n'), line: paragraphLine });
    paragraph = [];
  };
  let line = firstLine - 1;
  for (const row of linesOf(text)) {
    line++;
    const first = row.trimStart();
    if (first === '') {
      endParagraph();
      continue;
    }
    const depth = first[0] === '#' ? headingDepth(first) : 0;
    // Most lines show by their first character that they are neither.
    const marked = MARKED.test(first);
    const item = marked ? ITEM.exec(row) : null;
    if (depth > 0) {
      endParagraph();
      blocks.push({ kind: 'heading', depth, text: first.slice(depth).trim(), line });
    } else if (marked && RULE.test(row)) {
      endParagraph();
    } else if (item) {
      endParagraph();
      blocks.push({ kind: 'item', text: row.slice(item[0].length).trim(), line });
    } else {
      if (paragraph.length === 0) paragraphLine = line;
      paragraph.push(first.trimEnd());
    }
  }
  endParagraph();
  return blocks;
}
