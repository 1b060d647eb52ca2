import { systemClock } from '../clock.js';
import { readFullDay } from '../time/full-day.js';
import { type Block, readBlocks } from './blocks.js';
import type { CalendarDate } from './calendar-date.js';
import { withoutComments } from './comments.js';
import type { EventSource } from './event.js';
import type { DayListing, DraftLink, FileReading } from './event-draft.js';
import { type FileName, readFileName } from './file-name.js';
import { type FrontMatter, isPlaceholder, readFrontMatter } from './front-matter/front-matter.js';
import { eventLink, type Link, readLink, webAddress } from './link.js';
import type { ContentProblem } from './problem.js';
import { inlineReferences } from './reference-links.js';
import { type CoverImage, collectSources, readSource } from './source-item.js';
import { TextPool } from './text-pool.js';
import { noDate, noHeadline } from './what-is-missing.js';

/** Longest headline that is served; the longest known one has 1,400 characters. */
const HEADLINE_LIMIT = 4000;
/** Longest summary that is served; the rest is left out, and that is reported. */
const SUMMARY_LIMIT = 8000;

/** The label of `_Context: a, b_`, in any language. */
const CONTEXT_LABEL = /^_\s*\p{L}[\p{L} ]{0,20}[:：]/u;

/** The list in `_Context: a, b_`: a label, a colon and names, in italics; null where a text is something else. */
function contextOf(text: string): string | null {
  const label = text.startsWith('_') ? CONTEXT_LABEL.exec(text) : null;
  if (label === null) return null;
  return text.slice(label[0].length, text.endsWith('_') ? -1 : undefined).trim();
}

