import { once } from 'node:events';
import { createInflate } from 'node:zlib';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { ChannelType, GatewayOpcodes as Op, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { createThread } from '../src/world/threads.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord();
});
afterEach(() => discord.close());

/** A connection that has sent one payload. */
async function sent(op: number, d: unknown): Promise<RawBot> {
  const bot = new RawBot(discord);
  await once(bot.socket, 'open');
  bot.send(op, d);
  return bot;
}

test('it says hello and answers a heartbeat', async () => {
  const bot = await sent(Op.Heartbeat, null);
  expect((await bot.payload((p) => p.op === Op.Hello)).d.heartbeat_interval).toBe(41_250);
  await bot.payload((p) => p.op === Op.HeartbeatAck);
});

test.each([
  ['a wrong token', 4004, { token: 'wrong', intents: 1 }],
  ['a privileged intent nobody switched on', 4014, { intents: 1 | (1 << 15) }],
  ['an intent there is not', 4013, { intents: 1 << 30 }],
  ['a shard beyond their number', 4010, { intents: 1, shard: [2, 2] }],
])('%s closes the connection with %i', async (_, code, identify) => {
  const bot = await sent(Op.Identify, { token: discord.token, properties: {}, ...identify });
  expect(await bot.closed()).toBe(code);
});

test('identifying twice closes with 4005, an unknown opcode with 4001', async () => {
  const bot = await RawBot.ready(discord);
  bot.send(Op.Identify, { token: discord.token, intents: 1 });
  expect(await bot.closed()).toBe(4005);
  expect(await (await sent(99, {})).closed()).toBe(4001);
});

test('READY names the guild, and GUILD_CREATE brings it with its channels', async () => {
  const bot = await RawBot.ready(discord);
  const ready = await bot.event('READY');
  expect(ready.d).toMatchObject({ v: 10, guilds: [{ id: discord.world.home.id, unavailable: true }] });
  const guild = await bot.event('GUILD_CREATE');
  const names = guild.d.channels.map((channel: { name: string }) => channel.name);
  expect(names).toEqual(expect.arrayContaining(['general', 'stories', 'no-threads']));
});

test('without the intent for it, an event is not sent', async () => {
  const deaf = await RawBot.ready(discord, 0);
  const hears = await RawBot.ready(discord, 1 | (1 << 9));
  discord.as('ada').send('hello');
  await hears.event('MESSAGE_CREATE');
  expect(deaf.received.map((p) => p.t)).toEqual([null, 'READY']);
});

test('what people say is blank for the bot unless it is mentioned or written to', async () => {
  const bot = await RawBot.ready(discord, 1 | (1 << 9) | (1 << 12));
  const contents = () => bot.received.filter((p) => p.t === 'MESSAGE_CREATE').map((p) => p.d.content);
  discord.as('ada').send('between us');
  discord.as('ada').send('@bot and then?');
  discord.as('ada').send('to you alone', { channel: 'dm' });
  await bot.payload((p) => p.d?.content === 'to you alone');
  expect(contents()).toEqual(['', `<@${discord.world.bot.user.id}> and then?`, 'to you alone']);
});

test('a session whose line was cut resumes with what it missed', async () => {
  const bot = await RawBot.ready(discord, 1 | (1 << 9));
  const { session_id } = (await bot.event('READY')).d;
  const { s: seq } = await bot.event('GUILD_CREATE');
  bot.socket.terminate();
  await once(bot.socket, 'close');
  await new Promise((resolve) => setTimeout(resolve, 50));
  discord.as('ada').send('@bot missed');
  const again = await sent(Op.Resume, { token: discord.token, session_id, seq });
  expect((await again.event('MESSAGE_CREATE')).d.content).toContain('missed');
  await again.event('RESUMED');
});

test('a session unknown or ended can not be resumed', async () => {
  const bot = await sent(Op.Resume, { token: discord.token, session_id: 'nonsense', seq: 1 });
  expect((await bot.payload((p) => p.op === Op.InvalidSession)).d).toBe(false);
});

test('a connection that sends no heartbeat is closed with 4009', async () => {
  await discord.close();
  discord = await startLocalDiscord({ heartbeatMs: 60 });
  expect(await (await RawBot.ready(discord)).closed()).toBe(4009);
});

