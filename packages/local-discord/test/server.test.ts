import { once } from 'node:events';
import { get } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LocalDiscord, PortTaken, startLocalDiscord } from '../src/local-discord.js';
import { RawBot } from './raw-bot.js';

let discord: LocalDiscord | undefined;
afterEach(() => discord?.close());

/** The status of a request with headers that fetch would not send. */
function statusWith(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

test('a name that is not this machine is refused, with and without a WebSocket', async () => {
  discord = await startLocalDiscord();
  const { url, port } = discord;
  expect(await statusWith(url, { Host: 'rebound.example' })).toBe(403);
  expect(await statusWith(url, { Host: `rebound.example:${port}` })).toBe(403);
  expect(await statusWith(url, { Origin: 'https://elsewhere.example' })).toBe(403);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    expect(await statusWith(url, { Host: host })).toBe(200);
  for (const path of ['/gateway', '/page/socket']) {
    const foreign = new WebSocket(`ws://127.0.0.1:${port}${path}`, { origin: 'https://elsewhere.example' });
    const [error] = await once(foreign, 'error');
    expect(String(error)).toContain('403');
    const own = new WebSocket(`ws://127.0.0.1:${port}${path}`, { origin: `http://localhost:${port}` });
    await once(own, 'open');
    own.terminate();
  }
});

test('a port that is taken is named', async () => {
  discord = await startLocalDiscord();
  const { port } = discord;
  const second = startLocalDiscord({ port });
  await expect(second).rejects.toBeInstanceOf(PortTaken);
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE', port });
});

test('closing leaves nothing listening, whatever is connected', async () => {
  const closing = await startLocalDiscord();
  const bot = await RawBot.ready(closing);
  await bot.register([{ name: 'ask', description: 'x' }]);
  const pending = closing.as('ada').command('ask');
  pending.catch(() => undefined);
  const gone = once(bot.socket, 'close');
  await closing.close();
  await gone;
  await expect(fetch(closing.url)).rejects.toThrow('fetch failed');
  discord = await startLocalDiscord({ port: closing.port });
});

test('unknown paths are 404, without a token 401', async () => {
  discord = await startLocalDiscord();
  const bot = await RawBot.ready(discord);
  expect((await bot.rest('GET', '/nothing/here')).body).toEqual({ message: '404: Not Found', code: 0 });
  const bare = await fetch(`${discord.apiUrl}/v10/users/@me`);
  expect(bare.status).toBe(401);
  expect(await bare.json()).toEqual({ message: '401: Unauthorized', code: 0 });
});

test('the requests of a bot can be kept and looked at', async () => {
  discord = await startLocalDiscord({ record: true });
  const bot = await RawBot.ready(discord);
  await bot.post('general', { content: 'x' });
  await bot.post('general', {});
  const { id } = discord.admin.channel('general');
  const path = `/channels/${id}/messages`;
  expect(discord.recordedRequests).toEqual([
    { method: 'POST', path, body: { content: 'x' }, files: [], status: 200 },
    { method: 'POST', path, body: {}, files: [], status: 400 },
  ]);
});
