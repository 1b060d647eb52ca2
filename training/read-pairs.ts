/**
 * Lets the reader read questions with events, for training/train_ranker.py:
 *
 *   node training/run-ts.mjs read-pairs CONTENT PAIRS.jsonl OUT READER.onnx[=SET]...
 *
 * PAIRS.jsonl has lines {"id","set","question","events":[path]}. A reader with "=SET" reads the questions of that set alone: one
 * that was trained without it. OUT.f32 holds a row an event (READER_FEATURES, the first three left at 0), OUT.jsonl the lines read.
 */
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { EventLibrary } from '../src/events/event-library.js';
import { longDate } from '../src/search/encode/long-date.js';
import { ModelHost } from '../src/search/encode/model-host.js';
import { READER_FEATURES, readerRow } from '../src/search/rank/reader-features.js';
import { LINE_FEATURES, lineCandidates } from '../src/search/read/line-candidates.js';
import { PICKED_FEATURES } from '../src/search/read/line-picker.js';
import { understandAsking } from '../src/search/read/rules/asking.js';
import { ruleLines } from '../src/search/read/rules/rule-line.js';

const [content = '', pairs = '', out = '', ...readers] = process.argv.slice(2);
const { events } = await EventLibrary.open(content);
const byPath = new Map(events.map((event) => [event.path, event]));
const { resolve } = createRequire(import.meta.url);
const vocabulary = await readFile(resolve('#models/encoder-vocab.txt'), 'utf8');
const hosts = new Map<string, ModelHost>();
for (const reader of readers) {
  const [file = '', set = ''] = reader.split('=');
  hosts.set(
    set,
    await ModelHost.open({ vocabulary, encoder: resolve('#models/encoder.onnx'), reader: file }),
  );
}
const rowsOut = createWriteStream(`${out}.f32`);
const linesOut = createWriteStream(`${out}.jsonl`);
const lineRows = createWriteStream(`${out}.lines.f32`);
await writeFile(`${out}.names.json`, JSON.stringify(READER_FEATURES));
await writeFile(`${out}.lines.names.json`, JSON.stringify(LINE_FEATURES));
await writeFile(`${out}.picked.names.json`, JSON.stringify(PICKED_FEATURES));
/** Events that the program reads. */
const READS = 5;
let done = 0;
for (const line of (await readFile(pairs, 'utf8')).split('\n').filter(Boolean)) {
  const {
    id,
    set,
    question,
    events: paths,
  }: { id: string; set: string; question: string; events: string[] } = JSON.parse(line);
  const host = hosts.get(set) ?? hosts.get('');
  const read = paths.flatMap((path) => byPath.get(path) ?? []);
  const readings =
    (await host?.read(
      question,
      read.map(({ date, headline }) => `${longDate(date)}. ${headline}`),
    )) ?? [];
  const most = Math.max(...readings.slice(0, READS).map(({ relevance }) => relevance));
  const asking = understandAsking(question);
  const lines = readings.map((reading, i) => {
    const event = read[i];
    if (!event) return [];
    rowsOut.write(Buffer.from(readerRow(reading, most, 0, 0, longDate(event.date).length + 2).buffer));
    return lineCandidates(asking, event, ruleLines(asking, event), reading).map(
      ({ line: { text, value }, features }) => {
        lineRows.write(Buffer.from(features.buffer));
        return { text, value };
      },
    );
  });
  linesOut.write(`${JSON.stringify({ id, set, lines, texts: read.map(({ headline }) => headline) })}\n`);
  done += 1;
  if (done % 500 === 0) console.log(done);
}
rowsOut.end();
linesOut.end();
lineRows.end();
