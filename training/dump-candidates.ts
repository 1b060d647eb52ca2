/**
 * Writes what the ranker sees of each question's candidates, for training/train_ranker.py:
 *
 *   node training/run-ts.mjs dump-candidates CONTENT DATA_DIR OUT QUESTIONS.jsonl...
 *
 * OUT.f32 holds the rows (float32, in the order of OUT.names.json), OUT.jsonl a line a question with its candidates' paths.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EventLibrary } from '../src/events/event-library.js';
import { openModels } from '../src/search/encode/open-models.js';
import { FEATURES } from '../src/search/rank/features.js';
import { SearchEngine } from '../src/search/search-engine.js';

const [content = '', dataDir = '', out = '', ...files] = process.argv.slice(2);
const { events } = await EventLibrary.open(content);
const engine = await SearchEngine.over(events, await openModels(dataDir));
const progress = setInterval(() => console.log('vectors', JSON.stringify(engine.encoding)), 30_000);
await engine.encoded();
clearInterval(progress);
const { index } = engine;
const rowsOut = createWriteStream(`${out}.f32`);
const linesOut = createWriteStream(`${out}.jsonl`);
await writeFile(`${out}.names.json`, JSON.stringify(FEATURES));

interface Question {
  readonly id: string;
  readonly question: string;
  readonly kind?: string;
  readonly type?: string;
  readonly path?: string;
  readonly gold?: readonly string[];
  readonly best?: string;
  readonly answer: string | null;
  readonly alt?: readonly string[];
}

for (const file of files) {
  const begun = performance.now();
  let [asked, answerable, found] = [0, 0, 0];
  for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
    const given: Question = JSON.parse(line);
    const gold = (given.gold ?? (given.kind === 'none' || !given.path ? [] : [given.path])).map(withSlash);
    const question = engine.read(given.question, '2026-11-30');
    const candidates = await engine.candidateRows(question);
    const paths = candidates.map(({ event }) => index.event(event)?.path ?? '');
    for (const { features } of candidates) {
      if (!rowsOut.write(Buffer.from(features.buffer))) await once(rowsOut, 'drain');
    }
    const { id, kind, type, best, answer, alt } = given;
    const set = basename(file, '.jsonl');
    linesOut.write(
      `${JSON.stringify({ id, set, kind: kind ?? type, type, question: given.question, gold, best: best ? withSlash(best) : null, answer, alt, candidates: paths })}\n`,
    );
    asked += 1;
    if (gold.length > 0) answerable += 1;
    if (gold.some((path) => paths.includes(path))) found += 1;
  }
  const ms = (performance.now() - begun) / asked;
  console.log(file, asked, 'recall', (found / answerable).toFixed(4), ms.toFixed(1), 'ms a question');
}
rowsOut.end();
linesOut.end();
await engine.close();

function withSlash(path: string): string {
  return `/${path.replace(/^\/+/, '')}`;
}
