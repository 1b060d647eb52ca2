/**
 * What front matter, a column or a key gives, whatever language it is written in: texts as they were written, lists and
 * maps. No number, truth value or date is made of a text: `3.10`, `007`, `NO` and `12:30` stay as they stand. An empty text
 * is a value that was left out. `line` counts from 1, in the file.
 */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly line: number }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value>; readonly line: number };

/** The keys of a file's front matter, as they were written. */
export type Entries = ReadonlyMap<string, Value>;

/** What is wrong in a file, with the line it is on. */
export interface LineProblem {
  readonly line: number;
  readonly problem: string;
}

/** Front matter read, or each problem that makes it unreadable. What was read in spite of a flaw is in `noticed`. */
export type EntriesReading =
  | { readonly kind: 'entries'; readonly entries: Entries; readonly noticed: readonly LineProblem[] }
  | { readonly kind: 'unreadable'; readonly problems: readonly LineProblem[] };

/** Called for each value that can't be used. */
export type Report = (line: number, problem: string) => void;

/** A value that says nothing: there is none, or an empty text, list or map. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined) return true;
  if (value.kind === 'text') return value.text.trim() === '';
  return value.kind === 'list' ? value.items.length === 0 : value.entries.size === 0;
}

/** The value of a program's data (of a JSON line, a cell): numbers and truth values as they are written. */
export function valueFrom(data: unknown, line: number, depth = 0): Value {
  if (Array.isArray(data) && depth < 3)
    return { kind: 'list', items: data.map((item) => valueFrom(item, line, depth + 1)), line };
  if (data !== null && typeof data === 'object' && depth < 3) {
    const entries = Object.entries(data).map(
      ([key, item]) => [key, valueFrom(item, line, depth + 1)] as const,
    );
    return { kind: 'map', entries: new Map(entries), line };
  }
  const isScalar = ['string', 'number', 'boolean', 'bigint'].includes(typeof data);
  return { kind: 'text', text: isScalar ? String(data) : '', line };
}
