import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/archive/answer.js';
import type { Archive } from '../../src/archive/archive.js';
import { EventLibrary } from '../../src/events/event-library.js';
import { archiveOver } from '../archive/archive-over.js';
import { isRightLine } from './right-line.js';

interface Asked {
  readonly id: string;
  readonly type: string;
  readonly question: string;
  /** Paths of the events that answer it; empty where nothing does. */
  readonly gold: readonly string[];
  /** The short answer; null where nothing answers, or no few words do. */
  readonly answer: string | null;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
let answers: { asked: Asked; answer: Answer }[] = [];
let archive: Archive;
let stories: string[] = [];

beforeAll(async () => {
  const { events } = await EventLibrary.open(file('../../content'));
  stories = [...new Set(events.flatMap(({ story }) => story ?? []))];
  archive = await archiveOver(events);
  const text = await readFile(file('questions.jsonl'), 'utf8');
  const questions = text
    .split('\n')
    .filter(Boolean)
    .map((line): Asked => JSON.parse(line));
  answers = await Promise.all(
    questions.map(async (asked) => ({
      asked,
      answer: await archive.ask(asked.question, { today: '2026-01-01' }),
    })),
  );
}, 60_000);

/** The share of the questions of some types for which something holds; the ids of the others, to see what broke. */
function share(types: readonly string[], holds: (answer: Answer, asked: Asked) => boolean) {
  const chosen = answers.filter(({ asked }) => types.length === 0 || types.includes(asked.type));
  const failed = chosen.filter(({ asked, answer }) => !holds(answer, asked)).map(({ asked }) => asked.id);
  return { share: 1 - failed.length / chosen.length, failed, of: chosen.length };
}

const among =
  (first: number) =>
  (answer: Answer, { gold }: Asked) =>
    gold.length === 0 || answer.hits.slice(0, first).some(({ event }) => gold.includes(event.path));

/** Of the questions with a short answer: how many get it as their line, and how many of all lines shown are right. */
const FLOORS = { direct: 0.2, precision: 0.8 };

// Each floor lies a question or two under what is reached: raise it with what you gain.
describe('questions asked of the events that ship with Dateline', () => {
  it.each(['tell me about *', 'info on * please', 'what do you know about *', 'sum up *'])(
    'are not taken for small talk where they name a story: “%s”',
    async (form) => {
      const asked = stories.map((story) => form.replace('*', story.toLowerCase()));
      const taken = await Promise.all(
        asked.map(
          async (question) => (await archive.ask(question, { today: '2026-01-01' })).outOfScope && question,
        ),
      );
      expect(taken.filter(Boolean)).toEqual([]);
    },
    60_000,
  );

  it('have the README’s examples among them, and find their event first', async () => {
    const readme = await readFile(file('../../README.md'), 'utf8');
    const examples = [...readme.matchAll(/^npx dateline ask (?:--\w+ )?"([^"]+)"/gm)].map(
      ([, asked]) => asked,
    );
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const example of examples) {
      const given = answers.find(({ asked }) => asked.question === example);
      expect(given, example).toBeDefined();
      expect(given?.answer.hits[0]?.event.path, example).toBe(given?.asked.gold[0]);
    }
  });

  it('are at least forty', () => {
    expect(answers.length).toBeGreaterThanOrEqual(40);
  });

  it('find their event first, or among the first five', () => {
    const plain = ['fact', 'when', 'number', 'where', 'sloppy', 'dated'];
    expect(share(plain, among(1))).toSatisfy(({ share }) => share >= 0.73);
    expect(share(plain, among(5))).toSatisfy(({ share }) => share >= 0.93);
  });

  it('find it in ordinary words too', () => {
    expect(share(['everyday'], among(1))).toSatisfy(({ share }) => share >= 0.64);
    expect(share(['everyday'], among(5))).toSatisfy(({ share }) => share >= 0.88);
  });

  it('tell what came next from the events of that story', () => {
    expect(share(['story'], among(1))).toSatisfy(({ share }) => share >= 0.5);
    expect(share(['story'], among(5))).toSatisfy(({ share }) => share >= 0.75);
  });

  it('are not answered where nothing here answers them, and rarely refused where something does', () => {
    expect(share(['none'], ({ answered }) => !answered)).toSatisfy(({ share }) => share >= 0.8);
    const refused = (answer: Answer, { gold }: Asked) => gold.length === 0 || answer.answered;
    expect(share([], refused)).toSatisfy(({ share }) => share >= 0.85);
  });

  it('get a line where it is sure, and then mostly the right one', async () => {
    const asking = answers.filter(({ asked: { answer, gold } }) => answer !== null && gold.length > 0);
    const shown = answers.filter(({ answer }) => answer.direct !== null);
    const right = asking.filter(
      ({ asked, answer }) => answer.direct !== null && isRightLine(asked.answer ?? '', answer.direct),
    );
    const direct = right.length / asking.length;
    const precision = right.length / shown.length;
    expect({ direct, precision, of: asking.length, shown: shown.length }).toSatisfy(
      (reached) => reached.direct >= FLOORS.direct && reached.precision >= FLOORS.precision,
    );
  });

  it('always come with what was understood, a confidence and a short direct answer or none', () => {
    for (const { answer, asked } of answers) {
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
      expect(answer.direct?.text.length ?? 0).toBeLessThanOrEqual(120);
      const { terms, span } = answer.understood;
      const isUnderstood = terms.length > 0 || span !== null || answer.outOfScope !== undefined;
      expect(isUnderstood, asked.question).toBe(true);
    }
  });
});
