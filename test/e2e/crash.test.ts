import { appendFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  blankChannel,
  componentsOf,
  type LocalDiscord,
  startLocalDiscord,
  textOf,
} from '@dateline/local-discord';
import { type APIMessage, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { Store } from '../../src/store/store.js';
import { unpackComponentId } from '../../src/views/component-id.js';
import { BotProcess, compileProgram } from './bot-process.js';

/** DATELINE_KILLS=100 asks for the whole measure: 100 kills, 1,000 events, 50 follows; some minutes. */
const KILLS = Number(process.env.DATELINE_KILLS ?? 4);
const EVENTS = KILLS * 10;
const FOLLOWS = Number(process.env.DATELINE_FOLLOWS ?? (KILLS >= 100 ? 50 : 10));
const STRIKES = 5;
/** The longest a bot lives, in times of what it takes to be ready; and at least this, in milliseconds. */
const LONGEST_LIFE = 2;
const LEAST_LIFE_MS = 4_000;
/** DATELINE_LOAD stretches all deadlines where the machine has other work. */
const LOAD = Number(process.env.DATELINE_LOAD ?? 1);

const root = join(import.meta.dirname, '..', '..');
let dir = '';
let discord: LocalDiscord;

beforeAll(async () => {
  compileProgram();
  dir = await mkdtemp(join(tmpdir(), 'dateline-crash-'));
  await mkdir(join(dir, 'content'));
  discord = await startLocalDiscord();
}, 120_000 * LOAD);
afterAll(async () => {
  await discord?.close();
  await rm(dir, { recursive: true, force: true });
});

const environment = () => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  CONTENT_DIR: join(dir, 'content'),
  DATA_DIR: join(dir, 'data'),
});
const aBot = () => new BotProcess(environment());
const between = (low: number, high: number) => low + Math.floor(Math.random() * (high - low + 1));
const pathOf = (n: number) => `/news/2031/05/${1 + (n % 28)}/report-${n}.md`;
const strikeOf = (n: number) => n % STRIKES;
const wordingOf = (n: number, mended: boolean) =>
  `Crew ${n} of yard ${strikeOf(n)}x leaves work over night shifts${mended ? ' and pay' : ''}.`;
const textOfEvent = (n: number, mended = false) =>
  `### [2031-05-${1 + (n % 28)}](/news/2031/05/${1 + (n % 28)}/index.md)\n\n` +
  `# Aldmere strike ${strikeOf(n)}: ${wordingOf(n, mended)} \n`;

/** Writes an event's file as programs do: put into place at once, written in one go, or in two with a pause. */
async function write(n: number, text: string): Promise<void> {
  const file = join(dir, 'content', pathOf(n));
  await mkdir(dirname(file), { recursive: true });
  const way = between(1, 3);
  if (way === 1) {
    await writeFile(`${file}.tmp`, text);
    await rename(`${file}.tmp`, file);
  } else if (way === 2) await writeFile(file, text);
  else {
    const at = text.indexOf(' leaves');
    await writeFile(file, text.slice(0, at));
    await sleep(between(1, 150));
    await appendFile(file, text.slice(at));
  }
}

/** Lets events arrive in bursts over a time, in milliseconds; some are mended later. */
async function eventsArrive(over: number): Promise<void> {
  const ends = Date.now() + over;
  for (let n = 0; n < EVENTS; ) {
    const burst = Math.min(EVENTS - n, between(1, 20));
    await Promise.all(Array.from({ length: burst }, (_, i) => write(n + i, textOfEvent(n + i))));
    n += burst;
    if (Math.random() < 0.3) {
      const old = between(0, n - 1);
      await write(old, textOfEvent(old, true));
    }
    const left = Math.max(0, ends - Date.now());
    await sleep(between(0, (2 * left * burst) / Math.max(burst, EVENTS - n)));
  }
}

/** A channel for each follow, by the follow's number: every other follows a topic, the others words. */
async function setFollows(): Promise<string[]> {
  const { world } = discord;
  const store = await Store.open({ dataDir: join(dir, 'data') }, systemClock);
  const channels: string[] = [];
  for (let n = 0; n < FOLLOWS; n++) {
    const id = world.ids.next();
    const name = `news-${n}`;
    world.channels.set(id, blankChannel({ id, type: ChannelType.GuildText, guildId: world.home.id, name }));
    const strike = n % STRIKES;
    const wish =
      n % 2 === 0
        ? { kind: 'topic' as const, subject: `Aldmere strike ${strike}`, label: `Aldmere strike ${strike}` }
        : { kind: 'words' as const, subject: `crew yard ${strike}x`, label: `crew yard ${strike}x` };
    const who = { guildId: world.home.id, userId: discord.as('ada').id, direct: false };
    await store.follows.add({ ...wish, ...who, channelId: id });
    channels.push(id);
  }
  await store.close();
  return channels;
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a stop asked for with %s, twice as npm passes it on, ends it with 0',
  async (signal) => {
    const bot = aBot();
    await bot.ready();
    const ended = bot.end(signal);
    void bot.end(signal);
    expect(await ended).toBe(0);
  },
);

test('npm start puts the program in the place of its shell, so that a signal to npm reaches it', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  expect(scripts.start).toBe('exec node --always-sparkplug scripts/start.mjs');
});

/** Takes a permission from the bot in some channels for a while, or gives one back. */
function permissionsChange(channels: readonly string[], denied: Map<string, bigint>): void {
  for (let n = between(1, 4); n > 0; n--) {
    const channel = channels[between(0, channels.length - 1)] ?? '';
    const now = denied.get(channel);
    if (now !== undefined) {
      discord.admin.allowBot(channel, now);
      denied.delete(channel);
    } else {
      const taken = Math.random() < 0.5 ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.ViewChannel;
      discord.admin.denyBot(channel, taken);
      denied.set(channel, taken);
    }
  }
}

