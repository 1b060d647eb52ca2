import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clockAt } from '../../src/clock.js';
import { lockFolder } from '../../src/folder-lock.js';
import { Store } from '../../src/store/store.js';
import { runProgram } from '../../src/terminal/program.js';
import { postgresBin, startPostgres } from '../store/postgres.js';

const clock = clockAt('2016-04-08');
let folder = '';
let dataDir = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-copy-'));
  dataDir = join(folder, 'data');
  const store = await Store.open({ dataDir }, clock);
  await store.belongTo('100200300400500600');
  await store.knownEvents.note([{ id: 'event-1', path: '/news/2016/04/8/a.md' }]);
  await store.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function copy(args: readonly string[], env: Record<string, string> = {}) {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const terminal = { out: say, err: say, env: { DATA_DIR: dataDir, ...env }, interactive: false };
  const code = await runProgram(['copy-database', ...args], terminal);
  return { code, said: said.join('\n') };
}

it('copies from one data folder to another, and says how much', async () => {
  const { code, said } = await copy(['--to', join(folder, 'other')]);
  expect(said).toContain('known_events  1');
  expect(code).toBe(0);
  const store = await Store.open({ dataDir: join(folder, 'other') }, clock);
  expect(await store.notes.get('application')).toBe('100200300400500600');
  await store.close();
  const again = await copy(['--to', join(folder, 'other')]);
  expect(again.said).toMatch(/isn't empty/);
  expect(again.code).toBe(1);
});

it.skipIf(postgresBin === null)('copies what DATA_DIR has to where DATABASE_URL says', async () => {
  const server = await startPostgres();
  try {
    const url = await server.fresh();
    const { said } = await copy(['--json'], { DATABASE_URL: url });
    expect(JSON.parse(said)).toMatchObject({ known_events: 1, known_paths: 1, notes: 1 });
    const store = await Store.open({ url }, clock);
    await expect(store.belongTo('1')).rejects.toThrow(/another bot/);
    await store.close();
  } finally {
    await server.stop();
  }
});

it('says what is missing', async () => {
  expect(await copy([])).toMatchObject({ code: 1, said: expect.stringContaining('DATABASE_URL') });
  await mkdir(join(folder, 'empty'));
  const nothing = await copy(['--from', join(folder, 'empty'), '--to', join(folder, 'other')]);
  expect(nothing.said).toContain('no dateline.db');
  const away = await copy(['--to', 'postgres://dateline:secret@127.0.0.1:1/dateline']);
  expect(away.said).toContain("can't be opened");
  expect(away.said).not.toContain('secret');
});

it('waits for no bot that uses the folder, and says to stop it', async () => {
  const bot = await lockFolder(dataDir, 'dateline');
  const { code, said } = await copy(['--to', join(folder, 'other')]);
  expect(said).toMatch(/A bot uses the data folder \(process \d+/);
  expect(code).toBe(1);
  await bot.release();
});
