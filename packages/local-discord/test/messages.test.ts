import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord;
let bot: RawBot;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateLimits: false });
  bot = await RawBot.ready(discord);
});
afterEach(() => discord.close());

const button = (id: number, more: object = {}) => ({
  type: 2,
  style: 1,
  label: `B${id}`,
  custom_id: `b${id}`,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const option = (index: number) => ({ label: `O${index}`, value: `o${index}` });
const menu = (more: object = {}) => ({ type: 3, custom_id: 'menu', options: [option(0)], ...more });

describe('limits: a message is refused with 50035, naming the place,', () => {
  test.each([
    ['content', { content: 'x'.repeat(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
    ['too many embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds', 'BASE_TYPE_MAX_LENGTH'],
    ['an embed title', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title', 'BASE_TYPE_MAX_LENGTH'],
    [
      'an embed description',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      'embeds.0.description',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'the sum over all embeds',
      { embeds: many(2, () => ({ description: 'x'.repeat(3001) })) },
      'embeds',
      'MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['an embed of nothing', { embeds: [{ color: 1 }] }, 'embeds.0.description', 'BASE_TYPE_REQUIRED'],
    [
      'too many fields',
      { embeds: [{ fields: many(26, () => ({ name: 'n', value: 'v' })) }] },
      'embeds.0.fields',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an empty field value',
      { embeds: [{ fields: [{ name: 'n', value: '' }] }] },
      'embeds.0.fields.0.value',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an embed link that is none',
      { embeds: [{ title: 'x', url: 'nowhere' }] },
      'embeds.0.url',
      'URL_TYPE_INVALID_URL',
    ],
    [
      'a link of another scheme',
      { embeds: [{ title: 'x', url: 'ftp://a.b' }] },
      'embeds.0.url',
      'URL_TYPE_INVALID_SCHEME',
    ],
    ['six rows', { components: many(6, (i) => row(button(i))) }, 'components', 'BASE_TYPE_MAX_LENGTH'],
    [
      'six buttons in a row',
      { components: [row(...many(6, (i) => button(i)))] },
      'components.0.components',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a menu beside a button',
      { components: [row(button(0), menu())] },
      'components.0.components.1',
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'one custom_id twice',
      { components: [row(button(1)), row(button(1))] },
      'components.1.components.0.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a long custom_id',
      { components: [row(button(1, { custom_id: 'x'.repeat(101) }))] },
      'components.0.components.0.custom_id',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a long button label',
      { components: [row(button(1, { label: 'x'.repeat(81) }))] },
      'components.0.components.0.label',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'too many options',
      { components: [row(menu({ options: many(26, option) }))] },
      'components.0.components.0.options',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option value twice',
      { components: [row(menu({ options: [option(1), option(1)] }))] },
      'components.0.components.0.options.1.value',
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'a long placeholder',
      { components: [row(menu({ placeholder: 'x'.repeat(151) }))] },
      'components.0.components.0.placeholder',
      'BASE_TYPE_MAX_LENGTH',
    ],
    ['a long nonce', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce', 'BASE_TYPE_MAX_LENGTH'],
  ])('for %s', async (_, body, path, code) => {
    const answer = await bot.post('general', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50_035, message: 'Invalid Form Body' } });
    const place = path.split('.').reduce((node, step) => node?.[step], answer.body.errors);
    expect(place?._errors?.[0]?.code).toBe(code);
  });

  test('and one that fills every limit is taken', async () => {
    const embeds = [
      { title: 'x'.repeat(256), description: 'x'.repeat(4096), footer: { text: 'x'.repeat(1648) } },
    ];
    const components = many(5, (r) => row(...many(5, (i) => button(r * 5 + i))));
    const answer = await bot.post('general', { content: 'x'.repeat(2000), embeds, components });
    expect(answer.status).toBe(200);
  });
});

test('a message of nothing is refused with 50006', async () => {
  for (const body of [{}, { content: '  ' }, { embeds: [] }])
    expect((await bot.post('general', body)).body.code).toBe(50_006);
});

test('a body that is no JSON is refused with 50109', async () => {
  const { id } = discord.admin.channel('general');
  const response = await fetch(`${discord.apiUrl}/v10/channels/${id}/messages`, {
    method: 'POST',
    headers: { Authorization: `Bot ${discord.token}`, 'Content-Type': 'application/json' },
    body: '{"content":',
  });
  expect(await response.json()).toMatchObject({ code: 50_109 });
});

test('one nonce, enforced, sends one message; without enforcing it, two', async () => {
  const body = { content: 'once', nonce: 'n1', enforce_nonce: true };
  const first = await bot.post('general', body);
  const again = await bot.post('general', body);
  expect(again.body.id).toBe(first.body.id);
  expect(again.body.nonce).toBe('n1');
  expect(discord.as('ada').messages()).toHaveLength(1);
  const unenforced = await bot.post('general', { content: 'twice', nonce: 'n1' });
  expect(unenforced.body.id).not.toBe(first.body.id);
});

test('mentions ping only those allowed', async () => {
  const content = `<@${discord.as('ada').id}> <@${discord.as('ben').id}> @everyone`;
  const mentioned = async (allowed?: object) => {
    const { body } = await bot.post('general', { content, allowed_mentions: allowed });
    return body.mentions.map((user: { username: string }) => user.username);
  };
  expect(await mentioned()).toEqual(['ada', 'ben']);
  expect(await mentioned({ parse: [] })).toEqual([]);
  expect(await mentioned({ users: [discord.as('ben').id] })).toEqual(['ben']);
  const both = { parse: ['users'], users: [discord.as('ben').id] };
  const refused = await bot.post('general', { content, allowed_mentions: both });
  expect(refused.body.code).toBe(50_035);
});

test('messages are listed newest first, by before, after and around', async () => {
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4, 5]) ids.push((await bot.post('general', { content: `${n}` })).body.id);
  const { id } = discord.admin.channel('general');
  const contents = async (query: string) =>
    (await bot.rest('GET', `/channels/${id}/messages?${query}`)).body.map(
      (m: { content: string }) => m.content,
    );
  expect(await contents('limit=2')).toEqual(['5', '4']);
  expect(await contents(`before=${ids[2]}`)).toEqual(['2', '1']);
  expect(await contents(`after=${ids[2]}&limit=1`)).toEqual(['4']);
  expect(await contents(`around=${ids[2]}&limit=3`)).toEqual(['4', '3', '2']);
});

test("the bot edits and deletes its own messages, and nobody else's", async () => {
  const { body } = await bot.post('general', { content: 'old', embeds: [{ title: 'kept' }] });
  const path = `/channels/${body.channel_id}/messages/${body.id}`;
  const edited = await bot.rest('PATCH', path, { content: 'new' });
  expect(edited.body).toMatchObject({ content: 'new', embeds: [{ title: 'kept' }] });
  expect(edited.body.edited_timestamp).not.toBeNull();
  expect((await bot.rest('PATCH', path, { content: '', embeds: [] })).body.code).toBe(50_006);
  expect((await bot.rest('DELETE', path)).status).toBe(204);
  expect((await bot.rest('GET', path)).body.code).toBe(10_008);
  const foreign = discord.as('ada').send('mine');
  const other = `/channels/${foreign.channel_id}/messages/${foreign.id}`;
  expect((await bot.rest('PATCH', other, { content: 'x' })).body.code).toBe(50_005);
  expect((await bot.rest('DELETE', other)).body.code).toBe(50_013);
});

test('a file is uploaded, shown in its embed and served back', async () => {
  const form = new FormData();
  const embeds = [{ title: 'A picture', image: { url: 'attachment://dot.txt' } }];
  form.set(
    'payload_json',
    JSON.stringify({ embeds, attachments: [{ id: '0', filename: 'dot.txt', description: 'A dot.' }] }),
  );
  form.set('files[0]', new Blob(['a dot'], { type: 'text/plain' }), 'dot.txt');
  const { body } = await bot.post('general', form);
  expect(body.attachments).toEqual([]);
  const { url, description } = body.embeds[0].image;
  expect(description).toBe('A dot.');
  expect(url.startsWith(`${discord.url}/attachments/`)).toBe(true);
  expect(await (await fetch(url)).text()).toBe('a dot');
});

test('a file of more than 10 MiB is refused', async () => {
  const form = new FormData();
  form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'big.bin');
  expect((await bot.post('general', form)).status).toBe(413);
});

test('what the bot may not do is refused with what is missing', async () => {
  expect((await bot.post('staff', { content: 'x' })).body.code).toBe(50_001);
  expect((await bot.post('read-only', { content: 'x' })).body.code).toBe(50_013);
  expect((await bot.post('stories', { content: 'x' })).body.code).toBe(50_008);
  discord.admin.denyBot('general', Bits.EmbedLinks);
  expect((await bot.post('general', { content: 'x' })).status).toBe(200);
  expect((await bot.post('general', { embeds: [{ title: 'x' }] })).body.code).toBe(50_013);
  const unknown = await bot.rest('POST', '/channels/1/messages', { content: 'x' });
  expect(unknown).toMatchObject({ status: 404, body: { code: 10_003 } });
  expect((await bot.rest('GET', '/users/@me', undefined, 'wrong')).body.code).toBe(0);
});

test('direct messages reach those who take them; others are refused with 50007', async () => {
  const open = async (who: string) =>
    (await bot.rest('POST', '/users/@me/channels', { recipient_id: discord.as(who).id })).body.id;
  const channel = await open('ada');
  expect(await open('ada')).toBe(channel);
  expect((await bot.rest('POST', `/channels/${channel}/messages`, { content: 'hi' })).status).toBe(200);
  expect(
    discord
      .as('ada')
      .messages('dm')
      .map((m) => m.content),
  ).toEqual(['hi']);
  const closed = await bot.rest('POST', `/channels/${await open('eve')}/messages`, { content: 'hi' });
  expect(closed).toMatchObject({ status: 403, body: { code: 50_007 } });
});
