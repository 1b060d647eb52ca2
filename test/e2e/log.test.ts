import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from '@dateline/local-discord';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../../src/app.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { logOptions } from '../../src/log.js';

/** Words that nobody says but the people of this test. */
const planted = ['quomodocunque', 'zwieblinger', 'aberglimmer', 'snorkelbank'] as const;
const [asked, followed, topic, chatted] = planted;

let dir = '';
let discord: LocalDiscord;
let app: Running;
const lines: string[] = [];
const tokens = new Set<string>();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dateline-log-'));
  await mkdir(join(dir, 'content'));
  await writeFile(
    join(dir, 'content', 'bridge.md'),
    '---\ndate: 2031-05-07\nheadline: "Aldmere: The harbour bridge opens."\ntopics: [Aldmere]\n---\n',
  );
  discord = await startLocalDiscord();
  discord.world.listen((happening) => {
    if (happening.kind === 'interaction-create') tokens.add(happening.interaction.token);
  });
  const log = pino(logOptions('trace'), { write: (line: string) => void lines.push(line) });
  const config = readConfig({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    CONTENT_DIR: join(dir, 'content'),
    DATA_DIR: join(dir, 'data'),
  });
  app = await startApp(config, log, systemClock);
});
afterAll(async () => {
  await discord.close();
  await rm(dir, { recursive: true, force: true });
});

test('the log of a whole run at trace has no word that people asked, and no token of an interaction', async () => {
  const ada = discord.as('ada');
  const doing = { deadlineMs: 20_000 };
  await ada.command('ask', { question: `When did the ${asked} bridge open?` }, doing);
  await ada.command('search', { query: `${asked} bridge` }, doing);
  await ada.command('follow words', { words: `${followed} bridge`, without: topic }, doing);
  await ada.command('follow topic', { topic }, doing);
  await ada.autocomplete('topic', 'name', { name: topic });
  ada.send(`@bot ${chatted} harbour bridge?`);
  await ada.waitForMessage((m) => m.author.bot === true && m.type === 19, doing);

  // And where it goes wrong: refused, failed, cut off, too late.
  const callback = /\/callback$/;
  for (const fault of [
    { code: 50_035, status: 400, message: 'Invalid Form Body' },
    { code: 10_062, status: 404 },
    { status: 500, times: 5 },
    { cut: true, times: 5 },
  ]) {
    const heal = discord.faults.inject({ on: callback, times: 1, ...fault });
    await ada
      .command('ask', { question: `Who built the ${asked} bridge?` }, { deadlineMs: 4_000 })
      .catch(() => null);
    heal();
  }
  discord.faults.inject({ on: /^POST .*\/messages$/, code: 50_013, times: 1 });
  ada.send(`@bot ${chatted} once more?`);
  discord.faults.inject({ on: /^POST .*\/messages$/, status: 400, code: 50_035, times: 1 });
  await appendFile(
    join(dir, 'content', 'more.md'),
    `---\ndate: 2031-05-08\nheadline: "Aldmere: The ${followed} bridge closes again."\n---\n`,
  );
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await app.stop();

  const log = lines.join('\n');
  expect(lines.length).toBeGreaterThan(20);
  expect(log).toContain('an answer failed');
  expect(tokens.size).toBeGreaterThan(5);
  for (const token of tokens) expect(log).not.toContain(token);
  for (const word of planted) expect(log.includes(word), `${word} is in the log`).toBe(false);
  expect(log).not.toContain(discord.token);
}, 90_000);
