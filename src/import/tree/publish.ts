import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../../events/calendar-date.js';
import { Turn } from '../../in-turns.js';
import type { Manifest } from '../manifest.js';
import type { DatedPage } from '../record.js';
import type { AtomicWriter, NamedFile } from './atomic-write.js';
import { isEmptyFile } from './empty-file.js';
import { EventFiles } from './event-files.js';
import { dayFolder } from './render.js';
import { type SealedFile, unbrokenSeal } from './sealed-file.js';
import { Written } from './written.js';

const DAY_PAGE = 'index.md';

/** What bringing the tree up to the manifest came to. Counts are of files. */
export interface Published {
  written: number;
  unchanged: number;
  /** Files left untouched because a person wrote or edited them, as paths in the tree. */
  readonly edited: string[];
}

/** What a tree is updated to, and where. */
export interface PublishOptions {
  readonly contentDir: string;
  readonly manifest: Manifest;
  readonly writer: AtomicWriter;
  /** Whether each day gets a separate page; an existing one is kept current either way. */
  readonly dayPages: boolean;
  /** Counts what would be written and writes nothing. */
  readonly dryRun: boolean;
  /** Told how many days are done, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A file of a day as it should stand, composed when it is asked for. */
interface Wanted {
  readonly name: string;
  readonly compose: () => SealedFile;
}

/**
 * Brings the tree up to the manifest: every event's file with its related events, worked out over everything imported.
 * It depends only on the manifest, so it comes out the same however often a run was cut off. A file is touched only
 * where it is new, or is as the import wrote it and has to change, or is empty, as a power cut leaves it.
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const { contentDir, manifest, writer, dryRun, onProgress } = options;
  const pages = manifest.pages();
  const files = new EventFiles(pages);
  const written = new Written(contentDir);
  const result: Published = { written: 0, unchanged: 0, edited: [] };
  const turn = Turn.begin();
  for (const [index, dated] of pages.entries()) {
    publishDay(options, files, dated, written, result);
    const endsMonth = pages[index + 1]?.date.slice(0, 7) !== dated.date.slice(0, 7);
    if (!dryRun && endsMonth) written.save(writer);
    onProgress?.(index + 1, pages.length);
    if (turn.isOver) await turn.next();
  }
  return result;
}

function publishDay(
  { contentDir, writer, dayPages, dryRun }: PublishOptions,
  files: EventFiles,
  dated: DatedPage,
  written: Written,
  result: Published,
): void {
  const { date, page } = dated;
  if (page.events.length === 0) return;
  const folder = join(contentDir, dayFolder(date));
  if (!existsSync(folder)) {
    const wanted = wantedOf(files, dated, dayPages || written.hashOf(date, DAY_PAGE) !== undefined);
    result.written += wanted.length;
    if (!dryRun) writer.writeFolder(folder, newFiles(date, wanted, written));
    return;
  }
  const there = new Set(readdirSync(folder));
  // Empty where there is no such file or nothing in it, null where it is a person's.
  const sealOf = (name: string) =>
    there.has(name) ? unbrokenSeal(readFileSync(join(folder, name), 'utf8')) : '';
  const hasDayPage =
    written.hashOf(date, DAY_PAGE) !== undefined || (there.has(DAY_PAGE) && sealOf(DAY_PAGE) !== null);
  for (const { name, compose } of wantedOf(files, dated, dayPages || hasDayPage)) {
    const { bytes, hash } = compose();
    if (there.has(name) && written.hashOf(date, name) === hash && !isEmptyFile(join(folder, name))) {
      result.unchanged += 1;
      continue;
    }
    const seal = sealOf(name);
    if (seal === null) {
      result.edited.push(`${dayFolder(date)}/${name}`);
      continue;
    }
    if (seal === hash) result.unchanged += 1;
    else result.written += 1;
    if (dryRun) continue;
    if (seal !== hash) writer.write(join(folder, name), bytes);
    written.note(date, name, hash);
  }
}

function wantedOf(files: EventFiles, dated: DatedPage, withDayPage: boolean): Wanted[] {
  const wanted = dated.page.events.map((event) => ({
    name: event.path.slice(event.path.lastIndexOf('/') + 1),
    compose: () => files.event(dated, event),
  }));
  return withDayPage ? [...wanted, { name: DAY_PAGE, compose: () => files.dayPage(dated) }] : wanted;
}

function* newFiles(date: CalendarDate, wanted: readonly Wanted[], written: Written): Iterable<NamedFile> {
  for (const { name, compose } of wanted) {
    const { bytes, hash } = compose();
    written.note(date, name, hash);
    yield { name, bytes };
  }
}
