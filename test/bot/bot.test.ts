import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EventArchive } from '../../src/archive/event-archive.js';
import { createBot } from '../../src/bot/bot.js';
import { inviteLink } from '../../src/bot/invite-link.js';
import { systemClock } from '../../src/clock.js';
import { Store } from '../../src/store/store.js';
import { answeringApi } from './answering-api.js';

let archive: EventArchive;
let dataDir: string;
let store: Store;
beforeAll(async () => {
  archive = await EventArchive.over([]);
  dataDir = await mkdtemp(join(tmpdir(), 'dateline-bot-'));
  store = await Store.open({ dataDir }, systemClock);
});
afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});
let close: (() => Promise<unknown>) | undefined;
afterEach(() => close?.());

async function startAgainst(apiUrl: string) {
  const log = pino({ level: 'silent' });
  const bot = createBot({
    archive,
    clock: systemClock,
    log,
    commands: [],
    token: 'not.a.token',
    apiUrl,
    threads: store.threads,
    talk: store.talk,
  });
  const result = await bot.start();
  await bot.stop();
  return result.ok ? null : result.problem;
}

describe('a start that fails says in one sentence what to do', () => {
  test('when the token is wrong', async () => {
    const api = await answeringApi(() => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } }));
    close = api.close;
    const problem = await startAgainst(api.url);
    expect(problem?.kind).toBe('bad-token');
    expect(problem?.sentence).toContain('DISCORD_TOKEN');
  });

  test('when nothing listens there', async () => {
    const api = await answeringApi(() => ({ status: 200, body: {} }));
    await api.close();
    const problem = await startAgainst(api.url);
    expect(problem?.kind).toBe('unreachable');
    expect(problem?.sentence).toContain(api.url);
  });

  test('when what answers there is not Discord', async () => {
    const api = await answeringApi(() => ({ status: 404, body: { message: 'no such page' } }));
    close = api.close;
    expect((await startAgainst(api.url))?.kind).toBe('refused');
  });
});

test('the invite link asks only for the permissions that are used', () => {
  const query = new URL(inviteLink('123456789012345678')).searchParams;
  expect(query.get('scope')).toBe('bot applications.commands');
  const bits = BigInt(query.get('permissions') ?? '');
  const asked = Array.from({ length: 52 }, (_, n) => n).filter((n) => (bits & (1n << BigInt(n))) !== 0n);
  // View Channel, Send Messages, Embed Links, Attach Files, Read Message History, Create Public Threads, Send in Threads.
  expect(asked).toEqual([10, 11, 14, 15, 16, 35, 38]);
});
