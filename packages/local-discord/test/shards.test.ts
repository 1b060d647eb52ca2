import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { afterEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { addServers } from '../src/world/many-servers.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord;

afterEach(() => discord.close());

async function identify(shard: unknown, intents = 1): Promise<RawBot> {
  const bot = new RawBot(discord);
  await once(bot.socket, 'open');
  bot.send(Op.Identify, { token: discord.token, intents, properties: {}, shard });
  return bot;
}
const shardOf = (id: string, count: number) => Number((BigInt(id) >> 22n) % BigInt(count));

test('each shard receives its servers, and all of them together every server', async () => {
  discord = await startLocalDiscord({ servers: 40 });
  const sent: string[] = [];
  for (const id of [0, 1, 2, 3]) {
    const ready = await (await identify([id, 4])).event('READY');
    const guilds: string[] = ready.d.guilds.map((guild: { id: string }) => guild.id);
    expect(guilds.length).toBeGreaterThan(3);
    expect(guilds.filter((guild) => shardOf(guild, 4) !== id)).toEqual([]);
    sent.push(...guilds);
  }
  expect(new Set(sent).size).toBe(41);
});

test('what happens in a server reaches its shard only, and direct messages the first one', async () => {
  discord = await startLocalDiscord();
  const servers = addServers(discord.world, 8);
  const all = 1 | (1 << 9) | (1 << 12);
  const bots = await Promise.all([0, 1].map((id) => identify([id, 2], all)));
  await Promise.all(bots.map((bot) => bot.event('READY')));
  const ada = discord.as('ada');
  for (const { general, guild } of servers) ada.send(guild.id, { channel: general });
  ada.send('in private', { channel: 'dm' });
  await bots[0]?.payload((p) => p.d?.content === 'in private');
  const heard = (bot: RawBot | undefined) =>
    bot?.received.filter((p) => p.t === 'MESSAGE_CREATE').map((p) => p.d.guild_id ?? 'dm') ?? [];
  const last = servers.findLast(({ guild }) => shardOf(guild.id, 2) === 1);
  await bots[1]?.payload((p) => p.d?.guild_id === last?.guild.id && p.t === 'MESSAGE_CREATE');
  expect(heard(bots[1])).toEqual(servers.map(({ guild }) => guild.id).filter((id) => shardOf(id, 2) === 1));
  expect(heard(bots[0])).toEqual([
    ...servers.map(({ guild }) => guild.id).filter((id) => shardOf(id, 2) === 0),
    'dm',
  ]);
});

test('a shard with more than 2,500 servers is closed with 4011, and more shards are recommended', async () => {
  discord = await startLocalDiscord({ servers: 2600 });
  expect(await (await identify([0, 1])).closed()).toBe(4011);
  const { body } = await (await identify([0, 2])).rest('GET', '/gateway/bot');
  expect(body).toMatchObject({ shards: 3, session_start_limit: { total: 1000, max_concurrency: 1 } });
});

test.each([[[2, 2]], [[-1, 2]], [[0, 0]], [[0.5, 2]]])('the shard %j is closed with 4010', async (shard) => {
  discord = await startLocalDiscord();
  expect(await (await identify(shard)).closed()).toBe(4010);
});

test('shards that share a place in max_concurrency identify five seconds apart', async () => {
  discord = await startLocalDiscord({ maxConcurrency: 2 });
  await (await identify([0, 4])).event('READY');
  await (await identify([1, 4])).event('READY');
  const early = await identify([2, 4]);
  expect((await early.payload((p) => p.op === Op.InvalidSession)).d).toBe(false);
});

test('discord.js connects several shards from one client, and finds each server', async () => {
  discord = await startLocalDiscord({ servers: 30 });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: [1, 2],
    shardCount: 3,
    rest: { api: discord.apiUrl },
  });
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  const guilds = [...client.guilds.cache.keys()];
  expect(guilds.length).toBe(
    [...discord.world.guilds.keys()].filter((id) => discord.world.botIsIn(id) && shardOf(id, 3) !== 0).length,
  );
  expect(guilds.filter((id) => shardOf(id, 3) === 0)).toEqual([]);
  await client.destroy();
});
