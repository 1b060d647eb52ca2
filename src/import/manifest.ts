import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type CalendarDate, parseCalendarDate } from '../events/calendar-date.js';
import type { DatedPage, PageRecord } from './record.js';
import type { AtomicWriter } from './tree/atomic-write.js';

const FORMAT = 1;
const MONTH_FILE = /^\d{4}-\d\d\.json$/;

const citation = z.object({ name: z.string(), url: z.string() });
const event = z.object({
  id: z.string(),
  path: z.string(),
  category: z.string().nullable(),
  topics: z.array(z.string()),
  text: z.string(),
  citations: z.array(citation),
  links: z.array(z.string()),
  revision: z.number(),
  gone: z.number().nullable(),
});
const monthFile = z.object({
  format: z.literal(FORMAT),
  pages: z.record(
    z.string(),
    z.object({
      title: z.string(),
      url: z.string(),
      revision: z.number(),
      events: z.array(event),
    }),
  ),
});

/** The manifest can't be read; the message says which file and what to do. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/**
 * What was imported, page by page, kept in the content folder as one JSON file a month: `import/2016-04.json`. The tree
 * of event files follows from it, so a run that was cut off is finished by the next.
 */
export class Manifest {
  readonly folder: string;
  readonly #months = new Map<string, Map<CalendarDate, PageRecord>>();
  readonly #changed = new Set<string>();
  readonly #unsynced = new Set<string>();

  private constructor(contentDir: string) {
    this.folder = join(contentDir, 'import');
  }

  /** @throws ManifestError where a month's file is damaged. */
  static open(contentDir: string): Manifest {
    const manifest = new Manifest(contentDir);
    if (!existsSync(manifest.folder)) return manifest;
    for (const name of readdirSync(manifest.folder)
      .filter((file) => MONTH_FILE.test(file))
      .sort())
      manifest.#months.set(name.slice(0, 7), readMonth(join(manifest.folder, name)));
    return manifest;
  }

  get isEmpty(): boolean {
    return this.#months.size === 0;
  }

  page(date: CalendarDate): PageRecord | null {
    return this.#months.get(date.slice(0, 7))?.get(date) ?? null;
  }

  put(date: CalendarDate, page: PageRecord): void {
    const month = date.slice(0, 7);
    const pages = this.#months.get(month) ?? new Map();
    this.#months.set(month, pages.set(date, page));
    this.#changed.add(month);
  }

  /** Every page, by date. */
  pages(): DatedPage[] {
    return [...this.#months.keys()].sort().flatMap((month) => this.pagesOf(month));
  }

  private pagesOf(month: string): DatedPage[] {
    const pages = this.#months.get(month) ?? new Map<CalendarDate, PageRecord>();
    return [...pages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, page]) => ({ date, page }));
  }

  /** Writes the months that changed, but for the one that is about to change again. */
  save(writer: AtomicWriter, except: string | null = null): void {
    for (const month of [...this.#changed].sort()) {
      if (month === except) continue;
      this.#changed.delete(month);
      const pages = this.pagesOf(month).map(({ date, page }) => `\n"${date}":${JSON.stringify(page)}`);
      const text = `{"format":${FORMAT},"pages":{${pages.join(',')}}}\n`;
      const file = join(this.folder, `${month}.json`);
      writer.write(file, Buffer.from(text));
      this.#unsynced.add(file);
    }
  }

  /** Resolves once what was saved is on the disk: a file of the tree can be made good from the manifest, a month cannot. */
  async sync(): Promise<void> {
    const files = [...this.#unsynced];
    this.#unsynced.clear();
    // All at once: the disk takes hardly longer for many than for one.
    await Promise.all(files.map(syncFile));
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function readMonth(file: string): Map<CalendarDate, PageRecord> {
  const damaged = (why: string) =>
    new ManifestError(
      `The import's manifest ${file} is damaged (${why}). Take it from a backup, or delete it and import that month again.`,
    );
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error));
  }
  const read = monthFile.safeParse(json);
  if (!read.success) throw damaged('its entries are not what the import writes');
  const pages = new Map<CalendarDate, PageRecord>();
  for (const [key, page] of Object.entries(read.data.pages)) {
    const date = parseCalendarDate(key);
    if (date === null) throw damaged(`"${key}" is no date`);
    pages.set(date, page);
  }
  return pages;
}
