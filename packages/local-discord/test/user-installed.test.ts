import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { commands } from './commands.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord;
let bot: RawBot;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateLimits: false });
  bot = await RawBot.ready(discord);
  await bot.register(commands);
});
afterEach(() => discord.close());

test('in a server without the bot, those who installed it bring its commands along', async () => {
  const named = (who: string) =>
    discord
      .as(who)
      .commands('elsewhere')
      .map((c) => c.name);
  expect(named('ada')).toEqual(['tell', 'Look at this']);
  expect(named('chloe')).toEqual([]);
});

test('the interaction names only the person as owner, and little is permitted', async () => {
  const ada = discord.as('ada');
  const seen = ada.command('tell', {}, { channel: 'elsewhere' });
  const { d } = await bot.event('INTERACTION_CREATE');
  expect(d.authorizing_integration_owners).toEqual({ 1: ada.id });
  expect(d.context).toBe(0);
  expect(BigInt(d.app_permissions) & 2048n).toBe(0n);
  const posting = await bot.rest('POST', `/channels/${d.channel_id}/messages`, { content: 'x' });
  expect(posting.body.code).toBe(50_001);
  await bot.callback(await bot.event('INTERACTION_CREATE'), { type: 4, data: { content: 'hello' } });
  expect((await seen).isPrivate).toBe(false);
});

test('five follow-ups at most', async () => {
  const seen = discord.as('ada').command('tell', {}, { channel: 'elsewhere' });
  const interaction = await bot.event('INTERACTION_CREATE');
  await bot.callback(interaction, { type: 4, data: { content: 'hello' } });
  for (let i = 0; i < 5; i++)
    expect((await bot.webhook(interaction, 'POST', '', { content: `${i}` })).status).toBe(200);
  expect((await bot.webhook(interaction, 'POST', '', { content: 'six' })).body.code).toBe(40_094);
  expect((await seen).followUps).toHaveLength(5);
});

test('where apps people bring along may not speak up, every answer is private', async () => {
  const seen = discord.as('ben').command('tell', {}, { channel: 'elsewhere-quiet' });
  await bot.callback(await bot.event('INTERACTION_CREATE'), { type: 4, data: { content: 'psst' } });
  expect((await seen).isPrivate).toBe(true);
});

test('between two people it has the context of a private channel, with the bot that of direct messages', async () => {
  const ada = discord.as('ada');
  const contextIn = async (channel: string) => {
    const from = bot.received.length;
    const seen = ada.command('tell', {}, { channel });
    const interaction = await bot.event('INTERACTION_CREATE', from);
    await bot.callback(interaction, { type: 4, data: { content: 'x' } });
    await seen;
    return interaction.d;
  };
  const between = await contextIn('ada-and-ben');
  expect(between).toMatchObject({ context: 2, authorizing_integration_owners: { 1: ada.id } });
  expect(between.user.id).toBe(ada.id);
  expect(between).not.toHaveProperty('guild_id');
  expect(await contextIn('dm')).toMatchObject({ context: 1 });
});

test('a bot removed from the server receives an event, and finds its channels closed', async () => {
  discord.admin.removeBot();
  expect((await bot.event('GUILD_DELETE')).d.id).toBe(discord.world.home.id);
  expect((await bot.post('general', { content: 'x' })).body.code).toBe(50_001);
  const from = bot.received.length;
  discord.admin.inviteBot();
  await bot.event('GUILD_CREATE', from);
  expect((await bot.post('general', { content: 'x' })).status).toBe(200);
});
