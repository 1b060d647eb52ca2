import { type CalendarDate, dateParts } from '../../events/calendar-date.js';
import { type EventRecord, headlineOf, LICENCE, type PageRecord } from '../record.js';
import { seal } from './seal.js';

/** An event that belongs to another, with what they share. */
export interface RelatedLine {
  /** The event as `linkTo` writes it. */
  readonly link: string;
  readonly context: readonly string[];
}

/** The folder of a date in the tree, "/news/2016/04/8". */
export function dayFolder(date: CalendarDate): string {
  const { day } = dateParts(date);
  return `/news/${date.slice(0, 4)}/${date.slice(5, 7)}/${day}`;
}

const dayLabel = (date: CalendarDate) => `${date.slice(0, 8)}${dateParts(date).day}`;

const CONVERTED = 'converted: "by Dateline, from wikitext to plain text; the words are unchanged"';

function provenance(page: PageRecord, revision: number): string[] {
  return [
    `page: ${JSON.stringify(page.url)}`,
    `revision: ${revision}`,
    `licence: "${LICENCE.name}, ${LICENCE.url}"`,
    CONVERTED,
  ];
}

/** A link to another event's file, as lists of events hold it. */
export function linkTo(headline: string, path: string): string {
  return `[${markdownText(headline)} ](${path})`;
}

/** An event's file: front matter with where it came from, then the seed's format. */
export function renderEvent(
  date: CalendarDate,
  page: PageRecord,
  event: EventRecord,
  related: readonly RelatedLine[],
): { text: string; hash: string } {
  const front = [`id: "${event.id}"`];
  if (event.topics.length > 0)
    front.push(`topics: [${event.topics.map((t) => JSON.stringify(t)).join(', ')}]`);
  if (event.category !== null) front.push(`category: ${JSON.stringify(event.category)}`);
  front.push(...provenance(page, event.revision));
  if (event.gone !== null) front.push(`gone: ${event.gone}`);
  const sources = [...event.citations, { name: 'Wikipedia', url: page.url }];
  let body = `${headOf(date, headlineOf(event))}### Source:\n\n${sources.map(sourceItem).join('')}`;
  if (related.length > 0) {
    body += '\n### Related:\n\n';
    related.forEach((line, at) => {
      const context = line.context.length > 0 ? ` _Context: ${line.context.join(', ')}_` : '';
      body += `${at + 1}. ${line.link}${context}\n`;
    });
  }
  return seal(front, body);
}

/** An event that a person gave, not Wikipedia: front matter with its identity, then the seed's format. */
export function renderGiven(
  id: string,
  event: {
    readonly date: CalendarDate;
    readonly headline: string;
    readonly topics: readonly string[];
    readonly sources: readonly { readonly name: string; readonly url: string }[];
  },
): { text: string; hash: string } {
  const { date, headline, topics, sources } = event;
  let body = `${headOf(date, [...topics, headline].join(': '))}`;
  if (sources.length > 0) body += `### Source:\n\n${sources.map(sourceItem).join('')}`;
  return seal([`id: "${id}"`, ...topicsLine(topics)], body);
}

/** A day's page: its events in the order of Wikipedia's page, each with what it is about. */
export function renderDayPage(
  date: CalendarDate,
  page: PageRecord,
  listed: readonly RelatedLine[],
): { text: string; hash: string } {
  const items = listed.map(
    (line) => `### ${line.link}\n${line.context.length > 0 ? `_Context: ${line.context.join(', ')}_\n` : ''}`,
  );
  const body = `## [${dayLabel(date)}](${dayFolder(date)}/index.md)\n\n${items.join('\n')}\n`;
  const revision = Math.max(...page.events.map((event) => event.gone ?? event.revision));
  return seal(provenance(page, revision), body);
}

function headOf(date: CalendarDate, headline: string): string {
  return `### [${dayLabel(date)}](${dayFolder(date)}/index.md)\n\n# ${markdownText(headline)} \n\n\n\n\n`;
}

function sourceItem({ name, url }: { readonly name: string; readonly url: string }, at: number): string {
  return `${at + 1}. [${labelText(name)}](${linkTarget(url)})\n`;
}

function topicsLine(topics: readonly string[]): string[] {
  return topics.length > 0 ? [`topics: [${topics.map((topic) => JSON.stringify(topic)).join(', ')}]`] : [];
}

/** Text that reads as itself: what would be taken for an HTML entity is written as one. */
function markdownText(text: string): string {
  return text.includes('&') ? text.replace(/&(?=#?\w{1,8};)/g, '&amp;') : text;
}

/** A link's label; brackets that don't pair would end it early. */
function labelText(name: string): string {
  return markdownText(/[[\]]/.test(name) ? name.replaceAll('[', '(').replaceAll(']', ')') : name);
}

/** A link's target; brackets are written out where they don't pair. */
function linkTarget(url: string): string {
  if (!/[()\s]/.test(url)) return url;
  const paired = /^[^()\s]*(?:\([^()\s]*\)[^()\s]*)*$/.test(url);
  return paired
    ? url
    : url.replace(
        /[()\s]/g,
        (c) => `%${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
      );
}
