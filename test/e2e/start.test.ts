import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from '../../src/app.js';
import { clockAt } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { StartFailure } from '../../src/start-failure.js';
import { banner } from '../../src/views/banner.js';

const silent = pino({ level: 'silent' });
const clock = clockAt('2024-06-01');

describe('a start without any account', () => {
  let dataDir: string;
  const config = (more: Record<string, string> = {}) =>
    readConfig({ PORT: '0', DATA_DIR: dataDir, CONTENT_DIR: 'content', ...more });
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dateline-start-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('serves the shipped events in a local Discord, and stops leaving nothing listening', async () => {
    const running = await startApp(config(), silent, clock);
    const url = running.local?.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    const seen = await running.local
      ?.as('ada')
      .command('ask', { question: running.library.events[0]?.sentence ?? '' });
    expect(JSON.stringify(seen)).toContain('embeds');
    await running.stop();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('starts again on the same data, port and all', async () => {
    const first = await startApp(config(), silent, clock);
    const port = String(first.local?.port);
    await first.stop();
    const second = await startApp(config({ PORT: port }), silent, clock);
    expect(second.local?.port).toBe(Number(port));
    await second.stop();
  });

  it('says how to choose another port where one is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const start = startApp(config({ PORT: String(port) }), silent, clock);
    await expect(start).rejects.toThrow(StartFailure);
    await expect(start).rejects.toThrow(/taken.*PORT=0/);
    other.close();
  });

  it('says what to set where the folder of events is not there', async () => {
    const start = startApp(config({ CONTENT_DIR: join(dataDir, 'nowhere') }), silent, clock);
    await expect(start).rejects.toThrow(/CONTENT_DIR/);
  });
});

describe('a start with a token', () => {
  it('says in one sentence that nothing answers where Discord should be', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'dateline-start-'));
    const config = readConfig({
      DISCORD_TOKEN: 'bG9jYWw.local.wrong',
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
      DATA_DIR: dataDir,
      CONTENT_DIR: 'content',
    });
    await expect(startApp(config, silent, clock)).rejects.toThrow(/Can’t reach Discord.*DISCORD_API_URL/);
    await rm(dataDir, { recursive: true, force: true });
  });

  it('says in one sentence that the token is wrong', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'dateline-start-'));
    const base = { DATA_DIR: dataDir, CONTENT_DIR: 'content' };
    const running = await startApp(readConfig({ ...base, PORT: '0' }), silent, clock);
    const config = readConfig({
      ...base,
      DISCORD_TOKEN: 'bG9jYWw.local.wrong',
      DISCORD_API_URL: running.local?.apiUrl ?? '',
    });
    await expect(startApp(config, silent, clock)).rejects.toThrow(/rejected the token/);
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
});

it('the first lines say where to go, what to type and how to go on', () => {
  const facts = { events: 328, days: 301, botName: 'Dateline', inviteLink: 'https://discord.com/x' };
  const example = {
    examples: ['/ask question: When?', '/date when: April 2016'],
    importCommand: 'import it',
  };
  const local = banner({ ...facts, ...example, pageUrl: 'http://127.0.0.1:4350' });
  for (const part of [
    '328 events',
    'http://127.0.0.1:4350',
    '/ask question: When?',
    '/date when: April 2016',
    'import it',
    'README',
  ])
    expect(local).toContain(part);
  const real = banner({ ...facts, ...example, pageUrl: null });
  expect(real).toContain('https://discord.com/x');
  expect(real).not.toContain('/ask');
  expect(banner({ ...facts, ...example, importCommand: null, pageUrl: null })).not.toContain('import');
});
