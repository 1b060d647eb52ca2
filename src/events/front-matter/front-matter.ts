import { dateProblem, readFullDay } from '../../time/full-day.js';
import type { CalendarDate } from '../calendar-date.js';
import { withoutComments } from '../comments.js';
import type { EventSource } from '../event.js';
import type { DraftLink, Given, KeptBack } from '../event-draft.js';
import { readLink } from '../link.js';
import type { ContentProblem } from '../problem.js';
import { type Fenced, type Language, takeFront } from './fence.js';
import { keptBack } from './kept-back.js';
import { cleanText, lineList, linkList, nestedProblem, sourceList } from './lists.js';
import { readPlainLines } from './plain-lines.js';
import { type Schedule, scheduleOf } from './schedule.js';
import { readToml } from './toml.js';
import { type Entries, type EntriesReading, isEmpty, type LineProblem, type Value } from './value.js';
import { readYaml } from './yaml.js';

/** What front matter says of an event; null where it doesn't say. Unknown keys are left to those who wrote them. */
export interface FrontMatter {
  readonly date: CalendarDate | null;
  readonly headline: string | null;
  readonly story: string | null;
  readonly id: string | null;
  readonly topics: readonly string[];
  /** Other names of the file, under which links may lead to it. */
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly sources: readonly EventSource[];
  /** The page an imported event was read from: a source, named after the others. */
  readonly page: readonly EventSource[];
  /** Whether the event is gone from where it was imported from: it keeps its file and is not served. */
  readonly gone: boolean;
  /** Why its writer does not want it shown now; null where they do. */
  readonly keptBack: KeptBack | null;
  /** When it is to be shown or hidden; null where its writer scheduled nothing that is still to come. */
  readonly changesAt: number | null;
  /** What it is written in. */
  readonly language: Language;
  /** Where it gives no date: the first key that has a full day, as it was written (when the file was made, say). */
  readonly otherDay: OtherDay | null;
  readonly related: readonly DraftLink[];
  /** Null where it gives neither an id nor related events. */
  readonly given: Given | null;
  readonly problems: readonly Omit<ContentProblem, 'path'>[];
}

/** A key with a day that is not known to be the event's. */
export interface OtherDay {
  readonly key: string;
  readonly text: string;
  readonly day: CalendarDate;
  readonly line: number;
}

/** A file's front matter and its body; `bodyLine` is the line the body begins at. */
export type FrontMatterReading =
  | { readonly kind: 'none'; readonly body: string; readonly bodyLine: 1 }
  | { readonly kind: 'keys'; readonly keys: FrontMatter; readonly body: string; readonly bodyLine: number }
  | { readonly kind: 'kept-back'; readonly why: KeptBack }
  | { readonly kind: 'broken'; readonly problems: readonly ContentProblem[] };

const NEVER_CLOSED =
  'Its front matter is never closed, so that all of the file is read as keys: put a "---" line after them.';