test('another version, another encoding and another compression are refused', async () => {
  const base = `${discord.url.replace('http', 'ws')}/gateway`;
  const [old] = await once(new WebSocket(`${base}?v=6&encoding=json`), 'close');
  expect(old).toBe(4012);
  for (const query of ['v=10&encoding=etf', 'v=10&encoding=json&compress=zstd-stream']) {
    const [code] = await once(new WebSocket(`${base}?${query}`), 'close');
    expect(code).toBe(4002);
  }
});

test('discord.js reconnects automatically when asked to, cut off, or after its session is invalidated', async () => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
  client.on(Events.Error, () => undefined);
  await Promise.all([once(client, Events.ClientReady), client.login(discord.token)]);
  for (const disturb of [() => discord.gateway.askToReconnect(), () => discord.gateway.cutConnections()]) {
    const resumed = once(client, Events.ShardResume);
    disturb();
    await resumed;
  }
  const ready = once(client, Events.ShardReady);
  discord.gateway.invalidateSessions();
  await ready;
  await client.destroy();
}, 20_000);

test('a bot that comes after another one finds the same world', async () => {
  const first = await RawBot.ready(discord);
  await first.register([{ name: 'here', description: 'x' }]);
  const { body } = await first.post('general', { content: 'still here' });
  first.socket.terminate();
  const second = await RawBot.ready(discord);
  const found = await second.rest('GET', `/channels/${body.channel_id}/messages/${body.id}`);
  expect(found.body.content).toBe('still here');
  expect(discord.as('ada').commands()).toHaveLength(1);
});

test('a connection that asks for it gets one zlib stream', async () => {
  const socket = new WebSocket(
    `${discord.url.replace('http', 'ws')}/gateway?v=10&encoding=json&compress=zlib-stream`,
  );
  const texts: string[] = [];
  const inflate = createInflate();
  inflate.on('data', (part: Buffer) => texts.push(part.toString()));
  socket.on('message', (bytes: Buffer) => {
    expect(bytes.subarray(-4).toString('hex')).toBe('0000ffff');
    inflate.write(bytes);
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ op: 2, d: { token: discord.token, intents: 1, properties: {} } }));
  await vi.waitFor(() => expect(texts.join('')).toContain('"t":"READY"'));
  await vi.waitFor(() => expect(texts.join('')).toContain('"t":"GUILD_CREATE"'));
  socket.terminate();
});

test('a handshake can be refused as in an outage, and the sessions left be few', async () => {
  discord.gateway.refuseHandshakes(503);
  const socket = new WebSocket(`${discord.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const [error] = await once(socket, 'error');
  expect(String(error)).toContain('503');
  discord.gateway.refuseHandshakes(null);
  discord.gateway.leaveSessions(1);
  const bot = await RawBot.ready(discord);
  const { body } = await bot.rest('GET', '/gateway/bot');
  expect(body.session_start_limit.remaining).toBe(0);
});

test('a server that goes out of reach is reported as unavailable, not as left', async () => {
  const bot = await RawBot.ready(discord);
  discord.gateway.guildUnavailable(discord.world.home.id);
  expect((await bot.event('GUILD_DELETE')).d).toEqual({ id: discord.world.home.id, unavailable: true });
  const from = bot.received.length;
  discord.gateway.guildAvailable(discord.world.home.id);
  expect((await bot.event('GUILD_CREATE', from)).d.unavailable).toBe(false);
});

test('a bot that gets to see a channel receives its threads', async () => {
  const bot = await RawBot.ready(discord);
  const staff = discord.admin.channel('staff');
  createThread(discord.world, staff, {
    name: 'plans',
    owner: discord.as('ada').id,
    autoArchiveMinutes: 60,
    type: ChannelType.PublicThread,
  });
  discord.admin.grantBot('staff', PermissionFlagsBits.ViewChannel);
  const { d } = await bot.event('THREAD_LIST_SYNC');
  expect(d.channel_ids).toEqual([staff.id]);
  expect(d.threads.map((thread: { name: string }) => thread.name)).toEqual(['plans']);
});
