import type { Entries, Value } from './value.js';

/** `key: "text"`, `key: text` or `key: ["text", "text"]` without anything that YAML reads in another way. */
const PLAIN_LINE =
  /^([A-Za-z][\w-]*): (?:"([^"\\]*)"|\[((?:"[^"\\]*"(?:, "[^"\\]*")*)?)\]|([A-Za-z\d/][\w./-]*(?: [\w./-]+)*))$/;
/** Words that YAML takes for no text. */
const NO_TEXT = /^(?:null|~)$/i;

/**
 * The keys of front matter that has one plain line a key, as the importer and most people write it; null for any other. Read
 * so, a start-up with tens of thousands of files takes a fifth of the time.
 *
 * @param line the line that `raw` begins at.
 */
export function readPlainLines(raw: string, line: number): Entries | null {
  const entries = new Map<string, Value>();
  let at = line - 1;
  for (const row of raw.split('\n')) {
    at++;
    if (row === '') continue;
    const match = PLAIN_LINE.exec(row);
    if (!match) return null;
    const [, key = '', quoted, list, plain] = match;
    if (entries.has(key) || (plain !== undefined && NO_TEXT.test(plain))) return null;
    const here = at;
    const text = (text: string): Value => ({ kind: 'text', text, line: here });
    if (list === undefined) entries.set(key, text(quoted ?? plain ?? ''));
    else
      entries.set(key, {
        kind: 'list',
        items: list === '' ? [] : list.slice(1, -1).split('", "').map(text),
        line: here,
      });
  }
  return entries;
}
