import { componentsOf } from '@dateline/local-discord';
import { ComponentType } from 'discord-api-types/v10';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RunningBot } from './running-bot.js';

let bot: RunningBot;
afterEach(() => bot.stop());
const ada = () => bot.discord.as('ada');
const question = { question: 'When did the harbour bridge open?' };
const lines = () => bot.logged.map((line) => JSON.parse(line) as { level: number; msg: string });
const errors = () => lines().filter(({ level }) => level >= 50);

describe('a callback that failed and was carried out all the same', () => {
  const callback = /\/callback$/;

  test('of a command is continued by editing: the answer is there once, and no error is logged', async () => {
    bot = await RunningBot.start();
    bot.discord.faults.inject({ on: callback, status: 502, afterwards: true, times: 1 });
    await ada().command('ask', question);
    await vi.waitFor(() => {
      const answers = ada()
        .messages()
        .filter((m) => m.author.bot);
      expect(answers).toHaveLength(1);
      expect(answers[0]?.embeds.length).toBeGreaterThan(0);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(errors()).toEqual([]);
    expect(
      ada()
        .messages()
        .filter((m) => m.author.bot),
    ).toHaveLength(1);
  });

  test('of a press is continued by editing', async () => {
    bot = await RunningBot.start();
    const seen = await ada().command('ask', question);
    const menu = componentsOf(seen.message).find((c) => c.type === ComponentType.StringSelect);
    const button = componentsOf(seen.message).find((c) => c.type === ComponentType.Button && c.custom_id);
    bot.discord.faults.inject({ on: callback, status: 500, afterwards: true, times: 1 });
    if (menu?.options?.[0]) await ada().select(seen, menu.options[0].value);
    else await ada().click(seen, button?.custom_id ?? '');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(errors()).toEqual([]);
  });

  test('that keeps failing was carried out too: the existing reply is edited', async () => {
    bot = await RunningBot.start();
    bot.discord.faults.inject({ on: callback, cut: true, afterwards: true, times: 1 });
    await ada().command('ask', question);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(errors()).toEqual([]);
    expect(
      ada()
        .messages()
        .filter((m) => m.author.bot),
    ).toHaveLength(1);
  });
});

describe('a malformed dispatch', () => {
  test.each([
    ['null', 'INTERACTION_CREATE', null],
    ['without data', 'INTERACTION_CREATE', { id: '1', token: 'x', type: 2, user: { id: '2' } }],
    [
      'without member and user',
      'INTERACTION_CREATE',
      { id: '1', token: 'x', type: 2, data: { name: 'ask' } },
    ],
    ['a message without an author', 'MESSAGE_CREATE', { id: '1', channel_id: '2' }],
    ['a channel of nothing', 'CHANNEL_UPDATE', null],
    ['that discord.js trips over', 'GUILD_ROLE_UPDATE', { guild_id: 5, role: null }],
  ])('(%s) is logged and dropped, and the next question is answered', async (_, name, data) => {
    bot = await RunningBot.start();
    bot.discord.gateway.sendRaw(name, data);
    const seen = await ada().command('ask', question);
    expect(seen.message.embeds.length).toBeGreaterThan(0);
    const told = lines().filter(({ msg }) => msg.includes('malformed dispatch'));
    expect(told.length).toBeLessThanOrEqual(1);
    if (name !== 'GUILD_ROLE_UPDATE') expect(told).toHaveLength(1);
  });

  test('an interaction that is delivered twice is answered once, without an error', async () => {
    bot = await RunningBot.start();
    const stop = bot.discord.world.listen((happening) => {
      if (happening.kind === 'interaction-create') bot.discord.gateway.deliverAgain(happening.payload);
    });
    const seen = await ada().command('ask', question);
    stop();
    expect(seen.message.embeds.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(errors()).toEqual([]);
    expect(
      ada()
        .messages()
        .filter((m) => m.author.bot),
    ).toHaveLength(1);
  });
});

describe('a start says in one sentence', () => {
  test('that a request was not answered in time', async () => {
    bot = await RunningBot.prepare({ requestMs: 300 });
    bot.discord.faults.inject({ on: /^GET \/gateway\/bot/, delayMs: 5_000 });
    const begun = performance.now();
    expect((await bot.problem())?.kind).toBe('unreachable');
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test('until when it may not ask again, after a long Retry-After', async () => {
    bot = await RunningBot.prepare();
    bot.discord.faults.inject({ status: 429, retryAfter: 3_600 });
    const problem = await bot.problem();
    expect(problem?.kind).toBe('rate-limited');
    expect(problem?.sentence).toMatch(/until \d+ \w+ \d{4}, \d\d:\d\d UTC/);
  });

  test('that the gateway is down, where it answers 503', async () => {
    bot = await RunningBot.prepare();
    bot.discord.gateway.refuseHandshakes(503);
    const problem = await bot.problem();
    expect(problem?.kind).toBe('gateway-down');
    expect(problem?.sentence).toContain('503');
  });

  test('that Discord accepts no further commands today', async () => {
    bot = await RunningBot.prepare();
    bot.discord.faults.inject({ on: /^PUT .*\/commands$/, status: 400, code: 30_034 });
    expect((await bot.problem())?.kind).toBe('too-many-commands');
  });

  test('that Discord accepts no further commands until a given time', async () => {
    bot = await RunningBot.prepare();
    bot.discord.faults.inject({ on: /^PUT .*\/commands$/, status: 429, retryAfter: 7_200 });
    const problem = await bot.problem();
    expect(problem?.kind).toBe('too-many-commands');
    expect(problem?.sentence).toContain('UTC');
  });

  test('that the sessions of the day are used up, and until when', async () => {
    bot = await RunningBot.prepare();
    bot.discord.gateway.leaveSessions(0);
    const problem = await bot.problem();
    expect(problem?.kind).toBe('sessions-used-up');
    expect(problem?.sentence).toContain('UTC');
  });

  test.each([200, 403, 502])('that a proxy answers with a page (%i)', async (status) => {
    bot = await RunningBot.prepare();
    bot.discord.faults.inject({ html: '<html><h1>Access denied</h1></html>', status });
    expect((await bot.problem())?.kind).toBe(status === 502 ? 'unreachable' : 'not-discord');
  });

  test('that it was called off, and disconnects', async () => {
    bot = await RunningBot.prepare();
    bot.discord.faults.inject({ on: /commands/, delayMs: 10_000 });
    const calledOff = new AbortController();
    const start = bot.bot.start(calledOff.signal);
    setTimeout(() => calledOff.abort(), 300);
    await expect(start).rejects.toThrow(/abort/i);
    expect(bot.discord.gateway.botIsConnected).toBe(false);
  });
});

describe('an outage', () => {
  test('is two lines in the log, however often it is tried between', async () => {
    bot = await RunningBot.start({ logLevel: 'info' });
    const from = bot.logged.length;
    bot.discord.gateway.refuseHandshakes(503);
    bot.discord.gateway.cutConnections();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(bot.bot.ready()).toBe(false);
    bot.discord.gateway.refuseHandshakes(null);
    await vi.waitFor(() => expect(bot.bot.ready()).toBe(true), { timeout: 15_000 });
    const told = lines()
      .slice(from)
      .map(({ msg }) => msg);
    expect(told.filter((msg) => msg.includes('is lost'))).toHaveLength(1);
    expect(told.filter((msg) => msg.includes('connected to Discord again'))).toHaveLength(1);
    expect(told).toHaveLength(2);
    const seen = await ada().command('ask', question);
    expect(seen.message.embeds.length).toBeGreaterThan(0);
  });

  test('that ends with a resumed session is said to be over, once', async () => {
    bot = await RunningBot.start({ logLevel: 'info' });
    bot.discord.gateway.cutConnections();
    await vi.waitFor(
      () => expect(lines().filter(({ msg }) => msg === 'connected to Discord again')).toHaveLength(1),
      { timeout: 10_000 },
    );
  });
});