const EVENT_ID = /^[\w-]{4,64}$/;
/** A place that a template of Obsidian, Templater, Jekyll or Hugo leaves for a value. */
const PLACEHOLDER = /^(?:\{\{[^{}]{0,200}\}\}|<%[^%]{0,200}%>|\{%[^%]{0,200}%\})/;
const PLACEHOLDER_LINE = /^(?:date|title|headline)[ \t]*[:=][ \t]*["']?(?:\{\{|<%|\{%)/im;

/**
 * Reads the front matter a text begins with, if it begins with one.
 *
 * @param now the moment it is, in milliseconds since 1970.
 */
export function readFrontMatter(path: string, text: string, now: number): FrontMatterReading {
  const front = takeFront(text);
  if (front.kind === 'none') return { kind: 'none', body: text, bodyLine: 1 };
  if (front.kind === 'refused') return broken(path, [front]);
  // A template is no event and no mistake, though YAML may not be able to read it.
  if (PLACEHOLDER_LINE.test(front.raw)) return { kind: 'kept-back', why: 'template' };
  const reading = entriesOf(front);
  if (reading.kind === 'unreadable') {
    const unclosed = front.closed ? [] : [{ line: front.line - 1, problem: NEVER_CLOSED }];
    return broken(path, [...unclosed, ...reading.problems]);
  }
  const keys = keysOf(path, reading, front.language, now);
  const problems = front.closed
    ? keys.problems
    : [...keys.problems, { line: front.line - 1, problem: NEVER_CLOSED, severity: 'noticed' as const }];
  return { kind: 'keys', keys: { ...keys, problems }, body: front.body, bodyLine: front.bodyLine };
}

function broken(path: string, problems: readonly LineProblem[]): FrontMatterReading {
  return {
    kind: 'broken',
    problems: problems.map(({ line, problem }) => ({ path, line, problem, severity: 'skipped' })),
  };
}

function entriesOf(front: Fenced & { kind: 'front' }): EntriesReading {
  const { language, line } = front;
  const raw = front.raw.includes('\r') ? front.raw.replace(/\r\n?/g, '\n') : front.raw;
  if (language === 'toml') return readToml(raw, line);
  if (language === 'header' || language === 'title-block')
    return { kind: 'entries', entries: headerLines(raw, line), noticed: [] };
  const plain = readPlainLines(raw, line);
  return plain ? { kind: 'entries', entries: plain, noticed: [] } : readYaml(raw, line);
}

function headerLines(raw: string, line: number): Entries {
  const rows = raw.split('\n').flatMap((row, i): [string, Value][] => {
    const colon = row.indexOf(':');
    return colon < 0
      ? []
      : [
          [
            row.slice(0, colon),
            {
              kind: 'text',
              text: row
                .slice(colon + 1)
                .replace(/^:/, '')
                .trim(),
              line: line + i,
            },
          ],
        ];
  });
  return new Map(rows);
}

/** Keys may be written in any case, as Pelican has them; the first of several is the one. */
function lowerCase(entries: Entries): Entries {
  const lower = new Map<string, Value>();
  for (const [key, value] of entries) {
    const name = key.trim().toLowerCase();
    if (!lower.has(name)) lower.set(name, value);
  }
  return lower;
}

function keysOf(
  path: string,
  reading: EntriesReading & { kind: 'entries' },
  language: Language,
  now: number,
): FrontMatter {
  const entries = lowerCase(reading.entries);
  const problems: Omit<ContentProblem, 'path'>[] = reading.noticed.map((flaw) => ({
    ...flaw,
    severity: 'noticed',
  }));
  const report = (line: number, problem: string) => problems.push({ line, problem, severity: 'noticed' });
  const refuse = (line: number, problem: string) => problems.push({ line, problem, severity: 'skipped' });
  /** The one line that the first of some keys gives. */
  const line = (name: string, ...keys: string[]) => {
    const value = keys.map((key) => entries.get(key)).find((found) => !isEmpty(found));
    if (value?.kind === 'text') return cleanText(value.text) || null;
    if (value) report(value.line, nestedProblem(`The ${name}`, value));
    return null;
  };
  const id = line('id', 'id');
  if (id !== null && !EVENT_ID.test(id))
    report(
      lineOf(entries, 'id'),
      'The id was left out: it may hold letters, digits, "-" and "_", 4 to 64 of them.',
    );
  const related = linkList(entries.get('related'), report);
  const page = sourceList(entries.get('page'), report);
  const gone = isSet(entries.get('gone'));
  // The import marks its own files so, and names their page; in a file of somebody's own the key may mean anything.
  if (gone && page.length === 0)
    refuse(lineOf(entries, 'gone'), 'It is left out because of its key "gone". Remove that key to show it.');
  const written = firstOf(entries, ['date', 'pubdate', 'publishdate']);
  const schedule: Schedule = scheduleOf(entries, now, refuse);
  return {
    date: dateIn(written, refuse),
    headline: line('headline', 'headline', 'title'),
    story: line('story', 'story'),
    id: id !== null && EVENT_ID.test(id) ? id : null,
    topics: topicsIn(path, entries, report),
    aliases: [
      ...lineList(entries.get('aliases'), 'An alias', report),
      ...lineList(entries.get('alias'), 'An alias', report),
    ],
    summary: line('summary', 'summary', 'description', 'excerpt', 'abstract') ?? '',
    sources: [...sourceList(entries.get('sources'), report), ...sourceList(entries.get('source'), report)],
    page,
    gone,
    keptBack: keptBack(entries) ?? schedule.why,
    changesAt: schedule.changesAt,
    language,
    otherDay: written === undefined ? otherDayIn(reading.entries) : null,
    related: related.map(({ path, headline, context }) => ({ path, headline, context })),
    given:
      id === null && related.length === 0
        ? null
        : { idLine: lineOf(entries, 'id'), related: related.map(({ path, line }) => ({ path, line })) },
    problems,
  };
}

/** The first of some keys that says something. Astro and Hugo have other names for a text's date. */
const firstOf = (entries: Entries, keys: readonly string[]) =>
  keys.map((key) => entries.get(key)).find((value) => !isEmpty(value));
const lineOf = (entries: Entries, key: string) => entries.get(key)?.line ?? 1;
const isSet = (value: Value | undefined) =>
  !isEmpty(value) && !(value?.kind === 'text' && /^(?:false|no|off)$/i.test(value.text));

/**
 * The date as written, on no clock: a time of day and its offset name no other day. It may be a link to the note of its day, as
 * Obsidian has them.
 */
function dateIn(
  value: Value | undefined,
  refuse: (line: number, problem: string) => void,
): CalendarDate | null {
  if (value === undefined || isEmpty(value)) return null;
  if (value.kind !== 'text') {
    const what = value.kind === 'list' ? 'a list' : 'a map';
    refuse(
      value.line,
      `The date is ${what}. Write it as 2016-04-08, and a link to a day in quotes, as in "[[2016-04-14]]".`,
    );
    return null;
  }
  const text = withoutComments(value.text).text.trim();
  const link = readLink(text);
  const label = link ? (link.target.startsWith('[[') ? link.target.slice(2, -2) : link.label) : text;
  const written = link ? label.slice(label.lastIndexOf('/') + 1) : text;
  const read = readFullDay(written);
  if (read?.kind === 'date') return read.date;
  refuse(value.line, dateProblem(written, read) ?? '');
  return null;
}

/** The first key that has a full day as its text. */
function otherDayIn(entries: Entries): OtherDay | null {
  for (const [key, value] of entries) {
    if (value.kind !== 'text' || !/\d/.test(value.text)) continue;
    const { text, line } = value;
    const read = readFullDay(text);
    if (read?.kind === 'date') return { key, text, day: read.date, line };
  }
  return null;
}

/** Topics, tags, categories and keywords, all of them. An imported event's `category` is its page's heading, no topic. */
function topicsIn(path: string, entries: Entries, report: (line: number, problem: string) => void): string[] {
  const isJekyll = entries.has('layout') || /\/_posts\//.test(path);
  const keys = [
    'topics',
    'topic',
    'tags',
    'tag',
    'categories',
    'keywords',
    ...(entries.has('revision') ? [] : ['category']),
  ];
  return keys.flatMap((key) => {
    const value = entries.get(key);
    const byBlank =
      isJekyll && /^(?:tags|categories)$/.test(key) && value?.kind === 'text' && !value.text.includes(',');
    // Jekyll reads one line as several values, separated by blanks.
    const parted: Value | undefined = byBlank
      ? { ...value, text: value.text.trim().split(/\s+/).join(',') }
      : value;
    return lineList(parted, 'A topic', report);
  });
}

/** Whether a text still holds what a template left to be filled in. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}
