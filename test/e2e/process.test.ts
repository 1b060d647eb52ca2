import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalDiscord, startLocalDiscord } from '@dateline/local-discord';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { BotProcess, compileProgram } from './bot-process.js';

let discord: LocalDiscord;
let dir = '';
const bots: BotProcess[] = [];

beforeAll(() => compileProgram(), 120_000);
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dateline-process-'));
  await mkdir(join(dir, 'content'));
  await writeFile(
    join(dir, 'content', 'bridge.md'),
    '---\ndate: 2031-05-07\nheadline: "Aldmere: The harbour bridge opens."\ntopics: [Aldmere]\n---\n',
  );
  discord = await startLocalDiscord({ record: true });
});
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.end('SIGKILL');
  await discord.close();
  await rm(dir, { recursive: true, force: true });
});

function start(more: Readonly<Record<string, string>> = {}): BotProcess {
  const bot = new BotProcess({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    CONTENT_DIR: join(dir, 'content'),
    DATA_DIR: join(dir, 'data'),
    ...more,
  });
  bots.push(bot);
  return bot;
}

/** Waits until a bot has asked Discord for something. */
async function connecting(bot: BotProcess): Promise<void> {
  await vi.waitFor(
    () => expect(discord.recordedRequests.length + discord.faults.hits, bot.text).toBeGreaterThan(0),
    30_000,
  );
  await sleep(500);
}

/** Ends a bot with SIGTERM; how it ended, and after how many milliseconds. */
async function terminated(bot: BotProcess) {
  const begun = performance.now();
  const exit = await bot.end('SIGTERM');
  return { exit, ms: performance.now() - begun };
}

describe('SIGTERM ends the program within two seconds', () => {
  test('at whatever moment of a start it comes', async () => {
    for (const after of [150, 400, 700, 1000, 1400, 2000]) {
      const bot = start();
      await sleep(after);
      const { exit, ms } = await terminated(bot);
      expect(ms, `after ${after} ms: ${bot.text}`).toBeLessThan(2_000);
      // While it is loaded, nothing is open yet and the signal itself ends it.
      expect([0, 'SIGTERM'], bot.text).toContain(exit);
    }
  });

  test.each([
    ['what it asks first is not answered', /^GET \/gateway\/bot/],
    ['its commands are not answered', /commands/],
  ])('while %s', async (_, on) => {
    discord.faults.inject({ on, delayMs: 60_000 });
    const bot = start();
    await connecting(bot);
    const { exit, ms } = await terminated(bot);
    expect(exit, bot.text).toBe(0);
    expect(ms).toBeLessThan(2_000);
  });

  test('while the gateway says nothing', async () => {
    discord.gateway.holdHellos(true);
    const bot = start();
    await connecting(bot);
    const { exit, ms } = await terminated(bot);
    expect(exit, bot.text).toBe(0);
    expect(ms).toBeLessThan(2_000);
  });

  test('while an answer is on its way and does not come through', async () => {
    const bot = start();
    await bot.ready();
    discord.faults.inject({ on: /callback|webhooks/, delayMs: 60_000 });
    void discord
      .as('ada')
      .command('ask', { question: 'When did the bridge open?' })
      .catch(() => undefined);
    await sleep(500);
    const { exit, ms } = await terminated(bot);
    expect(exit, bot.text).toBe(0);
    expect(ms).toBeLessThan(2_000);
  });
});

describe('a start that can’t be says why in one sentence and ends with 1', () => {
  const sentenceOf = async (bot: BotProcess) => {
    expect(await bot.exit, bot.text).toBe(1);
    const lines = bot.text.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    expect(lines, bot.text).toHaveLength(1);
    return lines[0];
  };

  test('where another one has the data', async () => {
    const first = start();
    await first.ready();
    expect(await sentenceOf(start())).toMatch(/Another Dateline \(process \d+ on .*DATA_DIR/);
    expect((await terminated(first)).exit).toBe(0);
  });

  test('where the database belongs to another application', async () => {
    const first = start();
    await first.ready();
    await first.end('SIGTERM');
    const other = await startLocalDiscord({ token: 'b3RoZXI.local.discord', applicationNumber: 9 });
    const bot = start({ DISCORD_TOKEN: other.token, DISCORD_API_URL: other.apiUrl });
    expect(await sentenceOf(bot)).toMatch(/belongs to another bot/);
    await other.close();
  });

  test('where the database file was emptied', async () => {
    const first = start();
    await first.ready();
    await first.end('SIGTERM');
    await writeFile(join(dir, 'data', 'dateline.db'), '');
    expect(await sentenceOf(start())).toMatch(/empty file/);
  });

  test.each([
    [
      'the sessions of the day are used up',
      () => discord.gateway.leaveSessions(0),
      /blocks new connections from this bot until/,
    ],
    ['the gateway is down', () => discord.gateway.refuseHandshakes(503), /503/],
    [
      'no more commands are accepted',
      () => discord.faults.inject({ on: /^PUT .*commands$/, status: 400, code: 30_034 }),
      /200 a day/,
    ],
    [
      'a proxy answers',
      () => discord.faults.inject({ html: '<h1>no</h1>', status: 403 }),
      /not Discord's API/,
    ],
    [
      'it must wait for long',
      () => discord.faults.inject({ status: 429, retryAfter: 3_600 }),
      /until .* UTC/,
    ],
  ])('where %s', async (_, disturb, sentence) => {
    disturb();
    expect(await sentenceOf(start())).toMatch(sentence);
  });

  test.skipIf(process.platform !== 'linux')('where DATA_DIR is under /proc', async () => {
    expect(await sentenceOf(start({ DATA_DIR: '/proc/dateline' }))).toMatch(/DATA_DIR/);
  });
});

test('a bot that was killed leaves nothing that keeps the next one from starting', async () => {
  const first = start();
  await first.ready();
  await first.end('SIGKILL');
  const second = start();
  await second.ready();
  expect((await terminated(second)).exit).toBe(0);
});

test('an empty folder of events is said, with what to do', async () => {
  await rm(join(dir, 'content', 'bridge.md'));
  const bot = start();
  await bot.ready();
  expect(bot.text).toMatch(/no events: add some with `npx dateline import/);
});
