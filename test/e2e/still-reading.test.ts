import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from '@dateline/local-discord';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Running, startApp } from '../../src/app.js';
import { clockAt } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';

let dir = '';
let discord: LocalDiscord;
let app: Running | null = null;
const logged: string[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dateline-reading-'));
  discord = await startLocalDiscord();
});
afterEach(async () => {
  await app?.stop();
  app = null;
  await discord.close();
  await rm(dir, { recursive: true, force: true });
});

test('the bot connects before its events are read, says how far that is, and answers once they are', async () => {
  const registered = new Promise<void>((resolve) => {
    const stop = discord.world.listen(({ kind }) => {
      if (kind !== 'commands') return;
      stop();
      resolve();
    });
  });
  const config = readConfig({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    CONTENT_DIR: 'content',
    DATA_DIR: join(dir, 'data'),
  });
  const shares: number[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const starting = startApp(config, log, clockAt('2024-06-01'), undefined, {
    progress: (share) => shares.push(share),
  });
  await registered;
  const question = { question: 'When did a booster first land at sea?' };
  const early = await discord.as('ada').command('ask', question);
  expect(early.content).toMatch(/still reading the archive \(\d+ %\)/);
  expect(early.isPrivate).toBe(true);
  expect(await discord.as('ada').autocomplete('topic', 'name', { name: 'b' })).toEqual([]);
  app = await starting;
  const answer = await discord.as('ada').command('ask', question);
  expect(answer.message.embeds.length).toBeGreaterThan(0);
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(logged.join()).not.toContain('failed');
});
