import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/terminal/program.js';

const file = (date: string, text: string) => `### [${date}](/news/index.md)\n\n# ${text}\n`;
const FILES = {
  'news/2031/05/7/strike.md': file(
    '2031-05-7',
    'Aldmere harbour strike: 420 dockers in Aldmere stop work over night shifts.',
  ),
  'news/2031/05/9/deal.md': file(
    '2031-05-9',
    'Aldmere harbour strike: The dockers of Aldmere accept a pay deal and end their strike.',
  ),
  'news/2031/06/1/comet.md': file('2031-06-1', 'Astronomers in Quillota photograph a comet with two tails.'),
};
// Every call reads the folder and the lexicon again.
vi.setConfig({ testTimeout: 30_000 });
let dir = '';

async function dateline(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runProgram(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { CONTENT_DIR: join(dir, 'content') },
    interactive: false,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dateline-ask-'));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(dir, 'content', path)), { recursive: true });
    await writeFile(join(dir, 'content', path), text);
  }
});
afterAll(() => rm(dir, { recursive: true }));

it('answers a question with the answer, then its event, then other matches, and no internal notes', async () => {
  const { exitCode, out } = await dateline('ask', 'How many dockers went on strike in Aldmere?');
  expect(exitCode).toBe(0);
  expect(out).toMatch(
    /^(?:420(?: dockers)?\n\n)?Aldmere harbour strike: 420 dockers .*\n7 May 2031\n\/news\/2031\/05\/7\/strike\.md\n\nOther matches:/,
  );
  expect(out).not.toMatch(/wants|confidence|score/);
});

it('explains what was understood, each score in its parts, and why it was answered', async () => {
  const { out } = await dateline('ask', '--explain', 'comet photographed in Quillota');
  expect(out).toMatch(/words \d/);
  expect(out).toMatch(/answered \(confidence/);
  expect(out).toContain('Quillota');
});

it('answers a file of questions, a JSON line each', async () => {
  const batch = join(dir, 'questions.jsonl');
  await writeFile(
    batch,
    '{"id":"a","question":"comet with two tails"}\n\n{"id":"b","question":"dockers pay deal"}\n',
  );
  const { out } = await dateline('ask', '--batch', batch);
  const [a, b] = out.split('\n').map((line) => JSON.parse(line));
  expect(a.answered).toBe(true);
  expect(a.hits[0]).toMatchObject({ path: '/news/2031/06/1/comet.md', date: '2031-06-01' });
  expect(b.hits[0].path).toBe('/news/2031/05/9/deal.md');
  expect(Object.keys(a)).toEqual(['id', 'answered', 'direct', 'confidence', 'items', 'hits', 'ms']);
});

it('says which line of a file of questions is wrong', async () => {
  const batch = join(dir, 'broken.jsonl');
  await writeFile(batch, '{"id":"a","question":"x"}\nnonsense\n');
  const { exitCode, err } = await dateline('ask', '--batch', batch);
  expect(exitCode).toBe(1);
  expect(err).toContain('Line 2');
});

it('says so where it finds no answer', async () => {
  const { exitCode, err } = await dateline('ask', 'Who won the Zanzibar chess cup?');
  expect(exitCode).toBe(1);
  expect(err).toBe('I couldn’t find an answer to that.');
});

it('lists the events that match words, and filters by day', async () => {
  const all = await dateline('search', 'dockers', '--sort', 'newest', '--json');
  expect(JSON.parse(all.out).hits.map((hit: { date: string }) => hit.date)).toEqual([
    '2031-05-09',
    '2031-05-07',
  ]);
  const some = await dateline('search', 'dockers', '--to', '2031-05-08');
  expect(some.out).toContain('1 event');
});

it('refuses a day that is none', async () => {
  const { exitCode, err } = await dateline('ask', 'anything', '--now', 'yesterday');
  expect(exitCode).toBe(2);
  expect(err).toContain('2016-04-08');
});

it('says first that there is nothing inside the time asked for', async () => {
  const { out } = await dateline('ask', 'Which comet was photographed in Quillota in 2019?');
  expect(out).toMatch(/^I found nothing inside that time/);
});

it('lists no matches where there are no events', async () => {
  const empty = join(dir, 'empty');
  await mkdir(empty, { recursive: true });
  const { exitCode, out, err } = await dateline('ask', 'Who won?', '--content', empty);
  expect(exitCode).toBe(1);
  expect(out).not.toMatch(/matches/);
  expect(err).toBe('I couldn’t find an answer to that.');
});

it('tells somebody who asks for an opinion what can be asked, and nothing else', async () => {
  const { exitCode, out, err } = await dateline('ask', 'do you think dockers are lazy?');
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^I have no opinions, only events\. Ask me what happened/);
  expect(err).toBe('');
});
