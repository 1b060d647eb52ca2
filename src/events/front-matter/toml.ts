import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Entries, EntriesReading, Value } from './value.js';

/** A TOML file that is larger takes long to read. */
const LONGEST = 16_384;
/** A key with a value that TOML would turn into a number: what was written is kept. */
const BARE = /^[ \t]*(?:"([^"\\]*)"|([\w-]+))[ \t]*=[ \t]*([^\s"'[{#][^#\r\n]*)/gm;
const TABLE = /^[ \t]*\[/m;

/**
 * Reads TOML, with figures and dates as they were written.
 *
 * @param line the line that `raw` begins at.
 */
export function readToml(raw: string, line: number): EntriesReading {
  if (raw.length > LONGEST) {
    const problem = `Its front matter has ${raw.length} characters; ${LONGEST} is the most.`;
    return { kind: 'unreadable', problems: [{ line, problem }] };
  }
  try {
    const data = parse(raw, { maxDepth: 20, integersAsBigInt: true });
    const lines = raw.split('\n');
    const top = raw.slice(0, TABLE.exec(raw)?.index);
    const written = new Map(
      [...top.matchAll(BARE)].map(([, quoted, bare = '', text = '']) => [quoted ?? bare, text.trim()]),
    );
    const entries = new Map<string, Value>();
    for (const [key, value] of Object.entries(data)) {
      const at = lines.findIndex((row) =>
        row
          .trimStart()
          .replace(/^["'[]+/, '')
          .startsWith(key),
      );
      const here = at < 0 ? line : line + at;
      const text = typeof value === 'object' && !(value instanceof TomlDate) ? undefined : written.get(key);
      entries.set(key, text === undefined ? valueIn(value, here) : { kind: 'text', text, line: here });
    }
    return { kind: 'entries', entries: withTaxonomies(entries), noticed: [] };
  } catch (error) {
    if (!(error instanceof TomlError || error instanceof RangeError)) throw error;
    const at = error instanceof TomlError ? line + error.line - 1 : line;
    const said = error.message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    const problem = `Its front matter can't be read as TOML: ${said}. Texts need quotes, as in title = "A bridge opens".`;
    return { kind: 'unreadable', problems: [{ line: at, problem }] };
  }
}

/** Zola keeps tags and categories in a table of their own. */
function withTaxonomies(entries: Map<string, Value>): Entries {
  const taxonomies = entries.get('taxonomies');
  if (taxonomies?.kind === 'map')
    for (const [key, value] of taxonomies.entries) if (!entries.has(key)) entries.set(key, value);
  return entries;
}

function valueIn(data: unknown, line: number): Value {
  if (data instanceof TomlDate) return { kind: 'text', text: data.toISOString(), line };
  if (Array.isArray(data)) return { kind: 'list', items: data.map((item) => valueIn(item, line)), line };
  if (data !== null && typeof data === 'object') {
    const entries = Object.entries(data).map(([key, item]) => [key, valueIn(item, line)] as const);
    return { kind: 'map', entries: new Map(entries), line };
  }
  return { kind: 'text', text: String(data), line };
}
