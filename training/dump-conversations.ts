/**
 * Writes what the choice of a conversation sees of events, for training/train_conversation.py:
 *
 *   node training/run-ts.mjs dump-conversations CONTENT DATA_DIR OUT QUESTIONS.jsonl...
 *
 * Conversations of two messages are made of questions about one event each (conversations.ts). The first message is asked as the
 * program asks it, rightly answered or not; the second has a row for each event found for each way to write it out. OUT.f32 holds
 * the rows (float32), OUT.jsonl a line for each conversation.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { mainEvent } from '../src/archive/answer.js';
import { answerStandingAlone, saidBefore } from '../src/archive/conversation/answer-in-conversation.js';
import { CHOICE_FEATURES } from '../src/archive/conversation/choice-features.js';
import { choicesFor } from '../src/archive/conversation/choices.js';
import { DateArchive } from '../src/archive/date-archive.js';
import type { SeveralSources } from '../src/archive/several/answer-several.js';
import { StoryFinder } from '../src/archive/story/story-finder.js';
import { EventLibrary } from '../src/events/event-library.js';
import { openModels } from '../src/search/encode/open-models.js';
import { namesOf } from '../src/search/intent/intent-reader.js';
import { SearchEngine } from '../src/search/search-engine.js';
import {
  aboutTheSame,
  type Conversation,
  type GoldQuestion,
  oneThingChanged,
  shortened,
} from './conversations.js';
import { seeded } from './intent-examples.js';

/** The day that the questions are asked: the end of the events they are about. */
const TODAY = '2019-12-31';
/** Years whose events trained neither the encoder nor the reader. */
const HELD_YEARS = /^\/news\/201[3-6]\//;

/** The conversations made of the questions of some files, in an order that only depends on the seed. */
export async function conversationsOf(
  engine: SearchEngine,
  files: readonly string[],
): Promise<Conversation[]> {
  const random = seeded(11);
  const isName = namesOf(engine.index);
  const heads: GoldQuestion[] = [];
  const byEvent = new Map<string, GoldQuestion[]>();
  for (const file of files) {
    const set = basename(file, '.jsonl');
    for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
      const given = JSON.parse(line);
      const gold: string[] = (given.gold ?? (given.path ? [given.path] : [])).map(
        (path: string) => `/${path.replace(/^\//, '')}`,
      );
      if (gold.length === 0 || given.kind === 'none' || given.type === 'list' || given.answer === null)
        continue;
      const question = {
        id: given.id,
        set,
        question: given.question,
        type: given.type,
        answer: given.answer,
        gold,
      };
      if (set.startsWith('head')) heads.push(question);
      else if (HELD_YEARS.test(gold[0] ?? '')) {
        const path = gold[0] ?? '';
        byEvent.set(path, [...(byEvent.get(path) ?? []), question]);
      }
    }
  }
  const found: Conversation[] = [...oneThingChanged(heads, isName, random)];
  for (const question of heads) {
    const made = aboutTheSame(question, isName, random);
    if (made) found.push(made);
    const short = made && random() < 0.3 ? shortened(question, made.first, isName, random) : null;
    if (short) found.push(short);
  }
  for (const questions of byEvent.values()) {
    const [one, other] = [...questions].sort(() => random() - 0.5);
    if (!one || !other) continue;
    const made = aboutTheSame(other, isName, random);
    if (made) found.push({ ...made, first: one.question });
    const short = random() < 0.5 ? shortened(other, one.question, isName, random) : null;
    if (short) found.push(short);
  }
  return found;
}

/** Writes the rows of conversations; the lines say which set each is of, how many rows it has, and which are right. */
export async function dump(
  sources: SeveralSources,
  conversations: readonly Conversation[],
  out: string,
): Promise<void> {
  const { engine } = sources;
  const rowsOut = createWriteStream(`${out}.f32`);
  const linesOut = createWriteStream(`${out}.jsonl`);
  await writeFile(`${out}.names.json`, JSON.stringify(CHOICE_FEATURES));
  for (const { first, second, wants } of conversations) {
    const answer = await answerStandingAlone(sources, first, { today: TODAY });
    const event = mainEvent(answer) ?? answer.hits[0]?.event;
    const reading = engine.intentOf(second);
    if (!event || !answer.asked || reading.leaning === 'alone' || reading.leaning === 'source') continue;
    const found = answer.hits.slice(0, answer.asked.found.length).map((hit) => hit.event);
    const said = await saidBefore(sources, { before: answer.asked, event, found });
    const choices = await choicesFor(engine, second, reading, said, TODAY);
    const gold = new Set(wants.gold);
    const right = choices.map(({ hit }) => gold.has(engine.index.event(hit.event)?.path ?? ''));
    for (const { row } of choices) if (!rowsOut.write(Buffer.from(row.buffer))) await once(rowsOut, 'drain');
    const { id, set } = wants;
    const line = { id, set, gold: wants.gold[0], first, second, leaning: reading.leaning, right };
    linesOut.write(`${JSON.stringify(line)}\n`);
  }
  rowsOut.end();
  linesOut.end();
  await Promise.all([once(rowsOut, 'finish'), once(linesOut, 'finish')]);
}

/** The sources of answers over a folder of events. */
async function sourcesOf(content: string, dataDir: string): Promise<SeveralSources> {
  const { events } = await EventLibrary.open(content);
  const engine = await SearchEngine.over(events, await openModels(dataDir));
  await engine.encoded();
  const stories = await StoryFinder.open(engine.meaning);
  stories.put(events);
  const dates = new DateArchive();
  for (const event of events) dates.put(event);
  return { engine, stories, dates };
}

if (process.argv[1]?.endsWith('dump-conversations.js')) {
  const [content = '', dataDir = '', out = '', ...files] = process.argv.slice(2);
  const sources = await sourcesOf(content, dataDir);
  await dump(sources, await conversationsOf(sources.engine, files), out);
  await sources.engine.close();
}
