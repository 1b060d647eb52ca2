import { parse, TomlError } from 'smol-toml';
import type { Entries, EntriesReading, Value } from './value.js';

/** A TOML file that is larger takes long to read. */
const LONGEST = 16_384;
/** What TOML would make a number, a truth value or a date of. */
const TYPED = /^(?:[+-]?(?:\d|inf|nan)|(?:true|false)$)/;
/** A value without quotes; a date may have a blank before its time. */
const BARE = /[\w+\-.:]+(?: \d\d:[\w+\-.:]+)?/y;
const STRING = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const COMMENT = /#[^\n]*/y;
const HEADER = /\[[^\n]*/y;

/** TOML with every figure, truth value and date in quotes, so that each stays as it was written. */
function asTexts(raw: string): string {
  let written = '';
  const open: string[] = [];
  let isValue = false;
  let beginsLine = true;
  for (let at = 0; at < raw.length; ) {
    const char = raw[at] ?? '';
    const take = (what: RegExp) => {
      what.lastIndex = at;
      return what.exec(raw)?.[0] ?? '';
    };
    const header = beginsLine && open.length === 0 && char === '[' ? take(HEADER) : '';
    const bare = header === '' && isValue ? take(BARE) : '';
    const whole = header || take(STRING) || take(COMMENT) || bare || char;
    written += bare !== '' && whole === bare && TYPED.test(bare) ? `"${bare}"` : whole;
    at += whole.length;
    if (char === '[' && header === '') open.push('[');
    else if (char === '{') open.push('{');
    else if (char === ']' || char === '}') open.pop();
    if (char === '=' || (char === ',' && open.at(-1) === '[') || (char === '[' && header === ''))
      isValue = true;
    else if (!/\s/.test(char) || (char === '\n' && open.length === 0)) isValue = char === '#' && isValue;
    beginsLine = char === '\n' || (beginsLine && /\s/.test(char));
  }
  return written;
}

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
    const data = parse(asTexts(raw), { maxDepth: 20 });
    const lines = raw.split('\n');
    const entries = new Map<string, Value>();
    for (const [key, value] of Object.entries(data)) {
      const at = lines.findIndex((row) =>
        row
          .trimStart()
          .replace(/^["'[]+/, '')
          .startsWith(key),
      );
      entries.set(key, valueIn(value, at < 0 ? line : line + at));
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
  if (Array.isArray(data)) return { kind: 'list', items: data.map((item) => valueIn(item, line)), line };
  if (data !== null && typeof data === 'object') {
    const entries = Object.entries(data).map(([key, item]) => [key, valueIn(item, line)] as const);
    return { kind: 'map', entries: new Map(entries), line };
  }
  return { kind: 'text', text: String(data), line };
}
