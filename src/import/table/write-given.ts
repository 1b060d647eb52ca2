import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eventId } from '../../events/event-id.js';
import { lock } from '../lock.js';
import { AtomicWriter } from '../tree/atomic-write.js';
import { isEmptyFile } from '../tree/empty-file.js';
import { dayFolder, renderGiven } from '../tree/render.js';
import { FileComposer, unbrokenSeal } from '../tree/sealed-file.js';
import { slugOf } from '../tree/slug.js';
import type { GivenEvent } from './row.js';

/** What became of an event that was given. `path` is its path in the tree. */
export type GivenWriting = { readonly path: string; readonly outcome: 'written' | 'unchanged' | 'edited' };

/**
 * Writes an event that a person gave as a file of the tree. The same event (date and words) keeps its file, unless that
 * was edited by hand: then it is left untouched. A new event never takes the name of an existing file, unless
 * that is empty, as a power cut leaves it.
 */
export function writeGiven(
  contentDir: string,
  event: GivenEvent,
  writer: AtomicWriter,
  dryRun = false,
): GivenWriting {
  const id = eventId(event.date, event.headline);
  const { bytes, hash } = renderGiven(new FileComposer(), id, event);
  const folder = dayFolder(event.date);
  const there = existsSync(join(contentDir, folder)) ? readdirSync(join(contentDir, folder)) : [];
  const own = there.find((name) => readIfFile(join(contentDir, folder, name)).includes(`\nid: "${id}"\n`));
  const isTaken = (name: string) => there.includes(name) && !isEmptyFile(join(contentDir, folder, name));
  const name = own ?? freeName(slugOf([...event.topics, event.headline].join(': ')), isTaken);
  const path = `${folder}/${name}`;
  const file = join(contentDir, path);
  const seal = own === undefined ? '' : unbrokenSeal(readIfFile(file));
  if (seal === null) return { path, outcome: 'edited' };
  if (seal === hash) return { path, outcome: 'unchanged' };
  if (!dryRun) writer.write(file, bytes);
  return { path, outcome: 'written' };
}

function readIfFile(file: string): string {
  return file.endsWith('.md') && statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
}

function freeName(slug: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const name = `${slug}${n === 1 ? '' : `-${n}`}.md`;
    if (!isTaken(name)) return name;
  }
}

/** Writes a single event. @throws LockError while an import is at work in the folder. */
export async function writeGivenAlone(contentDir: string, event: GivenEvent): Promise<GivenWriting> {
  const folder = join(contentDir, 'import');
  const release = await lock(folder);
  const writer = new AtomicWriter(folder);
  try {
    writer.begin();
    return writeGiven(contentDir, event, writer);
  } finally {
    writer.end();
    await release();
  }
}
