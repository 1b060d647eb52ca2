import { parseInline } from './inline.js';
import type { Block } from './nodes.js';

const heading = /^(#{1,3})\s+(\S.*)$/;
const small = /^-#\s+(\S.*)$/;
const quote = /^> ?(.*)$/;
const item = /^(\s*)(?:[-*]|(\d{1,9})[.)])\s+(\S.*)$/;
const fence = /```(?:[\w+-]*\n)?(.*?)```/s;

/** Reads a message's or embed's text as Discord does: headings, small print, quotes, lists, code, paragraphs. */
export function parseMarkdown(text: string): Block[] {
  const code = fence.exec(text);
  if (code?.[1] !== undefined) {
    const before = text.slice(0, code.index).replace(/\n$/, '');
    const after = text.slice(code.index + code[0].length).replace(/^\n/, '');
    return [
      ...parseLines(before),
      { kind: 'code-block', text: code[1].replace(/^\n+/, '').trimEnd() },
      ...parseMarkdown(after),
    ];
  }
  return parseLines(text);
}

function parseLines(text: string): Block[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const title = heading.exec(line);
    const print = small.exec(line);
    if (line.startsWith('>>> ')) {
      const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n');
      return [...blocks, { kind: 'quote', blocks: parseLines(rest) }];
    }
    if (title?.[1] && title[2] !== undefined) {
      const level = title[1].length as 1 | 2 | 3;
      blocks.push({ kind: 'heading', level, children: parseInline(title[2]) });
      at++;
    } else if (print?.[1] !== undefined) {
      blocks.push({ kind: 'small', children: parseInline(print[1]) });
      at++;
    } else if (line.startsWith('> ')) {
      const taken = takeWhile(lines, at, (l) => l.startsWith('> ') || l === '>');
      const inner = taken.map((l) => quote.exec(l)?.[1] ?? '').join('\n');
      blocks.push({ kind: 'quote', blocks: parseLines(inner) });
      at += taken.length;
    } else if (item.test(line)) {
      const taken = takeWhile(lines, at, (l) => item.test(l) || /^\s{2,}\S/.test(l));
      blocks.push(...parseList(taken));
      at += taken.length;
    } else {
      const taken = takeWhile(lines, at, (l) => !startsBlock(l));
      blocks.push({ kind: 'paragraph', children: parseInline(taken.join('\n')) });
      at += taken.length;
    }
  }
  return blocks;
}

/** Items at the first item's depth; what is deeper belongs to the item above it. */
function parseList(lines: readonly string[]): Block[] {
  const depth = item.exec(lines[0] ?? '')?.[1]?.length ?? 0;
  const start = item.exec(lines[0] ?? '')?.[2];
  const items: Block[][] = [];
  for (let at = 0; at < lines.length; ) {
    const text = item.exec(lines[at] ?? '')?.[3] ?? (lines[at] ?? '').trim();
    const deeper = takeWhile(lines, at + 1, (l) => (/^\s*/.exec(l)?.[0].length ?? 0) > depth);
    const nested = deeper.length === 0 ? [] : parseLines(deeper.join('\n'));
    items.push([{ kind: 'paragraph', children: parseInline(text) }, ...nested]);
    at += 1 + deeper.length;
  }
  return [{ kind: 'list', start: start === undefined ? null : Number(start), items }];
}

const startsBlock = (line: string) =>
  heading.test(line) ||
  small.test(line) ||
  line.startsWith('> ') ||
  line.startsWith('>>> ') ||
  item.test(line);

function takeWhile(lines: readonly string[], from: number, fits: (line: string) => boolean): string[] {
  let end = from;
  while (end < lines.length && fits(lines[end] ?? '')) end++;
  return lines.slice(from, end);
}
