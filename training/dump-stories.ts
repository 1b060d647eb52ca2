/**
 * Writes what the story models see of events beside stories, for training/train_stories.py:
 *
 *   node training/run-ts.mjs dump-stories CONTENT DATA_DIR OUT [PAIR_MODEL.json]
 *
 * The titles that editors gave stories are the labels: half of the titled events lose theirs, and are to be found again. Without a model
 * the rows of events beside one event are written; with it, of events beside the story as that model finds it. OUT.f32 holds the rows
 * (float32), OUT.jsonl a line for each story, OUT.names.json their names.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { FeatureIndex } from '../src/archive/story/feature-index.js';
import { pairsFor, probabilities, type StoryGround, storyFor } from '../src/archive/story/find-members.js';
import { ChosenEvent, PAIR_FEATURES, STORY_FEATURES } from '../src/archive/story/member-features.js';
import { foldName } from '../src/archive/story/ties.js';
import type { NewsEvent } from '../src/events/event.js';
import { EventLibrary } from '../src/events/event-library.js';
import { openModels } from '../src/search/encode/open-models.js';
import { VectorIndex } from '../src/search/encode/vector-index.js';
import { BoostedTrees } from '../src/search/rank/boosted-trees.js';

/** Stories with fewer events say little. */
const LEAST_EVENTS = 3;
/** Events of one story that stories are looked for from. */
const PER_STORY = 3;
/** One in this many stories is searched without vectors, as a start without them does. */
const WITHOUT_VECTORS = 8;

const [content = '', dataDir = '', out = '', pairModel] = process.argv.slice(2);
const chance = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
const { events: given } = await EventLibrary.open(content);
const titles = new Map(given.map(({ path, topics }) => [path, topics.map(foldName)]));
const strip = (event: NewsEvent): NewsEvent =>
  event.topics.length > 0 && chance(event.path) < 0.5
    ? {
        ...event,
        topics: [],
        story: null,
        headline: event.sentence,
        // Lists made with the topics would give them away.
        context: event.context.filter((name) => event.sentence.includes(name)),
      }
    : event;
const events = given.map(strip);
const index = new FeatureIndex();
for (const event of events) index.add(event);
const models = await openModels(dataDir);
const kept = new VectorIndex(models.models, models.known, models.keep);
await kept.put(events.entries());
await kept.ready();
console.log(`${events.length} events, ${kept.vectors.count} with vectors`);

const vectors = events.map((_, slot) => kept.vectors.vector(slot));
const withVectors: StoryGround = {
  index,
  vectorOf: (slot) => vectors[slot] ?? null,
  nearest: (vector, count) => kept.vectors.nearest(vector, count, () => 1),
};
const withoutVectors: StoryGround = { index, vectorOf: () => null, nearest: () => [] };
const byTitle = new Map<string, number[]>();
given.forEach(({ path }, slot) => {
  for (const title of titles.get(path) ?? []) byTitle.set(title, [...(byTitle.get(title) ?? []), slot]);
});
const pair = pairModel ? new BoostedTrees(JSON.parse(await readFile(pairModel, 'utf8'))) : null;
const rowsOut = createWriteStream(`${out}.f32`);
const linesOut = createWriteStream(`${out}.jsonl`);
await writeFile(`${out}.names.json`, JSON.stringify(pair ? STORY_FEATURES : PAIR_FEATURES));

for (const [title, own] of byTitle) {
  if (own.length < LEAST_EVENTS) continue;
  const chosen = own.toSorted((a, b) => chance(`${title}${a}`) - chance(`${title}${b}`)).slice(0, PER_STORY);
  for (const self of chosen) {
    const event = events[self];
    if (!event) continue;
    const ground = chance(`vectors ${event.path}`) < 1 / WITHOUT_VECTORS ? withoutVectors : withVectors;
    const certain = index.sameTopic(self);
    certain.delete(self);
    const chosen = new ChosenEvent(index, { slot: self, vector: ground.vectorOf(self) });
    const seed = { self: chosen, certain, linked: new Set<number>() };
    let rows = pairsFor(ground, seed);
    if (pair) rows = storyFor(ground, seed, probabilities(pair, rows));
    const judged = [...rows].filter(
      ([slot]) => !certain.has(slot) && titles.get(given[slot]?.path ?? '')?.length,
    );
    for (const [, row] of judged)
      if (!rowsOut.write(Buffer.from(Float32Array.from(row).buffer))) await once(rowsOut, 'drain');
    linesOut.write(
      `${JSON.stringify({
        story: title,
        date: event.date,
        titled: event.topics.length > 0,
        titles: judged.map(([slot]) => titles.get(given[slot]?.path ?? '')),
      })}\n`,
    );
  }
}
rowsOut.end();
linesOut.end();
await Promise.all([once(rowsOut, 'finish'), once(linesOut, 'finish')]);
await models.models.close();
