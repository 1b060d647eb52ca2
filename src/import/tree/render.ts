import { type CalendarDate, dateParts } from '../../events/calendar-date.js';
import { type DatedPage, type EventRecord, headlineOf, LICENCE, type PageRecord } from '../record.js';
import type { Citation } from '../wikitext/reading.js';
import type { FileComposer, SealedFile } from './sealed-file.js';

/** An event that belongs to another, with what they share; both encoded, as many files hold them. */
export interface RelatedLine {
  /** The event as `linkTo` writes it. */
  readonly link: Uint8Array;
  /** Terms as `termInContext` writes them. */
  readonly context: readonly Uint8Array[];
}

const encode = (text: string): Uint8Array => Buffer.from(text);
/** What a file says about related events and terms, many times over. */
const MARKS = {
  space: encode(' '),
  context: encode('_Context:'),
  contextEnd: encode('_'),
  lineEnd: encode('\n'),
};
const NUMBERS = Array.from({ length: 10 }, (_, at) => encode(`${at + 1}. `));

/** The folder of a date in the tree, "/news/2016/04/8". */
export function dayFolder(date: CalendarDate): string {
  const { day } = dateParts(date);
  return `/news/${date.slice(0, 4)}/${date.slice(5, 7)}/${day}`;
}

const dayLabel = (date: CalendarDate) => `${date.slice(0, 8)}${dateParts(date).day}`;

const CONVERTED = 'converted: "by Dateline, from wikitext to plain text; the words are unchanged"';

function provenance(page: PageRecord, revision: number): string[] {
  return [
    `page: ${quoted(page.url)}`,
    `revision: ${revision}`,
    `licence: "${LICENCE.name}, ${LICENCE.url}"`,
    CONVERTED,
  ];
}

/** A link to another event's file, as lists of events hold it. */
export function linkTo(headline: string, path: string): Uint8Array {
  return encode(`[${markdownText(headline)} ](${path})`);
}

/** A term as a context holds it, with what parts it from the one before. */
export function termInContext(term: string): Uint8Array {
  return encode(`, ${term}`);
}

/** An event's file: front matter with where it came from, then the news archive's format. */
export function renderEvent(
  file: FileComposer,
  { date, page }: DatedPage,
  event: EventRecord,
  related: readonly RelatedLine[],
): SealedFile {
  const front = [`id: "${event.id}"`, ...topicsLine(event.topics)];
  if (event.category !== null) front.push(`category: ${quoted(event.category)}`);
  front.push(...provenance(page, event.revision));
  if (event.gone !== null) front.push(`gone: ${event.gone}`);
  const sources = [...event.citations, { name: 'Wikipedia', url: page.url }];
  file
    .begin(front)
    .text(headOf(date, headlineOf(event)))
    .text(sourceList(sources));
  if (related.length > 0) file.text('\n### Related:\n\n');
  related.forEach(({ link, context }, at) => {
    file.encoded(NUMBERS[at] ?? encode(`${at + 1}. `)).encoded(link);
    if (context.length > 0) contextOf(file.encoded(MARKS.space), context);
    file.encoded(MARKS.lineEnd);
  });
  return file.seal();
}

/** An event that a person gave, not Wikipedia: front matter with its identity, then the news archive's format. */
export function renderGiven(
  file: FileComposer,
  id: string,
  event: {
    readonly date: CalendarDate;
    readonly headline: string;
    readonly topics: readonly string[];
    readonly sources: readonly Citation[];
  },
): SealedFile {
  const { date, headline, topics, sources } = event;
  file.begin([`id: "${id}"`, ...topicsLine(topics)]).text(headOf(date, [...topics, headline].join(': ')));
  if (sources.length > 0) file.text(sourceList(sources));
  return file.seal();
}

/** A day's page: its events in the order of Wikipedia's page, each with what it is about. */
export function renderDayPage(
  file: FileComposer,
  { date, page }: DatedPage,
  listed: readonly RelatedLine[],
): SealedFile {
  const revision = Math.max(...page.events.map((event) => event.gone ?? event.revision));
  file.begin(provenance(page, revision)).text(`## [${dayLabel(date)}](${dayFolder(date)}/index.md)\n\n`);
  listed.forEach(({ link, context }, at) => {
    file
      .text(at > 0 ? '\n### ' : '### ')
      .encoded(link)
      .text('\n');
    if (context.length > 0) contextOf(file, context).text('\n');
  });
  return file.text('\n').seal();
}

function headOf(date: CalendarDate, headline: string): string {
  return `### [${dayLabel(date)}](${dayFolder(date)}/index.md)\n\n# ${markdownText(headline)} \n\n\n\n\n`;
}

function contextOf(file: FileComposer, context: readonly Uint8Array[]): FileComposer {
  file.encoded(MARKS.context);
  // The first one goes without its comma.
  context.forEach((term, at) => {
    file.encoded(term, at === 0 ? 1 : 0);
  });
  return file.encoded(MARKS.contextEnd);
}

function sourceList(sources: readonly Citation[]): string {
  return `### Source:\n\n${sources.map(sourceItem).join('')}`;
}

function sourceItem({ name, url }: Citation, at: number): string {
  return `${at + 1}. [${labelText(name)}](${linkTarget(url)})\n`;
}

function topicsLine(topics: readonly string[]): string[] {
  return topics.length > 0
    ? [`topics: [${topics.map((topic) => quoted(markdownText(topic))).join(', ')}]`]
    : [];
}

/** A string of JSON, which YAML reads as well. Few texts need more than the quotation marks. */
function quoted(text: string): string {
  return /["\\\p{Cc}\p{Cs}]/u.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** Text that reads as itself: what would be read as an HTML entity, a comment or the end of a heading is written as one. */
function markdownText(text: string): string {
  const plain = text.includes('&') ? text.replace(/&(?=#?\w{1,8};)/g, '&amp;') : text;
  if (!/%%|<!--|#$/.test(plain)) return plain;
  return plain.replaceAll('%%', '%&#37;').replaceAll('<!--', '&lt;!--').replace(/#$/, '&#35;');
}

/** A link's label; brackets that don't pair would end it early. */
function labelText(name: string): string {
  return markdownText(/[[\]]/.test(name) ? name.replaceAll('[', '(').replaceAll(']', ')') : name);
}

/** A link's target; brackets are written out where they don't pair, and two percent signs, which would open a comment. */
function linkTarget(written: string): string {
  const url = written.replaceAll('%%', '%25%');
  if (!/[()\s]/.test(url)) return url;
  const paired = /^[^()\s]*(?:\([^()\s]*\)[^()\s]*)*$/.test(url);
  return paired
    ? url
    : url.replace(
        /[()\s]/g,
        (c) => `%${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
      );
}
