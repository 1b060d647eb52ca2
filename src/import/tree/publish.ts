import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Manifest } from '../manifest.js';
import { type DatedPage, type EventRecord, headlineOf } from '../record.js';
import { Related } from '../related.js';
import type { AtomicWriter } from './atomic-write.js';
import { dayFolder, linkTo, type RelatedLine, renderDayPage, renderEvent } from './render.js';
import { unbrokenSeal } from './seal.js';

/** Longest stretch of work before other work gets its turn, in milliseconds. */
const SLICE_MS = 10;

/** What bringing the tree up to the manifest came to. Counts are of files. */
export interface Published {
  written: number;
  unchanged: number;
  /** Files left alone because a person wrote or edited them, as paths in the tree. */
  readonly edited: string[];
}

export interface PublishOptions {
  readonly contentDir: string;
  readonly manifest: Manifest;
  readonly writer: AtomicWriter;
  readonly dayPages: boolean;
  /** Counts what would be written and writes nothing. */
  readonly dryRun: boolean;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A file of a day as it should stand. `record` notes the hash it was written with. */
interface Wanted {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly hash: string;
  readonly recorded: string | null;
  readonly record: (hash: string) => void;
}

/**
 * Brings the tree up to the manifest: every event's file with its related events, worked out over everything imported.
 * It follows from the manifest alone, so it comes out the same however often a run was cut off. A file is touched only
 * where it is new, or stands as the import wrote it and has to change.
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const { manifest, writer, dryRun, onProgress } = options;
  const pages = manifest.pages();
  const standing = pages.flatMap(({ date, page }) =>
    page.events.filter((event) => event.gone === null).map((event) => ({ date, event })),
  );
  const related = new Related(standing);
  const links = standing.map(({ event }) => linkTo(headlineOf(event), event.path));
  const places = new Map(standing.map(({ event }, index) => [event, index]));
  const lineOf = (index: number, context: readonly string[]): RelatedLine => ({
    link: links[index] ?? '',
    context,
  });
  const linesOf = (event: EventRecord) => {
    const place = places.get(event);
    return place === undefined ? [] : related.of(place).map(({ to, shared }) => lineOf(to, shared));
  };
  const listed = (dated: DatedPage) =>
    dated.page.events.flatMap((event) => {
      const place = places.get(event);
      return place === undefined ? [] : [lineOf(place, related.context(place))];
    });

  const result: Published = { written: 0, unchanged: 0, edited: [] };
  let until = performance.now() + SLICE_MS;
  let month = '';
  for (const [index, dated] of pages.entries()) {
    if (month !== dated.date.slice(0, 7) && !dryRun) manifest.save(writer);
    month = dated.date.slice(0, 7);
    publishDay(options, dated, wantedOf(options, dated, linesOf, listed), result);
    onProgress?.(index + 1, pages.length);
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + SLICE_MS;
  }
  if (!dryRun) manifest.save(writer);
  return result;
}

function wantedOf(
  { manifest, dayPages }: PublishOptions,
  dated: DatedPage,
  linesOf: (event: EventRecord) => RelatedLine[],
  listed: (dated: DatedPage) => RelatedLine[],
): Wanted[] {
  const { date, page } = dated;
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const files = page.events.map((event): Wanted => {
    const { text, hash } = renderEvent(date, page, event, linesOf(event));
    const record = (written: string) => {
      event.written = written;
      manifest.touch(date);
    };
    return { name: nameOf(event.path), path: event.path, text, hash, recorded: event.written, record };
  });
  if (page.dayPage === null && (!dayPages || page.events.length === 0)) return files;
  const { text, hash } = renderDayPage(date, page, listed(dated));
  const path = `${dayFolder(date)}/index.md`;
  const record = (written: string) => {
    page.dayPage = written;
    manifest.touch(date);
  };
  return [...files, { name: 'index.md', path, text, hash, recorded: page.dayPage, record }];
}

function publishDay(
  options: PublishOptions,
  { date }: DatedPage,
  wanted: readonly Wanted[],
  result: Published,
) {
  const { contentDir, writer, dryRun } = options;
  if (wanted.length === 0) return;
  const folder = join(contentDir, dayFolder(date));
  if (!existsSync(folder)) {
    result.written += wanted.length;
    if (dryRun) return;
    writer.writeFolder(folder, wanted);
    for (const { record, hash } of wanted) record(hash);
    return;
  }
  const there = new Set(readdirSync(folder));
  for (const file of wanted) {
    if (there.has(file.name) && file.recorded === file.hash) {
      result.unchanged += 1;
      continue;
    }
    const target = join(folder, file.name);
    const seal = there.has(file.name) ? unbrokenSeal(readFileSync(target, 'utf8')) : '';
    if (seal === null) {
      result.edited.push(file.path);
      continue;
    }
    if (seal === file.hash) result.unchanged += 1;
    else result.written += 1;
    if (dryRun) continue;
    if (seal !== file.hash) writer.write(target, file.text);
    file.record(file.hash);
  }
}
