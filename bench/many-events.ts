/**
 * What a very large folder takes: reading it, indexing it, memory, and questions in turn with SQLite FTS5 (porter, bm25) answering
 * the same words; and how long one question keeps the event loop from everything else. Without models: vectors take 5 ms an
 * event, once.
 *
 *   NODE_OPTIONS=--max-old-space-size=12000 npm run bench -- many-events first|again DIR KEPT COPIES QUESTIONS.jsonl...
 *
 * The folder is read, or taken up from KEPT where an earlier run kept it; varied copies of its events are then added in memory, and
 * the questions, lines with a `question`, asked of one copy, two, four and so on: a million events without a million files.
 * `first` keeps in KEPT what was made of all of them, for `again` with as many copies.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'libsql';
import { EventArchive } from '../src/archive/event-archive.js';
import { KeptArchive } from '../src/archive/kept-archive.js';
import { parseCalendarDate } from '../src/events/calendar-date.js';
import type { NewsEvent } from '../src/events/event.js';
import { EventLibrary } from '../src/events/event-library.js';
import { KnownReadings } from '../src/events/known-readings.js';
import { isStopWord } from '../src/text/stop-words.js';
import { tokens } from '../src/text/tokens.js';
import { VariedCopies } from './varied-copies.js';

const [mode = 'first', dir = '', folder = '', copies = '1', ...questionFiles] = process.argv.slice(2);
const MOST_QUESTIONS = 60;
const today = parseCalendarDate('2026-01-01') ?? '2026-01-01';
// What is done while nothing else is to do keeps no process alive.
const awake = setInterval(() => {}, 1_000);

const known = await timed('what was kept of the files, opened', () =>
  KnownReadings.open(join(folder, 'files.bin'), 'bench'),
);
const library = await timed('files read', () => EventLibrary.open(dir, { known }));
console.log(`${library.events.length} events, ${known.parsed} files parsed`);
const varied = new VariedCopies(library.events.map(({ headline }) => headline));
const questions = await readQuestions();
const fts = new Database(':memory:');
fts.exec("CREATE VIRTUAL TABLE events USING fts5(headline, tokenize = 'porter')");
const byFts = fts.prepare('SELECT rowid FROM events WHERE events MATCH ? ORDER BY bm25(events) LIMIT 10');

const all = [...library.events];
const whole = mode === 'again' ? Number(copies) : 1;
for (let copy = 1; copy < whole; copy++) all.push(...varied.events(library.events, copy));
const kept = await timed('what was kept of the index, opened', () =>
  KeptArchive.open(join(folder, 'indexes.bin'), 'bench', all),
);
const archive = await timed(`${all.length} events indexed`, () => EventArchive.over(all, null, kept));
await timed('the rest of the start', () => archive.ready());
await addToFts(all);
await ask();
for (let copy = whole; copy < Number(copies); copy++) {
  const more = await timed('a copy made', async () => varied.events(library.events, copy));
  all.push(...more);
  await timed(`${all.length} events indexed`, () => archive.update({ put: more, remove: [] }));
  await addToFts(more);
  // After two copies, four, eight; and after the last.
  if (((copy + 1) & copy) === 0 || copy === Number(copies) - 1) await ask();
}
if (mode === 'first') {
  await timed('kept: files', () => library.keep(known));
  await timed('kept: index', () => archive.keep(join(folder, 'indexes.bin'), 'bench'));
}
await archive.close();
clearInterval(awake);

async function readQuestions(): Promise<string[]> {
  const texts = await Promise.all(questionFiles.map((file) => readFile(file, 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n').filter(Boolean));
  const step = Math.max(1, Math.floor(lines.length / MOST_QUESTIONS));
  return lines.filter((_, i) => i % step === 0).map((line): string => JSON.parse(line).question);
}

async function addToFts(events: readonly NewsEvent[]): Promise<void> {
  await timed('SQLite FTS5 indexed', async () => {
    const insert = fts.prepare('INSERT INTO events(headline) VALUES (?)');
    fts.exec('BEGIN');
    for (const { headline } of events) insert.run(headline);
    fts.exec('COMMIT');
  });
}

async function ask(): Promise<void> {
  const [ours, theirs, blocked]: [number[], number[], number[]] = [[], [], []];
  for (const [at, question] of questions.slice(0, MOST_QUESTIONS).entries()) {
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
    // The first third warms up.
    if (at < MOST_QUESTIONS / 3) continue;
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

function match(question: string): string {
  return [...tokens(question)]
    .map(({ word }) => word)
    .filter((word) => !isStopWord(word))
    .map((word) => `"${word}"`)
    .join(' OR ');
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
