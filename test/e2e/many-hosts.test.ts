import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addServers, componentsOf, type LocalDiscord, startLocalDiscord } from '@dateline/local-discord';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock, today } from '../../src/clock.js';
import { addDays, type CalendarDate, dateParts } from '../../src/events/calendar-date.js';
import { Store } from '../../src/store/store.js';
import { unpackComponentId } from '../../src/views/component-id.js';
import { NO_POSTGRES, type PostgresServer, postgresBin, startPostgres } from '../store/postgres.js';
import { BotProcess, compileProgram } from './bot-process.js';

/** DATELINE_HOST_KILLS=60 asks for the whole measure: 60 kills, 1,000 events, 50 follows, 20 digests; half an hour. */
const KILLS = Number(process.env.DATELINE_HOST_KILLS ?? 3);
const IS_WHOLE = KILLS >= 60;
const EVENTS = IS_WHOLE ? 1000 : 40;
const FOLLOWS = IS_WHOLE ? 50 : 10;
const DIGESTS = IS_WHOLE ? 20 : 6;
const RESTARTS = IS_WHOLE ? 2 : 1;
/** More than follows and digests need, so that no channel has both. */
const SERVERS = 40;
const SHARDS = 4;
const STRIKES = 5;
/** DATELINE_LOAD stretches all deadlines where the machine has other work. */
const LOAD = Number(process.env.DATELINE_LOAD ?? 1);

const between = (low: number, high: number) => low + Math.floor(Math.random() * (high - low + 1));
const shardOf = (guildId: string) => Number((BigInt(guildId) >> 22n) % BigInt(SHARDS));
const pathOf = (n: number) => `/news/2031/05/${1 + (n % 28)}/report-${n}.md`;
const strikeOf = (n: number) => n % STRIKES;

it.skipIf(postgresBin !== null)(`several hosts are not tested: ${NO_POSTGRES}`, (test) => test.skip());

