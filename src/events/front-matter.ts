import matter from 'gray-matter';
import type { CalendarDate } from './calendar-date.js';
import type { EventSource } from './event.js';
import { readDate } from './event-date.js';
import type { DraftLink, Given } from './event-draft.js';
import { lineList, linkList, sourceList } from './front-matter-lists.js';
import { plainText } from './plain-text.js';
import type { ContentProblem } from './problem.js';

/** What front matter says of an event; null where it doesn't say. Unknown keys are left to those who wrote them. */
export interface FrontMatter {
  readonly date: CalendarDate | null;
  readonly headline: string | null;
  readonly story: string | null;
  readonly id: string | null;
  readonly topics: readonly string[];
  readonly summary: string;
  readonly sources: readonly EventSource[];
  /** The page an imported event was read from: a source, named after the others. */
  readonly page: readonly EventSource[];
  /** Whether the event no longer stands where it was imported from: it keeps its file and is not served. */
  readonly gone: boolean;
  readonly related: readonly DraftLink[];
  /** Null where it gives neither an id nor related events. */
  readonly given: Given | null;
  readonly problems: readonly Omit<ContentProblem, 'path'>[];
}

/** A file's front matter and its body; `bodyLine` is the line the body begins at. */
export type FrontMatterReading =
  | { readonly kind: 'none'; readonly body: string; readonly bodyLine: 1 }
  | { readonly kind: 'keys'; readonly keys: FrontMatter; readonly body: string; readonly bodyLine: number }
  | { readonly kind: 'broken'; readonly problem: ContentProblem };

/** Front matter as code (`---js`) is refused: a content folder must not run anything. */
function refuseCode(): never {
  throw new Error('Front matter that runs code is refused. Write it in YAML, between "---" lines.');
}

// Options are handed over because gray-matter caches by content when it is called without any.
const OPTIONS = {
  language: 'yaml',
  engines: { js: refuseCode, javascript: refuseCode, coffee: refuseCode, coffeescript: refuseCode },
};
const NEVER_CLOSED = {
  line: 1,
  problem:
    'Its front matter is never closed, so that all of the file is read as keys: put a "---" line after them.',
  severity: 'noticed',
} as const;
const EVENT_ID = /^[\w-]{4,64}$/;

/** Reads the front matter a text begins with, if it begins with one. */
export function readFrontMatter(path: string, text: string): FrontMatterReading {
  if (!text.startsWith('---')) return { kind: 'none', body: text, bodyLine: 1 };
  try {
    const file = matter(text, OPTIONS);
    const data: unknown = file.data;
    if (data === null || typeof data !== 'object' || Array.isArray(data))
      return broken(path, 2, 'Its front matter is no list of "key: value" lines.');
    const raw = file.matter ?? '';
    const bodyLine = countLines(text) - countLines(file.content) + 1;
    const keys = keysOf(new Map(Object.entries(data)), raw);
    const problems = /\n---/.test(text) ? keys.problems : [...keys.problems, NEVER_CLOSED];
    return { kind: 'keys', keys: { ...keys, problems }, body: file.content, bodyLine };
  } catch (error) {
    return broken(path, errorLine(error), `Its front matter can't be read: ${reasonOf(error)}`);
  }
}

function broken(path: string, line: number, problem: string): FrontMatterReading {
  return { kind: 'broken', problem: { path, line, problem, severity: 'skipped' } };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** js-yaml says where it stumbled, counting from the line after the opening `---`. */
function errorLine(error: unknown): number {
  const mark = error instanceof Error && 'mark' in error ? error.mark : null;
  const line = mark !== null && typeof mark === 'object' && 'line' in mark ? mark.line : null;
  return typeof line === 'number' ? line + 1 : 1;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'reason' in error && typeof error.reason === 'string')
    return `${error.reason}.`;
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}

function keysOf(data: ReadonlyMap<string, unknown>, raw: string): FrontMatter {
  const problems: Omit<ContentProblem, 'path'>[] = [];
  const report = (key: string, problem: string, severity: ContentProblem['severity'] = 'noticed') =>
    problems.push({ line: lineOfKey(raw, key), problem, severity });
  const sources = sourceList(data.get('sources') ?? data.get('source'), (p) => report('source', p));
  const page = sourceList(data.get('page'), (p) => report('page', p));
  const id = oneLine(data.get('id'));
  if (id !== null && !EVENT_ID.test(id))
    report('id', 'The id was left out: it may hold letters, digits, "-" and "_", 4 to 64 of them.');
  const gone = ![undefined, null, false, ''].some((unset) => unset === data.get('gone'));
  // The import marks its own files so, and names their page; in a file of somebody's own the key may mean anything.
  if (gone && page.length === 0)
    report('gone', 'It is left out because of its key "gone". Take that out to have it served.', 'skipped');
  const related = linkList(data.get('related'), (p) => report('related', p));
  return {
    date: dateOf(data, raw, report),
    headline: oneLine(data.get('headline') ?? data.get('title')),
    story: oneLine(data.get('story')),
    id: id !== null && EVENT_ID.test(id) ? id : null,
    topics: lineList(data.get('topics') ?? data.get('tags')),
    summary: oneLine(data.get('summary')) ?? '',
    sources,
    page,
    gone,
    related,
    given: id === null && related.length === 0 ? null : givenIn(raw, related),
    problems,
  };
}

/**
 * The date as written. YAML's own dates are instants (a zone could shift the day) and roll over (30 February becomes
 * 1 March), so the digits in the text decide.
 */
function dateOf(
  data: ReadonlyMap<string, unknown>,
  raw: string,
  report: (key: string, problem: string, severity: 'skipped') => void,
): CalendarDate | null {
  const value = data.get('date');
  if (value === undefined || value === null || value === '') return null;
  const written = value instanceof Date ? /^["']?date["']?\s*:\s*["']?([^\s"'#]+)/m.exec(raw)?.[1] : null;
  const text = written ?? (value instanceof Date ? value.toISOString() : String(value));
  const read = readDate(text);
  if (read?.kind === 'date') return read.date;
  report(
    'date',
    read
      ? `The calendar has no day ${read.text}. Write the date as 2016-04-08.`
      : `"${text.slice(0, 40)}" is no date. Write it as 2016-04-08.`,
    'skipped',
  );
  return null;
}

function oneLine(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return plainText(String(value)) || null;
}

function givenIn(raw: string, related: readonly DraftLink[]): Given {
  const lines = raw.split('\n');
  const lineOf = (path: string) => {
    const at = lines.findIndex((line) => line.includes(path.replace(/^\//, '')));
    return at < 0 ? lineOfKey(raw, 'related') : at + 1;
  };
  return {
    idLine: lineOfKey(raw, 'id'),
    related: related.map(({ path }) => ({ path, line: lineOf(path) })),
  };
}

/** Line of a key in the file; the line of the opening `---` where it can't be told. */
function lineOfKey(raw: string, key: string): number {
  const lines = raw.split('\n');
  const at = lines.findIndex((line) => line.startsWith(key) || line.startsWith(`"${key}`));
  return at < 0 ? 1 : at + 1;
}
