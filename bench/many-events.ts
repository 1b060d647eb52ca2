/**
 * What a very large folder takes: reading and indexing it, keeping that, taking it up again in a second process, memory, and
 * questions in turn with SQLite FTS5 (porter, bm25) answering the same words; and how long one question keeps the event loop from
 * everything else. Without models: vectors take 5 ms an event, once.
 *
 *   NODE_OPTIONS=--max-old-space-size=12000 npm run bench -- many-events first|again DIR KEPT COPIES QUESTIONS.jsonl...
 *
 * `first` reads DIR anew and keeps what it made in the folder KEPT, `again` takes that up; both then ask the questions, lines
 * with a `question`. With more than one of COPIES, varied copies of the events are made in memory once the folder is read: a
 * million events without a million files.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'libsql';
import { EventArchive } from '../src/archive/event-archive.js';
import { KeptArchive } from '../src/archive/kept-archive.js';
import { parseCalendarDate } from '../src/events/calendar-date.js';
import { EventLibrary } from '../src/events/event-library.js';
import { KnownReadings } from '../src/events/known-readings.js';
import { isStopWord } from '../src/text/stop-words.js';
import { tokens } from '../src/text/tokens.js';
import { VariedCopies } from './varied-copies.js';

const [mode = 'first', dir = '', folder = '', copies = '1', ...questionFiles] = process.argv.slice(2);
const MOST_QUESTIONS = 200;
const today = parseCalendarDate('2026-01-01') ?? '2026-01-01';
// What is done while nothing else is to do keeps no process alive.
const awake = setInterval(() => {}, 1_000);

const known = await timed('what was kept of the files, opened', () =>
  KnownReadings.open(join(folder, 'files.bin'), 'bench'),
);
const library = await timed('files read', () => EventLibrary.open(dir, { known }));
const events = await timed('copies made', async () => {
  const varied = new VariedCopies(library.events.map(({ headline }) => headline));
  return Array.from({ length: Number(copies) }, (_, copy) => varied.events(library.events, copy)).flat();
});
const kept = await timed('what was kept of the index, opened', () =>
  KeptArchive.open(join(folder, 'indexes.bin'), 'bench', events),
);
const archive = await timed('indexed', () => EventArchive.over(events, null, kept));
await timed('the rest of the start', () => archive.ready());
console.log(`${events.length} events, ${known.parsed} files parsed`);
if (mode === 'first') {
  await timed('kept: files', () => library.keep(known));
  await timed('kept: index', () => archive.keep(join(folder, 'indexes.bin'), 'bench'));
}
await ask();
await archive.close();
clearInterval(awake);

async function ask(): Promise<void> {
  const lines = (await Promise.all(questionFiles.map((file) => readFile(file, 'utf8')))).flatMap((text) =>
    text.split('\n').filter(Boolean),
  );
  const step = Math.max(1, Math.floor(lines.length / MOST_QUESTIONS));
  const questions = lines
    .filter((_, i) => i % step === 0)
    .map((line): string => JSON.parse(line).question)
    .slice(0, MOST_QUESTIONS);
  const fts = await timed('SQLite FTS5 indexed', async () => {
    const database = new Database(':memory:');
    database.exec("CREATE VIRTUAL TABLE events USING fts5(headline, tokenize = 'porter')");
    const insert = database.prepare('INSERT INTO events(rowid, headline) VALUES (?, ?)');
    database.exec('BEGIN');
    for (const [at, { headline }] of events.entries()) insert.run(at + 1, headline);
    database.exec('COMMIT');
    return database;
  });
  const byFts = fts.prepare('SELECT rowid FROM events WHERE events MATCH ? ORDER BY bm25(events) LIMIT 10');
  const match = (question: string) =>
    [...tokens(question)]
      .map(({ word }) => word)
      .filter((word) => !isStopWord(word))
      .map((word) => `"${word}"`)
      .join(' OR ');
  const [ours, theirs, blocked]: [number[], number[], number[]] = [[], [], []];
  // The first half warms up; it isn't counted.
  for (const [at, question] of questions.entries()) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const begun = performance.now();
    await archive.ask(question, { today });
    const between = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    delay.disable();
    const again = performance.now();
    byFts.all(match(question));
    const end = performance.now();
    if (at < questions.length / 2) continue;
    ours.push(between - begun);
    theirs.push(end - again);
    blocked.push(delay.max / 1e6);
  }
  console.table({
    Dateline: quantiles(ours),
    'SQLite FTS5': quantiles(theirs),
    'longest block': quantiles(blocked),
  });
  memory('with questions');
}

function quantiles(times: number[]): Record<string, number> {
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'max ms': Math.round((times.at(-1) ?? 0) * 10) / 10 };
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of the processor`,
  );
  memory('  then');
  return result;
}

function memory(when: string): void {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const mib = (bytes: number) => Math.round(bytes / 2 ** 20);
  console.log(`${when}: ${mib(rss)} MiB resident, heap ${mib(heapUsed)}, outside it ${mib(external)}`);
}
