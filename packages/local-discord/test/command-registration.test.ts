import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord;
let bot: RawBot;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateLimits: false });
  bot = await RawBot.ready(discord);
});
afterEach(() => discord.close());

const command = (more: object = {}) => ({ name: 'ask', description: 'Asks', ...more });
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'x', ...more });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

test('one PUT replaces all, and what stays keeps its id', async () => {
  const first = await bot.register([command(), command({ name: 'gone' })]);
  const second = await bot.register([command({ description: 'Asks anew' }), command({ name: 'new' })]);
  expect(second.body.map((c: { name: string }) => c.name)).toEqual(['ask', 'new']);
  expect(second.body[0].id).toBe(first.body[0].id);
  expect(second.body[0].version).not.toBe(first.body[0].version);
});

test('commands of the guild stand beside the global ones', async () => {
  await bot.register([command()]);
  const { applicationId, home } = discord.world;
  await bot.rest('PUT', `/applications/${applicationId}/guilds/${home.id}/commands`, [
    command({ name: 'own' }),
  ]);
  expect(
    discord
      .as('ada')
      .commands()
      .map((c) => c.name),
  ).toEqual(['own', 'ask']);
  expect(
    discord
      .as('ada')
      .commands('dm')
      .map((c) => c.name),
  ).toEqual(['ask']);
});

test.each([
  ['an upper-case name', [command({ name: 'Ask' })], '0.name'],
  ['a name with a space', [command({ name: 'a b' })], '0.name'],
  ['no description', [{ name: 'ask' }], '0.description'],
  ['a long description', [command({ description: 'x'.repeat(101) })], '0.description'],
  ['one name twice', [command(), command()], '1.name'],
  ['26 options', [command({ options: many(26, (i) => option(`o${i}`)) })], '0.options'],
  [
    'a required option after an optional one',
    [command({ options: [option('a'), option('b', { required: true })] })],
    '0.options.1',
  ],
  ['two options of one name', [command({ options: [option('a'), option('a')] })], '0.options.1.name'],
  [
    'choices beside autocomplete',
    [command({ options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
    '0.options.0.autocomplete',
  ],
  [
    '26 choices',
    [command({ options: [option('a', { choices: many(26, (i) => ({ name: `${i}`, value: `${i}` })) })] })],
    '0.options.0.choices',
  ],
  ['a menu entry with a description', [command({ type: 3 })], '0.description'],
])('%s is refused at its place', async (_, body, path) => {
  const answer = await bot.register(body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50_035 } });
  const place = path.split('.').reduce((node, step) => node?.[step], answer.body.errors);
  expect(place?._errors).toHaveLength(1);
});

test('more than 100 commands are refused, and more than 200 new ones a day', async () => {
  const named = (from: number, count: number) => many(count, (i) => command({ name: `c${from + i}` }));
  expect((await bot.register(named(0, 101))).body.code).toBe(30_032);
  expect((await bot.register(named(0, 100))).status).toBe(200);
  expect((await bot.register(named(100, 100))).status).toBe(200);
  expect((await bot.register(named(200, 1))).body.code).toBe(30_034);
});

test('a command that asks for a permission is offered to those who have it', async () => {
  await bot.register([command({ default_member_permissions: '32' })]);
  expect(discord.as('ada').commands()).toHaveLength(1);
  expect(discord.as('ben').commands()).toHaveLength(0);
});
