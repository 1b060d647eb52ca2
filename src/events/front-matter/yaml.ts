import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { EntriesReading, LineProblem, Value } from './value.js';

/** Front matter of an event is a page at most; what is longer takes long to read. */
const LONGEST = 16_384;
/** Marks that make up structure; a text of nothing else takes long to read as well. */
const MARKS = /[,[\]{}&*!?|>:#"'-]/g;
const MOST_MARKS = 1500;
const MOST_LINES = 500;
/** Problems of a file that are reported; what follows from them is noise. */
const MOST_TOLD = 3;
/** Entries that merge keys (`<<`) may bring into all maps together. */
const MOST_MERGED = 2000;

/** Tags that name a plain scalar, collection or date: what they hold is read as it is written. */
const KNOWN_TAG =
  /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|binary|map|seq|set|omap|merge))$/;
const NULL = /^(?:null|~)?$/i;

/**
 * Reads YAML with texts as they stand (the failsafe schema): anchors, aliases and merge keys are followed, each once, so
 * that what refers to itself many times costs no more than it is long.
 *
 * @param line the line that `raw` begins at.
 */
export function readYaml(raw: string, line: number): EntriesReading {
  if (raw.length > LONGEST)
    return unreadable([
      { line, problem: `Its front matter has ${raw.length} characters; ${LONGEST} is the most.` },
    ]);
  if ((raw.match(MARKS)?.length ?? 0) > MOST_MARKS || (raw.match(/\n/g)?.length ?? 0) > MOST_LINES)
    return unreadable([
      { line, problem: "Its front matter can't be read: it is nested or listed beyond all bounds." },
    ]);
  const first = parsed(raw, line);
  if (first.kind === 'entries') return first;
  const mended = quotedColons(raw, line);
  const second = mended && parsed(mended.raw, line);
  return second?.kind === 'entries' ? { ...second, noticed: mended?.noticed ?? [] } : first;
}

const unreadable = (problems: readonly LineProblem[]): EntriesReading => ({ kind: 'unreadable', problems });

function parsed(raw: string, line: number): EntriesReading {
  const lines = new LineCounter();
  const lineAt = (offset: number) => line - 1 + lines.linePos(offset).line;
  const document = parseDocument(raw, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const { errors, contents } = document;
  const flaws = errors.map(({ code, message, pos }) => ({
    line: lineAt(pos[0]),
    problem: `Its front matter can't be read: ${SENTENCES[code] ?? `${message.split('\n', 1)[0]}.`}`,
  }));
  if (flaws.length > 0) return unreadable(onePerLine(flaws).slice(0, MOST_TOLD));
  if (contents === null) return { kind: 'entries', entries: new Map(), noticed: [] };
  try {
    const value = new Reader(lineAt, (alias) => alias.resolve(document)).read(contents);
    if (value.kind === 'map') return { kind: 'entries', entries: value.entries, noticed: [] };
  } catch (error) {
    if (error instanceof YamlProblem)
      return unreadable([{ line: error.line, problem: `Its front matter can't be read: ${error.message}` }]);
    throw error;
  }
  return unreadable([{ line, problem: 'Its front matter is no list of "key: value" lines.' }]);
}

/** The parser's complaints in a person's words, by its code for them. */
const SENTENCES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'an alias (*name) takes neither an anchor nor a tag.',
  BAD_ALIAS:
    'an anchor (&name) or alias (*name) is spelt wrong. Put a text that begins with & or * in quotes.',
  BAD_INDENT: 'this line is not indented like its neighbours.',
  BAD_DQ_ESCAPE: 'a text in double quotes has a backslash that means nothing. Write it in single quotes.',
  BAD_SCALAR_START: 'a text that begins with @ or ` needs quotes around it.',
  BLOCK_AS_IMPLICIT_KEY:
    'a text with a colon in it needs quotes around it, as in title: "Harbour: A bridge opens".',
  BLOCK_IN_FLOW: 'a list in brackets holds an indented one.',
  MISSING_CHAR: 'something is missing here: a comma, a colon, a closing quote or bracket, or a line break.',
  MULTILINE_IMPLICIT_KEY: 'a key, its colon and the beginning of its text belong on one line.',
  MULTIPLE_ANCHORS: 'one text has several anchors (&name). Put a text that begins with & in quotes.',
  MULTIPLE_DOCS: 'a line "---" stands within it.',
  MULTIPLE_TAGS: 'one text has several tags (!name). Put a text that begins with ! in quotes.',
  RESOURCE_EXHAUSTION: 'it is nested beyond all bounds.',
  TAB_AS_INDENT: 'a line is indented with a tab. Use spaces.',
  UNEXPECTED_TOKEN: 'there is a mark here that YAML gives a meaning. Put the text in quotes.',
};