describe.skipIf(postgresBin === null)('two hosts that share four shards and a PostgreSQL', () => {
  let dir = '';
  let discord: LocalDiscord;
  let postgres: PostgresServer;
  let url = '';
  let servers: ReturnType<typeof addServers>;

  beforeAll(async () => {
    compileProgram();
    dir = await mkdtemp(join(tmpdir(), 'dateline-hosts-'));
    postgres = await startPostgres();
    url = await postgres.fresh();
    discord = await startLocalDiscord({ record: true, maxConcurrency: 16 });
    servers = addServers(discord.world, SERVERS);
  }, 180_000);
  afterAll(async () => {
    await discord.close();
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  });

  /** A host with half of the shards and a data folder of its own. */
  const host = (at: number) =>
    new BotProcess({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: url,
      SHARD_IDS: at === 0 ? '0-1' : '2-3',
      SHARD_COUNT: String(SHARDS),
      CONTENT_DIR: join(dir, 'content'),
      DATA_DIR: join(dir, `data-${at}`),
    });

  async function write(path: string, text: string): Promise<void> {
    const file = join(dir, 'content', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.tmp`, text);
    await rename(`${file}.tmp`, file);
  }
  const event = (day: CalendarDate, headline: string) =>
    `### [${day}](/news/${day.replaceAll('-', '/')}/index.md)\n\n# ${headline} \n`;
  const arrive = (n: number) =>
    write(
      pathOf(n),
      event(
        `2031-05-${String(1 + (n % 28)).padStart(2, '0')}` as CalendarDate,
        `Aldmere strike ${strikeOf(n)}: Crew ${n} of yard ${strikeOf(n)}x leaves work over night shifts.`,
      ),
    );

  /** Follows and digests in the news channels of servers of all shards; the channels of each. */
  async function setUp(minutes: number): Promise<{ follows: string[]; digests: string[] }> {
    const store = await Store.open({ url }, systemClock);
    const of = (n: number) => servers[n % servers.length] ?? servers[0];
    const follows: string[] = [];
    const digests: string[] = [];
    const who = { userId: discord.as('ada').id, direct: false };
    for (let n = 0; n < FOLLOWS; n++) {
      const server = of(n);
      if (!server) continue;
      const channelId = n < servers.length ? server.news : server.general;
      const subject = `Aldmere strike ${strikeOf(n)}`;
      const wish = { kind: 'topic', subject, label: subject, guildId: server.guild.id } as const;
      await store.follows.add({ ...wish, ...who, channelId });
      follows.push(channelId);
    }
    // Some are due at once, the others while the hosts come and go.
    const now = new Date();
    const minuteOfDay = now.getUTCHours() * 60 + now.getUTCMinutes();
    for (let n = 0; n < DIGESTS; n++) {
      const server = servers[servers.length - 1 - n];
      if (!server) continue;
      await store.digests.set({
        guildId: server.guild.id,
        channelId: server.general,
        kind: 'on-this-day',
        minute: (minuteOfDay + Math.floor((n * minutes) / DIGESTS)) % 1440,
        weekday: null,
        timeZone: 'UTC',
        setBy: who.userId,
        lastPosted: addDays(today(systemClock), -1),
      });
      digests.push(server.general);
    }
    await store.close();
    return { follows, digests };
  }

  /** The paths of the events announced in a channel, once for each message. */
  async function toldIn(channel: string, store: Store): Promise<string[]> {
    const marks = discord
      .as('ada')
      .messages(channel)
      .map(newsMark)
      .filter((mark) => mark !== null);
    const parcels = await Promise.all(marks.map((mark) => store.outbox.marked(mark)));
    return parcels.flatMap((parcel) => parcel?.events.map(({ path }) => path) ?? ['unknown']).sort();
  }

  it(
    `tell every follow once, post every digest once and register the commands once, over ${KILLS} kills and ${RESTARTS} restart${RESTARTS > 1 ? 's' : ''} of the database`,
    async () => {
      for (const day of [today(systemClock), addDays(today(systemClock), 1)]) {
        const { month, day: dayOfMonth } = dateParts(day);
        const date = [2020, month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('-');
        await write(
          `/news/2020/${month}-${dayOfMonth}/a.md`,
          event(date as CalendarDate, 'The harbour of Aldmere opens.'),
        );
      }
      // Both start at once, over an empty database. One that ends is started again, as a service would be.
      const hosts: BotProcess[] = [];
      const seen = { kills: [0, 0], failures: [] as string[], hangs: 0 };
      let isOver = false;
      const keepUp = (at: number) => {
        const one = host(at);
        hosts[at] = one;
        void one.exit.then((exit) => {
          if (isOver) return;
          if (exit !== 'SIGKILL')
            seen.failures.push(`host ${at} ended with ${exit}: ${one.text.slice(-300)}`);
          keepUp(at);
        });
      };
      const bothReady = () =>
        vi.waitFor(() => expect(hosts.every(({ text }) => text.includes('Ctrl+C to stop'))).toBe(true), {
          timeout: 180_000 * LOAD,
        });
      const begun = performance.now();
      keepUp(0);
      keepUp(1);
      await bothReady();
      const readyMs = performance.now() - begun;
      const { follows, digests } = await setUp(IS_WHOLE ? (KILLS * readyMs) / 60_000 : 1);
      expect(new Set(servers.slice(0, FOLLOWS).map(({ guild }) => shardOf(guild.id))).size).toBe(SHARDS);

      let arrived = 0;
      const restartAt = new Set(
        Array.from({ length: RESTARTS }, (_, i) => Math.floor(((i + 1) * KILLS) / (RESTARTS + 1))),
      );
      for (let kill = 0; kill < KILLS; kill++) {
        const until = Math.floor(((kill + 1) * EVENTS) / KILLS);
        const arriving = (async () => {
          for (; arrived < until; arrived++) {
            await arrive(arrived);
            await sleep(between(0, readyMs / Math.ceil(EVENTS / KILLS)));
          }
        })();
        const restarting = restartAt.has(kill)
          ? sleep(between(0, readyMs)).then(() => postgres.restart())
          : null;
        await sleep(between(50, 2 * readyMs));
        const at = between(0, 1);
        const victim = hosts[at];
        if (IS_WHOLE && kill % 10 === 9 && victim) {
          // One that hangs for longer than its lease, and then goes on as if nothing had been.
          process.kill(victim.pid, 'SIGSTOP');
          await sleep(25_000);
          process.kill(victim.pid, 'SIGCONT');
          seen.hangs += 1;
        }
        await victim?.end('SIGKILL');
        seen.kills[at] = (seen.kills[at] ?? 0) + 1;
        await Promise.all([arriving, restarting]);
      }
      await bothReady();

      const store = await Store.open({ url }, systemClock);
      const every = Array.from({ length: EVENTS }, (_, n) => n);
      await vi.waitFor(
        async () => {
          const paths = every.map((n) => ({ id: `none-${n}`, path: pathOf(n) }));
          expect((await store.knownEvents.sift(paths)).added).toEqual([]);
          expect(await store.outbox.waiting()).toMatchObject({ count: 0 });
          for (const channel of digests) expect(onThisDayPosts(channel).length).toBeGreaterThan(0);
        },
        { timeout: 300_000 * LOAD, interval: 1_000 },
      );
      let told = 0;
      for (const [n, channel] of follows.entries()) {
        const expected = every.filter((e) => strikeOf(e) === strikeOf(n)).map(pathOf);
        const inChannel = await toldIn(channel, store);
        expect(inChannel, `follow ${n}`).toEqual(expected.sort());
        told += inChannel.length;
      }
      for (const channel of digests) expect(onThisDayPosts(channel)).toHaveLength(1);
      const writes = discord.recordedRequests.filter(
        ({ method, path }) =>
          method === 'PUT' && path === `/applications/${discord.world.applicationId}/commands`,
      );
      // One that Discord put off (429: both hosts start in the same second) or that never arrived whole changed nothing.
      const registrations = writes.filter(({ status }) => status === 200);
      expect(registrations, writes.map(({ status }) => status).join()).toHaveLength(1);
      expect(await store.outbox.givenUp()).toEqual([]);
      await store.close();
      isOver = true;
      for (const one of hosts) expect(await one.end('SIGTERM')).toBe(0);
      console.info(
        `ready after ${Math.round(readyMs)} ms; ${KILLS} kills (${seen.kills.join(' and ')}), ${seen.hangs} hangs, ` +
          `${seen.failures.length} ended by themselves, ${RESTARTS} restarts of PostgreSQL; ` +
          `${EVENTS} events told ${told} times to ${FOLLOWS} follows, ${digests.length} digests, ${registrations.length} registration`,
      );
      if (seen.failures.length > 0) console.info(seen.failures.join('\n'));
    },
    (300_000 + KILLS * 60_000 + 300_000) * LOAD,
  );

  /** All that a channel of a digest has: nothing else is posted there. */
  function onThisDayPosts(channel: string): APIMessage[] {
    return discord.as('ada').messages(channel);
  }
});

/** The mark in the custom_ids of a message of news; null where it is another message. */
function newsMark(message: APIMessage): string | null {
  for (const { custom_id } of componentsOf(message)) {
    const id = unpackComponentId(custom_id ?? '');
    if (id?.kind === 'news') return id.mark;
  }
  return null;
}
