/**
 * How long a start takes over a folder of events, against what reading its files and indexing its text with MiniSearch
 * alone take in the same run; and how long the event loop was blocked meanwhile.
 *
 *   npm run bench:startup -- DIR
 */
import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { EventArchive } from '../src/archive/event-archive.js';
import { findContentFiles } from '../src/events/content-files.js';
import { EventLibrary } from '../src/events/event-library.js';

const dir = process.argv[2] ?? process.env.CONTENT_DIR ?? './content';

/** Runs a piece of work from a clean heap; its time in milliseconds and the longest block of the event loop. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; blockedMs: number }> {
  globalThis.gc?.();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  const result = await work();
  const ms = performance.now() - begun;
  // One more turn, so that a block at the very end is seen.
  await new Promise((done) => setTimeout(done, 5));
  delay.disable();
  return { result, ms, blockedMs: delay.max / 1e6 };
}

async function readAll(): Promise<number> {
  const { files } = await findContentFiles(dir);
  let bytes = 0;
  let next = 0;
  const worker = async () => {
    for (let file = files[next++]; file; file = files[next++]) {
      const { length } = await readFile(file.file);
      bytes += length;
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return bytes;
}

await readAll(); // The disk's cache is warm for both sides.
const library = await timed(() => EventLibrary.open(dir));
const archive = await timed(() => EventArchive.over(library.result.events));
const reading = await timed(readAll);
const texts = library.result.events.map(({ path, headline, summary, topics, context }) => ({
  path,
  headline,
  summary,
  topics: topics.join('\n'),
  context: context.join('\n'),
}));
const fields = ['headline', 'summary', 'topics', 'context'];
const alone = await timed(async () => new MiniSearch({ idField: 'path', fields }).addAll(texts));

const start = library.ms + archive.ms;
const least = reading.ms + alone.ms;
const report = {
  events: library.result.events.length,
  days: library.result.days,
  megabytes: Math.round(reading.result / 1e5) / 10,
  readingFilesMs: Math.round(reading.ms),
  miniSearchAloneMs: Math.round(alone.ms),
  libraryMs: Math.round(library.ms),
  archiveMs: Math.round(archive.ms),
  startMs: Math.round(start),
  ratio: Math.round((start / least) * 100) / 100,
  longestBlockMs: { library: Math.round(library.blockedMs), archive: Math.round(archive.blockedMs) },
};
console.log(JSON.stringify(report, null, 2));