class YamlProblem extends Error {
  constructor(
    readonly line: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** Makes values of nodes, each node once whatever refers to it. */
class Reader {
  readonly #lineAt: (offset: number) => number;
  readonly #resolve: (alias: Alias) => Node | undefined;
  readonly #read = new Map<Node, Value>();
  readonly #under = new Set<Node>();
  #merged = 0;

  constructor(lineAt: (offset: number) => number, resolve: (alias: Alias) => Node | undefined) {
    this.#lineAt = lineAt;
    this.#resolve = resolve;
  }

  read(node: unknown): Value {
    if (isAlias(node)) {
      const line = this.#lineOf(node);
      const target = this.#resolve(node);
      if (target === undefined) throw new YamlProblem(line, `there is no anchor &${node.source}.`);
      if (this.#under.has(target)) throw new YamlProblem(line, `*${node.source} refers to itself.`);
      return this.read(target);
    }
    if (!isScalar(node) && !isSeq(node) && !isMap(node)) return { kind: 'text', text: '', line: 1 };
    const known = this.#read.get(node);
    if (known) return known;
    this.#under.add(node);
    const value = this.#valueOf(node);
    this.#under.delete(node);
    this.#read.set(node, value);
    return value;
  }

  #valueOf(node: Node): Value {
    const line = this.#lineOf(node);
    const { tag } = node as { tag?: string };
    if (tag !== undefined && !KNOWN_TAG.test(tag))
      throw new YamlProblem(line, `the tag ${tag.slice(0, 40)} is not known here. Leave it out.`);
    if (isScalar(node)) {
      const text = String(node.value ?? '');
      return { kind: 'text', text: node.type === 'PLAIN' && NULL.test(text) ? '' : text, line };
    }
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.read(item)), line };
    return { kind: 'map', entries: this.#entriesOf(node as YAMLMap), line };
  }

  #entriesOf(map: YAMLMap): Map<string, Value> {
    const entries = new Map<string, Value>();
    const merged: Pair[] = [];
    for (const pair of map.items) {
      const key = this.#keyOf(pair);
      if (key === '<<') merged.push(pair);
      else if (entries.has(key))
        throw new YamlProblem(this.#lineOf(pair.key as Node), `"${key.slice(0, 40)}" stands in it twice.`);
      else entries.set(key, this.#placed(this.read(pair.value), pair));
    }
    for (const pair of merged) this.#merge(entries, this.read(pair.value), pair);
    return entries;
  }

  /** An empty value is where its key is; one from an alias, too: there it can be corrected. */
  #placed(value: Value, pair: Pair): Value {
    const line = this.#lineOf(pair.key as Node);
    return isAlias(pair.value) || pair.value === null || value.line < line ? { ...value, line } : value;
  }

  #keyOf(pair: Pair): string {
    const key = this.read(pair.key);
    if (key.kind === 'text') return key.text;
    throw new YamlProblem(key.line, 'a list or a map stands where a key belongs.');
  }

  #merge(into: Map<string, Value>, value: Value, pair: Pair): void {
    const line = this.#lineOf(pair.key as Node);
    const maps = value.kind === 'list' ? value.items : [value];
    for (const map of maps) {
      if (map.kind !== 'map') throw new YamlProblem(line, '"<<" takes a map, or a list of maps.');
      this.#merged += map.entries.size;
      if (this.#merged > MOST_MERGED)
        throw new YamlProblem(line, '"<<" brings in more keys than an event can use.');
      for (const [key, item] of map.entries) if (!into.has(key)) into.set(key, { ...item, line });
    }
  }

  #lineOf(node: { range?: readonly number[] | null }): number {
    return this.#lineAt(node?.range?.[0] ?? 0);
  }
}

function onePerLine(problems: readonly LineProblem[]): LineProblem[] {
  const seen = new Set<number>();
  return problems.filter(({ line }) => !seen.has(line) && seen.add(line));
}

/** `title: Harbour: a bridge opens`, what people write most and YAML refuses most. */
const PLAIN_VALUE = /^([A-Za-z][\w-]*):[ \t]+([^"'[\]{}&*!|>%@`#\s-].*)$/;
const COLON = /:[ \t]/;

/** The text with quotes around the values of keys that hold a colon; null where there is none such. */
function quotedColons(raw: string, line: number): { raw: string; noticed: LineProblem[] } | null {
  const noticed: LineProblem[] = [];
  const rows = raw.split(/\r?\n/).map((row, i) => {
    const [, key = '', value = ''] = PLAIN_VALUE.exec(row) ?? [];
    if (!COLON.test(value)) return row;
    noticed.push({ line: line + i, problem: `The text of "${key}" has a colon in it: put it in quotes.` });
    return `${key}: '${value.trim().replaceAll("'", "''")}'`;
  });
  return noticed.length > 0 ? { raw: rows.join('\n'), noticed } : null;
}
