import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clockAt } from '../../src/clock.js';
import { Store } from '../../src/store/store.js';
import { runProgram } from '../../src/terminal/program.js';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dateline-feedback-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

async function feedback(...args: string[]) {
  const out: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: () => undefined,
    env: { DATA_DIR: dataDir },
    interactive: false,
  };
  expect(await runProgram(['feedback', ...args], terminal)).toBe(0);
  return out.join('\n');
}

it('says so where nobody has voted', async () => {
  expect(await feedback()).toBe('Nobody has voted on an answer yet.');
});

it('shows how often answers were right by month and kind, and the events called wrong', async () => {
  const store = await Store.open({ dataDir }, clockAt('2016-04-08'));
  const vote = {
    answer: '1',
    userId: '7',
    right: true,
    kind: 'day',
    probability: 90,
    eventId: 'event-a',
  } as const;
  await store.votes.cast(vote);
  await store.votes.cast({ ...vote, userId: '8', right: false });
  await store.close();
  const text = await feedback();
  expect(text).toContain('2016-04  50 % of 2 votes');
  expect(text).toContain('day  50 % of 2 votes');
  expect(text).toMatch(/called wrong.*\n {2}event-a/);
  expect(JSON.parse(await feedback('--json')).kinds).toEqual([{ name: 'day', votes: 2, right: 1 }]);
});
