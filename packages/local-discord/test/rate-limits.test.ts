import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { RateLimits } from '../src/rest/rate-limits.js';
import { RawBot } from './raw-bot.js';

describe('buckets', () => {
  const messages = '/channels/111111111111111111/messages';

  test('a channel takes five messages in five seconds, each channel its own', () => {
    const limits = new RateLimits();
    const at = (now: number, path = messages) => limits.take('POST', path, now).retryAfter;
    for (let i = 0; i < 5; i++) expect(at(1000)).toBeNull();
    expect(at(1000)).toBe(5);
    expect(at(1000, '/channels/222222222222222222/messages')).toBeNull();
    expect(at(6001)).toBeNull();
  });

  test('edits of different messages of one channel share a bucket', () => {
    const limits = new RateLimits();
    for (let i = 0; i < 5; i++) limits.take('PATCH', `${messages}/33333333333333333${i}`, 0);
    expect(limits.take('PATCH', `${messages}/444444444444444444`, 0).retryAfter).toBe(5);
  });

  test('50 requests a second over everything, callbacks of interactions aside', () => {
    const limits = new RateLimits();
    for (let i = 0; i < 50; i++) limits.take('GET', `/users/${i}`, 0);
    expect(limits.take('POST', messages, 0)).toMatchObject({ scope: 'global', retryAfter: 1 });
    expect(limits.take('POST', '/interactions/1/token/callback', 0).retryAfter).toBeNull();
  });
});

describe('over HTTP', () => {
  let discord: LocalDiscord;
  let bot: RawBot;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    bot = await RawBot.ready(discord);
  });
  afterEach(() => discord.close());

  test('the headers tell what is left, and 429 how long to wait', async () => {
    const first = await bot.post('general', { content: 'x' });
    expect(first.headers.get('x-ratelimit-limit')).toBe('5');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
    for (let i = 0; i < 4; i++) await bot.post('general', { content: 'x' });
    const refused = await bot.post('general', { content: 'x' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ message: 'You are being rate limited.', global: false });
    expect(discord.as('ada').messages()).toHaveLength(5);
  });

  test('an injected fault hits as often as asked, before anything is done', async () => {
    discord.faults.inject({ on: /^POST .*messages$/, status: 502, times: 2 });
    expect((await bot.post('general', { content: 'x' })).status).toBe(502);
    expect((await bot.post('general', { content: 'x' })).status).toBe(502);
    expect((await bot.post('general', { content: 'x' })).status).toBe(200);
    expect(discord.as('ada').messages()).toHaveLength(1);
  });

  test('a fault may come after what was asked was done', async () => {
    discord.faults.inject({ on: /messages$/, cut: true, afterwards: true, times: 1 });
    const body = { content: 'x', nonce: 'n', enforce_nonce: true };
    await expect(bot.post('general', body)).rejects.toThrow('fetch failed');
    expect((await bot.post('general', body)).status).toBe(200);
    expect(discord.as('ada').messages()).toHaveLength(1);
  });

  test('an injected 429 says how long to wait', async () => {
    const heal = discord.faults.inject({ status: 429, retryAfter: 0.3 });
    const refused = await bot.rest('GET', '/users/@me');
    expect(refused).toMatchObject({ status: 429, body: { retry_after: 0.3 } });
    heal();
    expect((await bot.rest('GET', '/users/@me')).status).toBe(200);
  });
});
