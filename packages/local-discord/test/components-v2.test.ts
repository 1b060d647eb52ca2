import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { RawBot } from './raw-bot.js';

const V2 = 1 << 15;
let discord: LocalDiscord;
let bot: RawBot;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateLimits: false });
  bot = await RawBot.ready(discord);
});
afterEach(() => discord.close());

const text = (content: string) => ({ type: 10, content });
const container = (...components: object[]) => ({ type: 17, components });
const thumbnail = { type: 11, media: { url: 'https://example.org/a.png' } };
const button = (id: number) => ({ type: 2, style: 2, label: `B${id}`, custom_id: `b${id}` });
const row = (...ids: number[]) => ({ type: 1, components: ids.map(button) });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

describe('a message with Components V2 is refused with 50035, naming the place,', () => {
  test.each([
    ['with content beside them', { content: 'x', components: [text('x')] }, 'content'],
    ['with embeds beside them', { embeds: [{ title: 'x' }], components: [text('x')] }, 'embeds'],
    ['with over 40 components', { components: many(41, () => text('x')) }, 'components'],
    [
      'with over 40 components, nested ones counted',
      { components: [container(...many(40, () => text('x')))] },
      'components',
    ],
    [
      'with over 4,000 characters over all texts',
      { components: [text('x'.repeat(2001)), container(text('y'.repeat(2000)))] },
      'components',
    ],
    ['with an empty text', { components: [text('')] }, 'components.0.content'],
    ['with an empty container', { components: [container()] }, 'components.0.components'],
    [
      'with a container in a container',
      { components: [container(container(text('x')))] },
      'components.0.components.0.type',
    ],
    [
      'with a section without an accessory',
      { components: [{ type: 9, components: [text('x')] }] },
      'components.0.accessory',
    ],
    [
      'with a section of four texts',
      { components: [{ type: 9, components: many(4, () => text('x')), accessory: thumbnail }] },
      'components.0.components',
    ],
    ['with a button outside a row', { components: [button(1)] }, 'components.0.type'],
    [
      'with one custom_id twice',
      { components: [row(1), container(row(1))] },
      'components.1.components.0.components.0.custom_id',
    ],
    ['with an empty gallery', { components: [{ type: 12, items: [] }] }, 'components.0.items'],
    [
      'with a file of the web',
      { components: [{ type: 13, file: { url: 'https://example.org/a' } }] },
      'components.0.file.url',
    ],
    [
      'with a colour that is none',
      { components: [{ ...container(text('x')), accent_color: 0x1000000 }] },
      'components.0.accent_color',
    ],
    [
      'with a picture that is not attached',
      { components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }] },
      'components',
    ],
  ])('%s', async (_, body, place) => {
    const answer = await bot.post('general', { flags: V2, ...body });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe(50_035);
    const at = place.split('.').reduce((node, step) => node?.[step], answer.body.errors);
    expect(at?._errors).toBeDefined();
  });
});

describe('Components V2', () => {
  test('are refused without their flag', async () => {
    expect((await bot.post('general', { components: [text('x')] })).status).toBe(400);
  });

  test('stay for ever: an edit without the flag is read as one with it', async () => {
    const sent = await bot.post('general', { flags: V2, components: [text('before')] });
    expect(sent.body.flags & V2).toBe(V2);
    const path = `/channels/${sent.body.channel_id}/messages/${sent.body.id}`;
    expect((await bot.rest('PATCH', path, { content: 'plain', components: [] })).status).toBe(400);
    const edited = await bot.rest('PATCH', path, { components: [container(text('after'))] });
    expect(edited.status).toBe(200);
    expect(edited.body.flags & V2).toBe(V2);
  });

  test('take the place of embeds in an edit that empties those, and of no others', async () => {
    const sent = await bot.post('general', { content: 'x', embeds: [{ title: 'x' }] });
    const path = `/channels/${sent.body.channel_id}/messages/${sent.body.id}`;
    expect((await bot.rest('PATCH', path, { flags: V2, components: [text('x')] })).status).toBe(400);
    const body = { flags: V2, content: null, embeds: [], components: [text('x')] };
    expect((await bot.rest('PATCH', path, body)).status).toBe(200);
  });
});
