import { type Block, readBlocks } from './blocks.js';
import type { CalendarDate } from './calendar-date.js';
import type { EventSource } from './event.js';
import { readDate } from './event-date.js';
import type { DayListing, DraftLink, FileReading } from './event-draft.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { readLink, treePath } from './link.js';
import type { ContentProblem } from './problem.js';
import { type CoverImage, collectSources, readSource } from './source-item.js';
import { TextPool } from './text-pool.js';

/** Longest headline that is served; the longest known one has 1,400 characters. */
const HEADLINE_LIMIT = 4000;
/** Longest summary that is served; the rest is left out. */
const SUMMARY_LIMIT = 8000;

/** The label of `_Context: a, b_`, in any language. */
const CONTEXT_LABEL = /^_\s*\p{L}[\p{L} ]{0,20}[:：]/u;

/** The list in `_Context: a, b_`: a label, a colon and names, in italics; null where a text is something else. */
function contextOf(text: string): string | null {
  const label = text.startsWith('_') ? CONTEXT_LABEL.exec(text) : null;
  if (label === null) return null;
  return text.slice(label[0].length, text.endsWith('_') ? -1 : undefined).trim();
}

/** A page of its own kind rather than an event: a day's page, or what explains the folder. */
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
  private section = false;

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

  take(block: Block) {
    if (block.kind === 'heading') this.heading(block.text, block.depth, block.line);
    else if (block.kind === 'item' && (this.section || this.headline !== null))
      this.item(block.text, block.line);
    else this.paragraph(block.kind === 'item' ? this.texts.plain(block.text) : block.text);
  }

  private heading(text: string, depth: number, line: number) {
    const link = readLink(text);
    const date = readDate(link?.label ?? text);
    if (date !== null && /^[\d-]+$/.test(link?.label ?? text)) {
      if (date.kind === 'date') this.date = this.keys?.date ?? date.date;
      else
        this.problem(line, `The calendar has no day ${date.text}. Write the date as 2016-04-08.`, 'skipped');
    } else if (depth === 1) this.takeHeadline(text, line);
    else if (link !== null) this.listing(this.texts.plain(link.label), treePath(link.target), line);
    else if (depth === 5)
      this.topics = this.headline === null && text !== '' ? [this.texts.plain(text)] : this.topics;
    else this.section = true;
  }

  private takeHeadline(text: string, line: number) {
    if (this.headline !== null) {
      if (this.texts.plain(text) === this.headline) return;
      this.problem(
        line,
        'A second headline ("# …") stands here; only the first is read. Give it its own file.',
      );
      return;
    }
    const headline = this.texts.plain(text);
    if (headline === '') return;
    this.headline = headline;
    this.headlineLine = line;
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
    if (listing) {
      const context = contextOf(text);
      if (context !== null) listing.context = this.texts.same(context);
      else listing.summary = joined(listing.summary, this.texts.plain(text));
    } else if (this.headline !== null && !this.section) {
      this.paragraphs.push(this.texts.plain(text));
    }
  }

  /** An item belongs to a list of sources or of events by where its link points, not by the heading above it. */
  private item(text: string, line: number) {
    const link = readLink(text);
    if (link === null) {
      if (!this.section) this.paragraphs.push(this.texts.plain(text));
      return;
    }
    const path = treePath(link.target);
    if (path !== null) {
      const context = contextOf(link.rest);
      // `_2018-02-06 13:49:15 (First version)_`: an older wording of this event, not another event.
      if (context === null && link.rest.startsWith('_')) return;
      this.related.push({
        path: this.texts.same(path),
        headline: this.texts.plain(link.label),
        context: context === null ? [] : this.texts.same(context),
      });
      return;
    }
    const source = readSource(link, this.texts);
    if (source !== null) this.sources.push(source);
    else this.problem(line, `A link that is no web address was left out: "${link.target.slice(0, 80)}".`);
  }
}

function joined(first: string, second: string): string {
  return first === '' ? second : `${first}\n\n${second}`;
}

/** Leaves out what repeats and caps what no view could show. */
function summaryOf(paragraphs: readonly string[]): string {
  const summary = paragraphs.filter((p) => p !== '').join('\n\n');
  return summary.length > SUMMARY_LIMIT ? `${summary.slice(0, SUMMARY_LIMIT - 1).trimEnd()}…` : summary;
}

/**
 * Reads one markdown file: an event, a day page that lists events, or why it is neither. Understands the news archive's
 * format (see the README) in any language (structure decides, not the words of its headings) and front matter, alone or
 * above a body in that format. What can be used is used; what is left out is reported with its line.
 *
 * @param path The file's path in the tree, "/news/2016/04/8/slug.md".
 * @param texts Shared between the files of a folder, so that what repeats is cleaned and kept once.
 */
export function readEvent(path: string, text: string, texts = new TextPool()): FileReading {
  const front = readFrontMatter(path, text);
  if (front.kind === 'broken') return { kind: 'skipped', problems: [front.problem] };
  const reading = new Reading(path, front.kind === 'keys' ? front.keys : null, texts);
  for (const block of readBlocks(front.body, front.bodyLine)) reading.take(block);
  return conclude(reading);
}

function conclude(reading: Reading): FileReading {
  const { path, problems, keys, headline, date } = reading;
  for (const { line, problem, severity } of keys?.problems ?? []) reading.problem(line, problem, severity);
  if (reading.listings.length > 0 && headline === null)
    return { kind: 'day-page', listings: reading.listings, problems };
  if (problems.some((p) => p.severity === 'skipped')) return { kind: 'skipped', problems };
  if (keys?.gone) return { kind: 'nothing' };
  if ((date === null || headline === null) && PAGE_NAME.test(path)) return { kind: 'nothing' };
  const missing =
    date === null
      ? 'It has no date. Begin it with "### [2016-04-08]", or give it front matter with "date: 2016-04-08".'
      : headline === null
        ? 'It has no headline. Write "# " and what happened, or front matter with "headline: …".'
        : headline.length > HEADLINE_LIMIT
          ? `Its headline has ${headline.length} characters; ${HEADLINE_LIMIT} is the most.`
          : null;
  if (missing !== null || date === null || headline === null) {
    reading.problem(date === null ? 1 : reading.headlineLine, missing ?? '', 'skipped');
    return { kind: 'skipped', problems };
  }
  return {
    kind: 'event',
    problems,
    draft: {
      path,
      date,
      headline,
      story: keys?.story ?? null,
      topics: [...reading.topics, ...(keys?.topics ?? [])],
      summary: summaryOf([...(keys?.summary ? [keys.summary] : []), ...reading.paragraphs]),
      sources: collectSources([...(keys?.sources ?? []), ...reading.sources, ...(keys?.page ?? [])]),
      related: [...(keys?.related ?? []), ...reading.related],
      id: keys?.id ?? null,
      ...(keys?.given && { given: keys.given }),
    },
  };
}
