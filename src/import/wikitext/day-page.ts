import type { CalendarDate } from '../../events/calendar-date.js';
import { trimEnd } from '../../events/trim-end.js';
import { plainCharacters, protectNowiki } from './characters.js';
import { type Footnotes, InlineReader, tidy } from './inline.js';
import { type Line, readLines } from './lines.js';
import type { Citation, Item, Notice, Notify, Reading } from './reading.js';
import { leadIn, topicParts } from './topics.js';
import { unwrap, withoutComments } from './wrappers.js';

const EXCERPT = 160;

/** A row with its markup read. */
interface Row {
  readonly depth: number;
  readonly markup: string;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly links: readonly string[];
}

/** A topic row that is open, with what the rows below it take from it. */
interface Topic {
  readonly depth: number;
  readonly names: readonly string[];
  readonly citations: readonly Citation[];
  readonly links: readonly string[];
}

/** The longest pages have some 60,000 characters and 1,500 links and templates. */
const LONGEST_PAGE = 500_000;
const OPENINGS = /\[\[|\{\{|<ref/gi;
const MOST_OPENINGS = 12_000;

/** A page that is not read, with a sentence that says why. */
export class UnreadablePage extends Error {
  override readonly name = 'UnreadablePage';
}

/**
 * Reads the wikitext of one day of Portal:Current events, of any era. A row is a topic exactly if the next row under
 * the same heading is deeper; every other row is an item, under the topics that are shallower than it.
 *
 * @throws UnreadablePage where it is larger than any day's page.
 */
export function readDayPage(date: CalendarDate, wikitext: string): Reading {
  if (wikitext.length > LONGEST_PAGE || (wikitext.match(OPENINGS)?.length ?? 0) > MOST_OPENINGS)
    throw new UnreadablePage(
      `Its page is no day's page: it has ${wikitext.length} characters of nested markup.`,
    );
  const notices: Notice[] = [];
  const notify: Notify = (problem, passage) => {
    notices.push({
      problem,
      excerpt: passage
        .slice(0, 4 * EXCERPT)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, EXCERPT),
    });
  };
  const body = unwrap(withoutComments(protectNowiki(plainCharacters(wikitext)), notify), notify);
  const footnotes: Footnotes = new Map();
  const reading = { date, items: [] as Item[], topicRows: 0, sourceLinks: 0, notices };
  for (const section of sections(readLines(body, notify))) {
    const category = section.heading === null ? null : plainHeading(section.heading, footnotes, notify);
    const rows = withoutEmpty(
      section.rows.flatMap((line) => readRowOrNone(line, footnotes, notify)),
      notify,
    );
    let open: Topic[] = [];
    rows.forEach((row, index) => {
      reading.sourceLinks += row.citations.length;
      open = open.filter((topic) => topic.depth < row.depth);
      if ((rows[index + 1]?.depth ?? 0) > row.depth) {
        reading.topicRows += 1;
        open.push(topicOf(row, footnotes));
      } else {
        reading.items.push(itemOf(row, category, open, footnotes, notify));
      }
    });
  }
  return reading;
}

interface Section {
  readonly heading: string | null;
  readonly rows: Extract<Line, { kind: 'row' }>[];
}

function sections(lines: readonly Line[]): Section[] {
  const found: Section[] = [{ heading: null, rows: [] }];
  for (const line of lines) {
    if (line.kind === 'heading') found.push({ heading: line.markup, rows: [] });
    else found.at(-1)?.rows.push(line);
  }
  return found;
}

function plainHeading(markup: string, footnotes: Footnotes, notify: Notify): string | null {
  const text = trimEnd(new InlineReader(footnotes, notify).plain(markup), /[\s:]/);
  return text === '' ? null : text;
}

function readRow(line: Extract<Line, { kind: 'row' }>, footnotes: Footnotes, notify: Notify): Row {
  const reader = new InlineReader(footnotes, notify);
  const markup = line.markup.replace(/^[\s*]+/, '');
  const text = tidy(reader.read(markup));
  return { depth: line.depth, markup, text, citations: reader.citations, links: reader.links };
}

/** A row of a kind that nobody thought of must not take the other rows of its day with it. */
function readRowOrNone(line: Extract<Line, { kind: 'row' }>, footnotes: Footnotes, notify: Notify): Row[] {
  try {
    return [readRow(line, footnotes, notify)];
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    notify(`A row could not be read and was left out (${error.message}).`, line.markup);
    return [];
  }
}

/** Rows without words or sources are left out, unless deeper rows hang on them. */
function withoutEmpty(rows: readonly Row[], notify: Notify): Row[] {
  const kept: Row[] = [];
  for (const row of [...rows].reverse()) {
    const below = kept.at(-1);
    const empty = row.citations.length === 0 && !/[\p{L}\p{N}]/u.test(row.text);
    if (!empty || (below && below.depth > row.depth)) kept.push(row);
    else if (row.markup.trim() !== '') notify('A row without words was left out.', row.markup);
  }
  return kept.reverse();
}

function topicOf(row: Row, footnotes: Footnotes): Topic {
  const names = topicParts(row.markup)
    // A row that is one topic has been read already.
    .map((part) => (part === row.markup ? row.text : new InlineReader(footnotes, () => {}).plain(part)))
    .map((name) => withoutFullStop(trimEnd(name, /[\s:]/)))
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
  return { depth: row.depth, names, citations: row.citations, links: row.links };
}

/** A topic that is a whole sentence loses its full stop: the colon of a lead-in follows. "et al." keeps its own. */
function withoutFullStop(name: string): string {
  if (!name.endsWith('.')) return name;
  const words = name.split(/\s+/);
  return words.length > 4 && /^[^.]{4,}\.$/.test(words.at(-1) ?? '') ? name.slice(0, -1) : name;
}

function itemOf(
  row: Row,
  category: string | null,
  open: readonly Topic[],
  footnotes: Footnotes,
  notify: Notify,
): Item {
  const silent = () => {};
  const lead = leadIn(row.markup);
  const led = lead
    ? topicParts(lead.topic).map((part) => new InlineReader(footnotes, silent).plain(part))
    : [];
  let text = lead ? tidy(new InlineReader(footnotes, silent).read(lead.rest)) : row.text;
  if (text === '') {
    text = row.citations.map((citation) => citation.name || new URL(citation.url).hostname).join(', ');
    notify('A row has a source and no words; the name of its source stands in for them.', row.markup);
  }
  return {
    category,
    topics: distinct([...open.flatMap((topic) => topic.names), ...led]),
    text,
    citations: named([...row.citations, ...open.flatMap((topic) => topic.citations)]),
    links: distinct([...row.links, ...open.flatMap((topic) => topic.links)]),
  };
}

/** Each address once, under the first name it was given; one without a name takes its host's. */
function named(citations: readonly Citation[]): Citation[] {
  const byUrl = new Map<string, Citation>();
  for (const citation of citations) {
    const known = byUrl.get(citation.url);
    if (!known || (known.name === '' && citation.name !== '')) byUrl.set(citation.url, citation);
  }
  return [...byUrl.values()].map(({ name, url }) => ({
    name: name || new URL(url).hostname.replace(/^www\d?\./, ''),
    url,
  }));
}

const distinct = (texts: readonly string[]): readonly string[] =>
  texts.length > 1 ? [...new Set(texts)] : texts;
