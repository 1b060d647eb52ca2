/**
 * What a question costs over a large corpus, against MiniSearch with its defaults and SQLite FTS5 (porter, bm25) answering
 * the same words in the same run; the heap each index takes; and what choosing candidates by the rarer words alone costs
 * in quality.
 *
 *   npm run bench -- questions CORPUS QUESTIONS.jsonl...
 *
 * CORPUS is a folder of `*.jsonl.gz` files, one event {"date","topic","text","path"} a line; a question file holds
 * {"question","gold"} lines.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import { ask } from '../src/archive/ask.js';
import { parseCalendarDate } from '../src/events/calendar-date.js';
import type { NewsEvent } from '../src/events/event.js';
import { openModels } from '../src/search/encode/open-models.js';
import { SearchEngine } from '../src/search/search-engine.js';
import { isStopWord } from '../src/text/stop-words.js';
import { tokens } from '../src/text/tokens.js';

const [corpus = '', ...questionFiles] = process.argv.slice(2);
const events = await readEvents(corpus);
const questions = (await Promise.all(questionFiles.map((file) => readFile(file, 'utf8'))))
  .flatMap((text) => text.split('\n').filter(Boolean))
  .map((line): { question: string; gold: string[] } => JSON.parse(line));
const today = parseCalendarDate('2026-01-01') ?? '2026-01-01';
console.log(`${events.length} events, ${questions.length} questions`);

const engine = await built('Dateline', async () => {
  const index = await SearchEngine.over(events, await openModels(process.env['DATA_DIR'] ?? './data'));
  await index.encoded();
  // Looking ahead keeps no process alive.
  const alive = setInterval(() => {}, 1000);
  await index.lookAhead();
  clearInterval(alive);
  return index;
});
const raw = await built('MiniSearch, defaults', async () => {
  const index = new MiniSearch<NewsEvent>({ idField: 'path', fields: ['headline'] });
  await index.addAllAsync(events, { chunkSize: 500 });
  return index;
});
const sqlite = await built('SQLite FTS5', async () => {
  const database = new Database(':memory:');
  database.exec("CREATE VIRTUAL TABLE events USING fts5(headline, tokenize = 'porter')");
  const insert = database.prepare('INSERT INTO events(rowid, headline) VALUES (?, ?)');
  database.exec('BEGIN');
  for (const [at, { headline }] of events.entries()) insert.run(at + 1, headline);
  database.exec('COMMIT');
  return database;
});

/** A whole answer: read, ranked with the models, its line read and decided. */
const find = (question: string) => ask(engine, question, { today });
const words = (question: string) =>
  [...tokens(question)].map(({ word }) => word).filter((word) => !isStopWord(word));
const match = (question: string) =>
  words(question)
    .map((word) => `"${word}"`)
    .join(' OR ');

// Half of the questions warm up what a running bot has warm; the others are new to it.
const warmUp = questions.filter((_, i) => i % 2 === 0);
const asked = questions.filter((_, i) => i % 2 === 1);
for (const { question } of warmUp) await find(question);

const byFts = (question: string) =>
  sqlite
    .prepare('SELECT rowid FROM events WHERE events MATCH ? ORDER BY bm25(events) LIMIT 10')
    .all(match(question));
// Dateline and FTS5 take turns at each question, so that what else the machine does falls on both.
const fresh = await timesOf({ dateline: find, fts: byFts });
const again = await timesOf({ dateline: find, fts: byFts });
const { raw: byMiniSearch } = await timesOf({ raw: (question) => raw.search(question) });
console.table(
  Object.fromEntries(
    [
      ['Dateline, new questions', fresh.dateline, fresh.fts] as const,
      ['Dateline, asked again', again.dateline, again.fts] as const,
      ['SQLite FTS5', fresh.fts, fresh.fts] as const,
      ['MiniSearch, defaults', byMiniSearch, fresh.fts] as const,
    ].map(([name, { p50, p95 }, fts]) => [
      name,
      {
        'p50 ms': round(p50),
        'p95 ms': round(p95),
        'MiniSearch / this, p50': round(byMiniSearch.p50 / p50),
        'MiniSearch / this, p95': round(byMiniSearch.p95 / p95),
        'this / FTS5, p50': round(p50 / fts.p50),
        'this / FTS5, p95': round(p95 / fts.p95),
      },
    ]),
  ),
);
await engine.close();
sqlite.close();

interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** Asks each question of all in turn. Milliseconds. */
async function timesOf<Name extends string>(
  ways: Readonly<Record<Name, (question: string) => unknown>>,
): Promise<Record<Name, Times>> {
  const names = Object.keys(ways) as Name[];
  const taken = new Map(names.map((name): [Name, number[]] => [name, []]));
  for (const { question } of asked) {
    for (const name of names) {
      const begun = performance.now();
      await ways[name](question);
      taken.get(name)?.push(performance.now() - begun);
    }
  }
  const timesBy = [...taken].map(([name, all]): [Name, Times] => {
    all.sort((a, b) => a - b);
    const at = (share: number) => all[Math.floor(all.length * share)] ?? 0;
    return [name, { p50: at(0.5), p95: at(0.95) }];
  });
  return Object.fromEntries(timesBy) as Record<Name, Times>;
}

async function built<T>(name: string, build: () => Promise<T>): Promise<T> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const begun = performance.now();
  const result = await build();
  const ms = performance.now() - begun;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const mb = (key: 'heapUsed' | 'external') => Math.round((after[key] - before[key]) / 2 ** 20);
  console.log(
    `${name}: built in ${Math.round(ms)} ms, heap ${mb('heapUsed')} MB, outside it ${mb('external')} MB`,
  );
  return result;
}

async function readEvents(dir: string): Promise<NewsEvent[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.jsonl.gz')).sort();
  const lines = (await Promise.all(files.map((file) => readFile(join(dir, file))))).flatMap((zipped) =>
    gunzipSync(zipped).toString('utf8').split('\n').filter(Boolean),
  );
  return lines.map((line): NewsEvent => {
    const { date, topic, text, path } = JSON.parse(line);
    const topics: string[] = topic ? topic.split(', ') : [];
    const headline = topic ? `${topic}: ${text}` : text;
    const story = topics[0] ?? null;
    return {
      id: path,
      path,
      date,
      story,
      headline,
      sentence: text,
      summary: '',
      topics,
      context: [],
      sources: [],
      related: [],
    };
  });
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