/** Locks the database for a while, as a backup or a curious operator does. */
async function databaseLocked(): Promise<void> {
  const database = new Database(join(dir, 'data', 'dateline.db'), { timeout: 500 });
  try {
    database.exec('BEGIN IMMEDIATE');
    await sleep(between(50, 2_000));
    database.exec('ROLLBACK');
  } catch {
    // It was busy itself.
  } finally {
    database.close();
  }
}

/** The paths of the events that a channel was notified of, one for each post. */
async function toldIn(channel: string, store: Store): Promise<string[]> {
  const told: string[] = [];
  for (const message of discord.as('ada').messages(channel)) {
    const parcel = await store.outbox.marked(markIn(message));
    expect(parcel, 'every message carries the mark of its parcel').not.toBeNull();
    const events = parcel?.events ?? [];
    expect(message.content).toContain(`${events.length} new event`);
    expect(textOf(message)).toContain('leaves work over night shifts');
    told.push(...events.map(({ path }) => path));
  }
  return told.sort();
}

/** The mark in the custom_ids of a message of news. */
function markIn(message: APIMessage): string {
  for (const { custom_id } of componentsOf(message)) {
    const id = unpackComponentId(custom_id ?? '');
    if (id?.kind === 'news') return id.mark;
  }
  return '';
}

test(
  `every follow is told of every event exactly once, over ${KILLS} kills and a failing Discord`,
  async () => {
    await write(100_000, textOfEvent(100_000));
    const channels = await setFollows();
    const first = aBot();
    const started = performance.now();
    await first.ready();
    const readyMs = performance.now() - started;
    await first.end('SIGTERM');
    const other = await startLocalDiscord({ token: 'b3RoZXI.local.discord', applicationNumber: 9 });

    const { faults } = discord;
    const post = /^POST .*\/messages$/;
    faults.inject({ on: post, status: 429, retryAfter: 0.4, chance: 0.1 });
    faults.inject({ on: post, status: 502, chance: 0.1 });
    faults.inject({ on: post, status: 502, afterwards: true, chance: 0.1 });
    faults.inject({ on: post, cut: true, afterwards: true, chance: 0.05 });
    faults.inject({ on: /^GET .*\/messages/, status: 503, chance: 0.1 });
    faults.inject({ on: post, delayMs: 300, chance: 0.2 });

    const life = Math.max(LEAST_LIFE_MS, LONGEST_LIFE * readyMs);
    const arriving = eventsArrive((KILLS * life) / 2);
    const denied = new Map<string, bigint>();
    const seen = { refusedStarts: 0, otherTokens: 0, locks: 0, permissions: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % 10 === 3) {
        // The token of another application finds the data of this one.
        const stranger = new BotProcess({
          ...environment(),
          DISCORD_TOKEN: other.token,
          DISCORD_API_URL: other.apiUrl,
        });
        expect(await stranger.exit, stranger.text).toBe(1);
        expect(stranger.text).toContain('belongs to another bot');
        seen.otherTokens += 1;
      }
      const bot = aBot();
      const second = kill % 5 === 1 ? aBot() : null;
      const troubles: Promise<void>[] = [];
      if (kill % 3 === 0) {
        permissionsChange(channels, denied);
        seen.permissions += 1;
      }
      if (kill % 4 === 2) {
        troubles.push(sleep(between(0, readyMs)).then(() => databaseLocked()));
        seen.locks += 1;
      }
      await sleep(between(50, life));
      const ended = [bot, ...(second ? [second] : [])].map(async (one) => {
        const exit = await one.end('SIGKILL');
        if (exit !== 1) return expect(exit, one.text).toBe('SIGKILL');
        // Of two at once, one had to give way.
        expect(one.text).toContain('Another Dateline');
        seen.refusedStarts += 1;
      });
      await Promise.all([...ended, ...troubles]);
    }
    await arriving;
    for (const [channel, taken] of denied) discord.admin.allowBot(channel, taken);

    const last = aBot();
    await last.ready();
    const store = await Store.open({ dataDir: join(dir, 'data') }, systemClock);
    const every = Array.from({ length: EVENTS }, (_, n) => n);
    await vi.waitFor(
      async () => {
        const paths = every.map((n) => ({ id: `none-${n}`, path: pathOf(n) }));
        expect((await store.knownEvents.sift(paths)).added).toEqual([]);
        expect(await store.outbox.nextDue()).toBeNull();
      },
      { timeout: 240_000 * LOAD, interval: 500 },
    );
    let told = 0;
    let messages = 0;
    for (const [n, channel] of channels.entries()) {
      const expected = every.filter((e) => strikeOf(e) === n % STRIKES).map(pathOf);
      const inChannel = await toldIn(channel, store);
      expect(inChannel, `news-${n}`).toEqual(expected.sort());
      told += inChannel.length;
      messages += discord.as('ada').messages(channel).length;
    }
    await store.close();
    const begun = performance.now();
    expect(await last.end('SIGTERM')).toBe(0);
    const stopped = Math.round(performance.now() - begun);
    await other.close();
    console.info(
      `ready after ${Math.round(readyMs)} ms; permissions changed ${seen.permissions} times, database locked ${seen.locks} times, ` +
        `${seen.refusedStarts} second starts and ${seen.otherTokens} other tokens refused`,
    );
    console.info(
      `${KILLS} kills, ${EVENTS} events, ${FOLLOWS} follows: told ${told} times in ${messages} messages; stopped in ${stopped} ms`,
    );
  },
  (60_000 + KILLS * LEAST_LIFE_MS * 3 + 240_000) * LOAD * 2,
);
