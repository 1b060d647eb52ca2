/**
 * Writes what the model of importance sees of the events of stories, for training/train_stories.py:
 *
 *   node training/run-ts.mjs dump-importance CONTENT DATA_DIR OUT QUESTIONS.jsonl...
 *
 * An event that a question is about matters more than the others of its story. The story is looked for from another of its events, so that
 * nothing gives away which one was meant. OUT.f32 holds the rows (float32), OUT.jsonl a line for each story.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { StoryFinder } from '../src/archive/story/story-finder.js';
import { IMPORTANCE_FEATURES } from '../src/archive/story/turning-points.js';
import { EventLibrary } from '../src/events/event-library.js';
import { openModels } from '../src/search/encode/open-models.js';
import { VectorIndex } from '../src/search/encode/vector-index.js';

/** Stories with fewer events say little. */
const LEAST_EVENTS = 5;

const [content = '', dataDir = '', out = '', ...files] = process.argv.slice(2);
const { events } = await EventLibrary.open(content);
const models = await openModels(dataDir);
const kept = new VectorIndex(models.models, models.known, models.keep);
await kept.put(events.entries());
await kept.ready();
const numbers = new Map(events.map(({ path }, number) => [path, number]));
const finder = await StoryFinder.open({
  of: ({ path }) => kept.vectors.vector(numbers.get(path) ?? -1),
  nearest: (vector, count) =>
    kept.vectors.nearest(vector, count, () => 1).flatMap((number) => events[number] ?? []),
});
finder.put(events);
await finder.ready();
const rowsOut = createWriteStream(`${out}.f32`);
const linesOut = createWriteStream(`${out}.jsonl`);
await writeFile(`${out}.names.json`, JSON.stringify(IMPORTANCE_FEATURES));

const asked = new Map<string, string>();
for (const file of files)
  for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
    const { gold }: { gold: readonly string[] } = JSON.parse(line);
    for (const path of gold) asked.set(`/${path.replace(/^\//, '')}`, basename(file, '.jsonl'));
  }
for (const [path, set] of asked) {
  const gold = events[numbers.get(path) ?? -1];
  const story = gold && (await finder.storyOf(gold));
  const other = story?.events
    .filter(({ relation, loose }) => relation !== 'self' && !loose)
    .sort((a, b) => b.score - a.score)[0]?.event;
  if (!gold || !other) continue;
  const rows = await finder.importanceRows(other);
  if (rows.size < LEAST_EVENTS || !rows.has(path)) continue;
  for (const row of rows.values())
    if (!rowsOut.write(Buffer.from(Float32Array.from(row).buffer))) await once(rowsOut, 'drain');
  const labels = [...rows.keys()].map((member) => (member === path ? 1 : asked.has(member) ? -1 : 0));
  linesOut.write(`${JSON.stringify({ set, date: gold.date, labels })}\n`);
}
rowsOut.end();
linesOut.end();
await Promise.all([once(rowsOut, 'finish'), once(linesOut, 'finish')]);
await models.models.close();
