import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from '@dateline/local-discord';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Running, startApp } from '../../src/app.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';

describe('a bot that is asked how it is', () => {
  let dir: string;
  let discord: LocalDiscord;
  let app: Running | null = null;
  const settings = (more: Readonly<Record<string, string>> = {}) =>
    readConfig({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      CONTENT_DIR: 'content',
      DATA_DIR: join(dir, 'data'),
      HEALTH_PORT: '0',
      ...more,
    });
  const start = async (more: Readonly<Record<string, string>> = {}) => {
    app = await startApp(settings(more), pino({ level: 'silent' }), systemClock);
    return app;
  };
  const ask = (path: string) => fetch(`http://127.0.0.1:${app?.healthPort}${path}`);
  const ada = () => discord.as('ada');

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dateline-health-'));
    discord = await startLocalDiscord();
  });
  afterEach(async () => {
    await app?.stop();
    app = null;
    await discord.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('is alive and ready, and says so no longer when it has lost the gateway', async () => {
    await start();
    expect((await ask('/healthz')).status).toBe(200);
    const ready = await ask('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ gateway: true, index: true, store: true });
    discord.gateway.refuseHandshakes(503);
    discord.gateway.cutConnections();
    await vi.waitFor(async () => expect((await ask('/readyz')).status).toBe(503), 5_000);
    expect(await (await ask('/readyz')).json()).toMatchObject({ gateway: false, index: true });
    expect((await ask('/healthz')).status).toBe(200);
  });

  test('reports to Prometheus its questions by outcome, how long they took, and what waits', async () => {
    await start();
    await ada().command('ask', { question: 'When did a booster first land at sea?' });
    await ada().command('follow topic', { topic: 'Brexit' });
    const metrics = await ask('/metrics');
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    const text = await metrics.text();
    expect(text).toMatch(/dateline_answers_total\{what="ask",outcome="answered"\} 1/);
    expect(text).toMatch(/dateline_answer_duration_seconds_count\{what="ask"\} 1/);
    for (const line of [
      'dateline_gateway_ready 1',
      'dateline_gateway_shards_lost 0',
      'dateline_follows 1',
      'dateline_outbox_messages 0',
      'dateline_outbox_oldest_seconds 0',
    ])
      expect(text).toContain(line);
    expect(text).toMatch(/dateline_events \d{3}/);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('booster');
  });

  test('answers nowhere unless configured, and only on this machine', async () => {
    const running = await start({ HEALTH_PORT: '' });
    expect(running.healthPort).toBeNull();
    expect(readConfig({}).healthHost).toBe('127.0.0.1');
  });

  test('says that the port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    await expect(start({ HEALTH_PORT: String(port) })).rejects.toThrow(/HEALTH_PORT/);
    other.close();
  });

  test('shows a person what it keeps, and deletes it when asked twice', async () => {
    await start({ PRIVACY_URL: 'https://example.org/privacy' });
    await ada().command('follow topic', { topic: 'Brexit' });
    const seen = await ada().command('privacy', {});
    expect(seen.isPrivate).toBe(true);
    expect(seen.text).toContain('1 follow you set up');
    expect(JSON.stringify(seen.message.components)).toContain('https://example.org/privacy');
    const sure = await ada().click(seen, 'Delete my data');
    expect((await ada().command('following', {})).text).toContain('Brexit');
    const done = await ada().click(sure, 'Yes, delete it');
    expect(done.text).toContain('deleted everything I kept about you');
    expect((await ada().command('following', {})).text).not.toContain('Brexit');
  });

  test('deletes what it keeps for a server only for those who manage it', async () => {
    await start();
    await ada().command('follow topic', { topic: 'Brexit' });
    const member = await discord.as('ben').command('privacy', {});
    expect(JSON.stringify(member.message.components)).not.toContain('Delete this server');
    const seen = await ada().command('privacy', {});
    const sure = await ada().click(seen, 'Delete this server’s data');
    await ada().click(sure, 'Yes, delete it');
    expect((await ada().command('following', {})).text).not.toContain('Brexit');
  });
});
