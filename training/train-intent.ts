/**
 * Trains the intent classifiers and writes models/intent.json:
 *
 *   node training/run-ts.mjs train-intent SHARED_DIR CONTENT OUT
 *
 * SHARED_DIR/training has the questions that ask for one event; CONTENT is a folder of events, whose topics and names fill the
 * patterns of intent-templates.ts. Every ninth example trains nothing and is what the figures are of.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EventLibrary } from '../src/events/event-library.js';
import { EventIndex } from '../src/search/event-index.js';
import { IntentReader, namesOf } from '../src/search/intent/intent-reader.js';
import { type Example, frameWords, leaningExample, madeExamples, seeded } from './intent-examples.js';
import { trainIntents } from './intent-training.js';

const [shared = '', content = 'content', out = 'models/intent.json'] = process.argv.slice(2);
const { events } = await EventLibrary.open(content);
const index = new EventIndex();
await index.putAll(events);
const random = seeded(7);
const made = madeExamples(events, random);
const given = await givenExamples(join(shared, 'training'), random);
const examples = [...made, ...given];
const isHeld = (_: Example, at: number) => at % 9 === 4;
const trained = examples.filter((example, at) => !isHeld(example, at));
const file = trainIntents(trained, frameWords(), namesOf(index), random);
await writeFile(out, JSON.stringify(file));
report(new IntentReader(file), examples.filter(isHeld));

/** Questions about one event each: what needs no context and wants a fact. */
async function givenExamples(folder: string, random: () => number): Promise<Example[]> {
  const found: Example[] = [];
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()) {
    const share = name.startsWith('head') ? 1 : 0.3;
    for (const line of (await readFile(join(folder, name), 'utf8')).split('\n').filter(Boolean)) {
      const { question, type, kind } = JSON.parse(line) as { question: string; type: string; kind?: string };
      // A list of things that one event names is no list of events, but it is asked for in the same words.
      if (type === 'list' || (kind === undefined && /none|chat/.test(type)) || random() > share) continue;
      const text = random() < 0.4 ? question.toLowerCase() : question;
      found.push({ text, slots: '', intent: 'fact', quantity: 'none', leaning: 'alone' });
      const leaning =
        kind !== 'none' && random() < 0.9 ? leaningExample(question, namesOf(index), random) : null;
      if (leaning) found.push(leaning);
    }
  }
  return found;
}

function report(reader: IntentReader, held: readonly Example[]): void {
  const counts = new Map<
    string,
    { n: number; intent: number; leaning: number; slots: number; words: number }
  >();
  for (const { text, intent, leaning, slots } of held) {
    const key = leaning === 'alone' ? intent : leaning;
    const row = counts.get(key) ?? { n: 0, intent: 0, leaning: 0, slots: 0, words: 0 };
    const read = reader.read(text, namesOf(index));
    row.n += 1;
    row.intent += Number(read.intent === intent);
    row.leaning += Number(read.leaning === leaning);
    if (slots !== '')
      for (const { start, slot } of read.words) {
        row.words += 1;
        const want = { f: 'frame', t: 'topic', '1': 'first', '2': 'second' }[slots[start] ?? 'f'];
        row.slots += Number(slot === want);
      }
    counts.set(key, row);
  }
  const share = (a: number, b: number) => (b === 0 ? null : Math.round((1000 * a) / b) / 1000);
  console.table(
    Object.fromEntries(
      [...counts].map(([key, { n, intent, leaning, slots, words }]) => [
        key,
        { n, intent: share(intent, n), leaning: share(leaning, n), slots: share(slots, words) },
      ]),
    ),
  );
}