/** The line of other formats that the news archive's files begin with. */
const FORMATS = /^Formats:\s*\[/;
/** A date in a heading: there is nothing else in it. */
const DATE_HEADING = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
/** A name that is a sentence rather than a slug, as Obsidian's notes have. */
const TITLE_NAME = /^\p{Lu}.* /u;

/** Another kind of page rather than an event: a day's page, or what explains the folder. */
const PAGE_NAME =
  /\/(?:index|readme|attribution|licen[cs]e|copying|contributing|changelog|notice)\.(?:md|markdown)$/i;

/** What has been read so far of one file. */
class Reading {
  readonly problems: ContentProblem[] = [];
  readonly listings: { -readonly [K in keyof DayListing]: DayListing[K] }[] = [];
  readonly related: DraftLink[] = [];
  readonly sources: (EventSource | CoverImage)[] = [];
  readonly paragraphs: string[] = [];
  topics: string[] = [];
  date: CalendarDate | null = null;
  headline: string | null = null;
  headlineLine = 1;
  isTemplate = false;

  constructor(
    readonly path: string,
    readonly keys: FrontMatter | null,
    private readonly texts: TextPool,
  ) {
    this.headline = keys?.headline ?? null;
    this.date = keys?.date ?? null;
  }

  problem(line: number, problem: string, severity: ContentProblem['severity'] = 'noticed') {
    this.problems.push({ path: this.path, line, problem, severity });
  }

  /** Takes the blocks in order. A heading whose section is a list of links and nothing else is no part of the text. */
  takeAll(blocks: readonly Block[]) {
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at] as Block;
      if (block.kind === 'heading')
        this.heading(block.text, block.depth, block.line, isLinkList(blocks, at + 1));
      else if (block.kind === 'item') this.item(block.text, block.line);
      else if (block.kind === 'code') this.text(plainCode(block.text));
      else this.paragraph(block.text);
    }
  }

  private heading(text: string, depth: number, line: number, overLinks: boolean) {
    if (text.startsWith('{{') || text.startsWith('<%')) this.isTemplate ||= isPlaceholder(text);
    const link = text[0] === '[' ? readLink(text) : null;
    const label = link?.label ?? text;
    const date = DATE_HEADING.test(label) ? readFullDay(label) : null;
    if (date?.kind === 'date') this.date = this.keys?.date ?? date.date;
    else if (date?.kind === 'impossible')
      this.problem(line, `The calendar has no day ${date.text}. Write the date as 2016-04-08.`, 'skipped');
    else if (depth === 1) this.takeHeadline(text, line);
    else if (link !== null && this.headline === null)
      this.listing(this.texts.plain(link.label), eventLink(link.target), line);
    else if (depth === 5 && this.headline === null)
      this.topics = text === '' ? this.topics : [this.texts.plain(text)];
    else if (!overLinks && (this.headline !== null || this.listings.length === 0))
      this.text(this.texts.plain(text));
  }

  private takeHeadline(text: string, line: number) {
    const headline = this.texts.plain(text);
    if (headline === '' || headline === this.headline) return;
    if (this.headline === null) {
      this.headline = headline;
      this.headlineLine = line;
      return;
    }
    this.text(headline);
    if (this.keys?.headline === null || this.keys === null)
      this.problem(
        line,
        'A second headline ("# …") stands here; it was read as text of the first. If it is another event, give it its own file.',
      );
  }

  private listing(headline: string, path: string | null, line: number) {
    // Links to other pages (the previous day, the front page) are the way around, not events.
    if (path === null || PAGE_NAME.test(path) || headline === '' || this.date === null) return;
    const { topics, date } = this;
    this.listings.push({
      page: this.path,
      line,
      date,
      path: this.texts.same(path),
      headline,
      topics,
      context: [],
      summary: '',
    });
    this.topics = [];
  }

  private paragraph(text: string) {
    const listing = this.listings.at(-1);
    if (listing && this.headline === null) {
      const context = contextOf(text);
      if (context !== null) listing.context = this.texts.same(context);
      else listing.summary = joined(listing.summary, this.texts.plain(text));
    } else if (!(this.headline === null && FORMATS.test(text))) this.text(this.texts.plain(text));
  }

  /** Text of the event; of a day page it belongs to the event listed last. */
  private text(plain: string) {
    const listing = this.headline === null ? this.listings.at(-1) : undefined;
    if (listing) listing.summary = joined(listing.summary, plain);
    else this.paragraphs.push(plain);
  }

  /** An item belongs to a list of sources or of events by where its link points, not by the heading above it. */
  private item(text: string, line: number) {
    const link = this.headline === null ? null : itemLink(text);
    const isListed = link !== null && this.takeLink(link, line);
    if (!isListed) this.text(this.texts.plain(text));
  }

  /** Takes a link up as a source or a related event. @returns false where it is text that begins with a link. */
  private takeLink(link: Link, line: number): boolean {
    const path = eventLink(link.target);
    if (path === null) {
      const source = readSource(link, this.texts);
      if (source !== null) this.sources.push(source);
      else if (isAlone(link))
        this.problem(line, `A link that is no web address was left out: "${link.target.slice(0, 80)}".`);
      return isAlone(link);
    }
    const context = contextOf(link.rest);
    // `_2018-02-06 13:49:15 (First version)_`: an older wording of this event, not another event.
    if (context === null && link.rest.startsWith('_')) return true;
    this.related.push({
      path: this.texts.same(path),
      headline: this.texts.plain(link.label),
      context: context === null ? [] : this.texts.same(context),
    });
    return context !== null || isAlone(link);
  }
}

/** The link that an item begins with; a bare address is one. */
function itemLink(text: string): Link | null {
  return (
    readLink(text) ??
    (webAddress(text) === null || /\s/.test(text) ? null : { label: '', target: text, rest: '' })
  );
}

/** Whether an item is its link and nothing more: a picture of the source, marks and a note in italics or brackets aside. */
function isAlone({ rest }: Link): boolean {
  if (rest === '' || rest.startsWith('[')) return true;
  return rest.length < 120 && (/^[_(（].*[)_）][.,;]?$/.test(rest) || !/[\p{L}\p{N}]{2}/u.test(rest));
}

/** Whether a section holds links and nothing else, from an index up to the next heading. */
function isLinkList(blocks: readonly Block[], from: number): boolean {
  let links = 0;
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (block.kind === 'heading') break;
    const link = block.kind === 'item' ? itemLink(block.text) : null;
    if (link === null || !(isAlone(link) || contextOf(link.rest) !== null || link.rest.startsWith('_')))
      return false;
    links++;
  }
  return links > 0;
}

/** What no text needs, left out of code; its marks and spaces stay. */
function plainCode(code: string): string {
  return code.replace(/(?![\t\n])\p{C}/gu, '').normalize('NFC');
}

function joined(first: string, second: string): string {
  return first === '' ? second : `${first}\n\n${second}`;
}

