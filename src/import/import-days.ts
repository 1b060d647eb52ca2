import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../events/calendar-date.js';
import { lock } from './lock.js';
import { Manifest } from './manifest.js';
import { MediaWikiError, type PageAnswer, TITLES_AT_ONCE } from './mediawiki/client.js';
import { dayTitle, pageAddress } from './mediawiki/day-title.js';
import { reconcile } from './reconcile.js';
import { AtomicWriter } from './tree/atomic-write.js';
import { renderAttribution } from './tree/attribution.js';
import { type Published, publish } from './tree/publish.js';
import { dayFolder } from './tree/render.js';
import { FileComposer, unbrokenSeal } from './tree/sealed-file.js';
import { readDayPage, UnreadablePage } from './wikitext/day-page.js';
import type { Notice, Reading } from './wikitext/reading.js';

/** What an import read and wrote. */
export interface ImportSummary {
  /** Days whose page was read. */
  days: number;
  /** Rows of those pages that are topics. */
  topics: number;
  /** Rows of those pages that are events. */
  events: number;
  /** Links to news sources on those pages. */
  sources: number;
  /** Days for which the wiki has no page. */
  readonly absent: CalendarDate[];
  /** Days that could not be read, and why. */
  readonly unread: { date: CalendarDate; reason: string }[];
  /** Passages the reader of wikitext did not know. */
  readonly notices: ({ date: CalendarDate } & Notice)[];
  /** Events that no longer stand on their page. */
  gone: number;
  /** Files, of these days and of others whose related events changed. */
  files: Published;
  dryRun: boolean;
  /** Why the import stopped early; null where it did not. */
  stopped: string | null;
}

/** How far an import has come: pages read, then days written. */
export interface ImportProgress {
  readonly step: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** Where pages are read: the MediaWiki client. Up to 50 titles at a time. */
export interface PageSource {
  pages(titles: readonly string[]): Promise<Map<string, PageAnswer>>;
}

/** Which days are imported, from where and whereto. */
export interface ImportOptions {
  /** The folder of events; made where it is missing. */
  readonly contentDir: string;
  readonly dates: readonly CalendarDate[];
  readonly client: PageSource;
  /** Whether each day gets a separate page; an existing one is kept current either way. */
  readonly dayPages?: boolean | undefined;
  /** Reads and counts, and writes nothing. */
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Imports the pages of some days: reads them in batches, brings the manifest up to them after each batch, then the tree
 * up to the manifest. Safe to repeat and to cut off at any moment. When the wiki stops answering, what was read is
 * written and the summary says why it stopped.
 *
 * @throws ManifestError, LockError with a sentence for the operator.
 */
export async function importDays(options: ImportOptions): Promise<ImportSummary> {
  const { contentDir, dryRun = false, onProgress } = options;
  const summary: ImportSummary = {
    days: 0,
    topics: 0,
    events: 0,
    sources: 0,
    absent: [],
    unread: [],
    notices: [],
    gone: 0,
    files: { written: 0, unchanged: 0, edited: [] },
    dryRun,
    stopped: null,
  };
  const folder = join(contentDir, 'import');
  const release = dryRun ? async () => {} : await lock(folder);
  try {
    const manifest = Manifest.open(contentDir);
    const writer = new AtomicWriter(folder);
    if (!dryRun) writer.begin();
    await read(options, manifest, writer, summary);
    if (!dryRun) {
      manifest.save(writer);
      await manifest.sync();
      if (!manifest.isEmpty) writeAttribution(contentDir, writer);
    }
    summary.files = await publish({
      contentDir,
      manifest,
      writer,
      dryRun,
      dayPages: options.dayPages ?? false,
      onProgress: (done, total) => onProgress?.({ step: 'writing', done, total }),
    });
    if (!dryRun) writer.end();
  } finally {
    await release();
  }
  return summary;
}

async function read(
  { dates, client, contentDir, onProgress, dryRun }: ImportOptions,
  manifest: Manifest,
  writer: AtomicWriter,
  summary: ImportSummary,
): Promise<void> {
  for (let from = 0; from < dates.length; from += TITLES_AT_ONCE) {
    const batch = dates.slice(from, from + TITLES_AT_ONCE);
    let answers: Map<string, PageAnswer>;
    try {
      answers = await client.pages(batch.map(dayTitle));
    } catch (error) {
      if (!(error instanceof MediaWikiError)) throw error;
      summary.stopped = error.message;
      const reason = 'The import stopped before it.';
      for (const date of dates.slice(from)) summary.unread.push({ date, reason });
      return;
    }
    takeBatch(batch, answers, manifest, contentDir, summary);
    // The month that the next batch continues is written once, after that batch.
    if (!dryRun) manifest.save(writer, dates[from + batch.length]?.slice(0, 7) ?? null);
    onProgress?.({ step: 'reading', done: from + batch.length, total: dates.length });
  }
}

function takeBatch(
  batch: readonly CalendarDate[],
  answers: ReadonlyMap<string, PageAnswer>,
  manifest: Manifest,
  contentDir: string,
  summary: ImportSummary,
): void {
  const readTitles = new Map<string, CalendarDate>();
  for (const date of batch) {
    const answer = answers.get(dayTitle(date));
    if (answer?.kind === 'missing') summary.absent.push(date);
    else if (answer?.kind !== 'page')
      summary.unread.push({ date, reason: answer?.reason ?? 'The wiki gave no answer for it.' });
    else {
      const { title, url, revision, wikitext } = answer.page;
      const other = readTitles.get(title);
      if (other !== undefined) {
        summary.unread.push({ date, reason: `Its page leads to the one of ${other}.` });
        continue;
      }
      readTitles.set(title, date);
      const before = manifest.page(date);
      const reading = readOrNull(date, wikitext, summary);
      if (reading === null) continue;
      const begun = existsSync(join(contentDir, dayFolder(date)));
      const taken = (path: string) => begun && isSomeoneElses(join(contentDir, path));
      const page = reconcile(before, reading, { title, url: url ?? pageAddress(title), revision }, taken);
      if (before === null || JSON.stringify(before) !== JSON.stringify(page)) manifest.put(date, page);
      summary.days += 1;
      summary.topics += reading.topicRows;
      summary.events += reading.items.length;
      summary.sources += reading.sourceLinks;
      summary.gone += page.events.filter((event) => event.gone === revision).length;
      for (const notice of reading.notices) summary.notices.push({ date, ...notice });
    }
  }
}

/** What a page says; a page that can't be read is noted, and the other days go on. */
function readOrNull(date: CalendarDate, wikitext: string, summary: ImportSummary): Reading | null {
  try {
    return readDayPage(date, wikitext);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    summary.unread.push({
      date,
      reason: error instanceof UnreadablePage ? reason : `Its page could not be read (${reason}).`,
    });
    return null;
  }
}

/** Whether a file is there that the import did not write, or that was edited since. One left empty is nobody's. */
function isSomeoneElses(file: string): boolean {
  return existsSync(file) && unbrokenSeal(readFileSync(file, 'utf8')) === null;
}

function writeAttribution(contentDir: string, writer: AtomicWriter): void {
  const file = join(contentDir, 'ATTRIBUTION.md');
  const { bytes, hash } = renderAttribution(new FileComposer());
  const standing = existsSync(file) ? unbrokenSeal(readFileSync(file, 'utf8')) : '';
  if (standing !== null && standing !== hash) writer.write(file, bytes);
}