/** Leaves out what no view could show. */
function capped(summary: string): string {
  return summary.length > SUMMARY_LIMIT ? `${summary.slice(0, SUMMARY_LIMIT - 1).trimEnd()}…` : summary;
}

/**
 * Reads one markdown file: an event, a day page that lists events, or why it is neither. Understands the news archive's
 * format (see the README) in any language (structure decides, not the words of its headings) and front matter, alone or
 * above a body in that format. What can be used is used; what is left out is reported with its line.
 *
 * @param path The file's path in the tree, "/news/2016/04/8/slug.md".
 * @param texts Shared between the files of a folder, so that what repeats is cleaned and kept once.
 * @param now the moment it is: a file may be scheduled.
 */
export function readEvent(
  path: string,
  text: string,
  texts = new TextPool(),
  now = systemClock.now(),
): FileReading {
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const front = readFrontMatter(path, unix, now.getTime());
  if (front.kind === 'broken') return { kind: 'skipped', problems: front.problems };
  if (front.kind === 'kept-back') return { kind: 'kept-back', why: front.why, problems: [] };
  const keys = front.kind === 'keys' ? front.keys : null;
  const later = keys?.changesAt == null ? {} : { changesAt: keys.changesAt };
  if (keys?.keptBack) return { kind: 'kept-back', why: keys.keptBack, problems: [], ...later };
  const reading = new Reading(path, keys, texts);
  const { text: body, unclosedLine } = withoutComments(front.body);
  reading.takeAll(readBlocks(inlineReferences(body), front.bodyLine));
  if (unclosedLine !== null)
    reading.problem(
      front.bodyLine + unclosedLine - 1,
      'A comment is opened here and never closed; what follows it was left out. Close it with "-->" or "%%".',
    );
  return { ...conclude(reading), ...later };
}

/** A name that nobody asks. */
const NO_NAME: FileName = { day: null, rest: '' };

function conclude(reading: Reading): FileReading {
  const { path, problems, keys } = reading;
  if (reading.isTemplate) return { kind: 'kept-back', why: 'template', problems: [] };
  for (const { line, problem, severity } of keys?.problems ?? []) reading.problem(line, problem, severity);
  if (reading.listings.length > 0 && reading.headline === null)
    return { kind: 'day-page', listings: reading.listings, problems };
  const isWhole = reading.date !== null && reading.headline !== null;
  const name = isWhole ? NO_NAME : readFileName(path);
  const date = reading.date ?? (name.day?.kind === 'date' ? name.day.date : null);
  const titled = date !== null && TITLE_NAME.test(name.rest) ? name.rest.trim() : null;
  const headline = reading.headline ?? titled;
  if (problems.some((p) => p.severity === 'skipped')) return { kind: 'skipped', problems };
  if (keys?.gone) return { kind: 'nothing' };
  if ((date === null || headline === null) && PAGE_NAME.test(path)) return { kind: 'nothing' };
  const missing =
    date === null
      ? noDate(path, keys, name)
      : headline === null
        ? noHeadline(keys, name)
        : headline.length > HEADLINE_LIMIT
          ? `Its headline has ${headline.length} characters; ${HEADLINE_LIMIT} is the most.`
          : null;
  if (missing !== null || date === null || headline === null) {
    reading.problem(
      date === null ? (keys?.otherDay?.line ?? 1) : reading.headlineLine,
      missing ?? '',
      'skipped',
    );
    return { kind: 'skipped', problems };
  }
  const summary = [keys?.summary ?? '', ...reading.paragraphs].filter((p) => p !== '').join('\n\n');
  if (summary.length > SUMMARY_LIMIT)
    reading.problem(
      reading.headlineLine,
      `Its text has ${summary.length} characters; the first ${SUMMARY_LIMIT} are served.`,
    );
  return {
    kind: 'event',
    problems,
    draft: {
      path,
      date,
      headline,
      story: keys?.story ?? null,
      topics: [...reading.topics, ...(keys?.topics ?? [])],
      summary: capped(summary),
      sources: collectSources([...(keys?.sources ?? []), ...reading.sources, ...(keys?.page ?? [])]),
      related: [...(keys?.related ?? []), ...reading.related],
      id: keys?.id ?? null,
      aliases: keys?.aliases ?? [],
      ...(keys?.given && { given: keys.given }),
    },
  };
}
