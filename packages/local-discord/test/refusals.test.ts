import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { RawBot } from './raw-bot.js';

describe('what the local Discord refuses, as Discord does', () => {
  let discord: LocalDiscord;
  let bot: RawBot;
  beforeEach(async () => {
    discord = await startLocalDiscord({ rateLimits: false });
    bot = await RawBot.ready(discord);
  });
  afterEach(() => discord.close());
  const direct = async (handle: string) =>
    (await bot.rest('POST', '/users/@me/channels', { recipient_id: discord.as(handle).id })).body.id;

  it('is whatever a test injects: any code, with its status', async () => {
    discord.faults.inject({ on: /^POST .*\/messages$/, code: 50_013, times: 1 });
    discord.faults.inject({
      on: /^POST .*\/messages$/,
      status: 400,
      code: 20_028,
      message: 'Slow down',
      times: 1,
    });
    expect(await bot.post('general', { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50_013 },
    });
    expect(await bot.post('general', { content: 'x' })).toMatchObject({
      status: 400,
      body: { code: 20_028, message: 'Slow down' },
    });
    expect(await bot.post('general', { content: 'x' })).toMatchObject({ status: 200 });
  });

  it('can be a page instead of JSON', async () => {
    discord.faults.inject({ html: '<h1>Blocked</h1>', status: 502, times: 1 });
    const answer = await bot.rest('GET', '/users/@me');
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('is a direct message to somebody it shares no server with (50278)', async () => {
    const stranger = discord.addPerson('fay');
    const channel = await direct('fay');
    discord.world.home.members.delete(stranger.id);
    const answer = await bot.rest('POST', `/channels/${channel}/messages`, { content: 'x' });
    expect(answer).toMatchObject({ status: 403, body: { code: 50_278 } });
  });

  it('is a reply where it may not read the history (160002)', async () => {
    const message = discord.as('ada').send('hello');
    discord.admin.denyBot('general', PermissionFlagsBits.ReadMessageHistory);
    const answer = await bot.post('general', { content: 'x', message_reference: { message_id: message.id } });
    expect(answer).toMatchObject({ status: 403, body: { code: 160_002 } });
  });

  it('is a thirty-first new conversation within a minute (40003)', async () => {
    for (let n = 0; n < 30; n++) {
      discord.addPerson(`guest-${n}`);
      await direct(`guest-${n}`);
    }
    discord.addPerson('guest-30');
    const answer = await bot.rest('POST', '/users/@me/channels', { recipient_id: discord.as('guest-30').id });
    expect(answer.body.code).toBe(40_003);
    expect(await direct('guest-3')).toBeDefined();
  });

  it('is no message whose nonce its author used in another channel: that one is given back', async () => {
    const same = { content: 'x', nonce: 'once', enforce_nonce: true };
    const first = await bot.post('general', same);
    const second = await bot.post('history', same);
    expect(second.body.id).toBe(first.body.id);
    expect(discord.as('ada').messages('history')).toEqual([]);
  });

  it('is publishing anywhere but in an announcement channel', async () => {
    const { body } = await bot.post('announcements', { content: 'news' });
    const path = `/channels/${body.channel_id}/messages/${body.id}/crosspost`;
    expect((await bot.rest('POST', path)).body.flags & 1).toBe(1);
    expect((await bot.rest('POST', path)).body.code).toBe(40_033);
    const other = (await bot.post('general', { content: 'x' })).body;
    const elsewhere = await bot.rest('POST', `/channels/${other.channel_id}/messages/${other.id}/crosspost`);
    expect(elsewhere.body.code).toBe(50_024);
  });

  it('is no id that is a bare integer, as Python writes them', async () => {
    const id = discord.as('ada').id;
    const response = await fetch(`${discord.apiUrl}/v10/users/@me/channels`, {
      method: 'POST',
      headers: { Authorization: `Bot ${discord.token}`, 'Content-Type': 'application/json' },
      body: `{"recipient_id": ${id}, "note": "17 digits in a text stay: 12345678901234567"}`,
    });
    const channel = (await response.json()) as { recipients: { id: string }[] };
    expect(channel.recipients[0]?.id).toBe(id);
  });

  it('is a callback of nobody’s interaction, before its body is read', async () => {
    const url = `${discord.apiUrl}/v10/interactions/1/nonsense/callback`;
    let read = 0;
    const body = new ReadableStream({
      pull(controller) {
        read++;
        if (read > 200) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const answer = await fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit).catch(
      () => null,
    );
    if (answer) expect(answer.status).toBe(404);
    expect(read).toBeLessThan(100);
  });

  it('is a request too large for any ten files', async () => {
    const form = new FormData();
    form.set('payload_json', '{}');
    form.set('files[0]', new Blob([new Uint8Array(102 * 1024 * 1024)]), 'x.bin');
    expect((await bot.post('general', form)).body.code).toBe(40_005);
  });

  it('is a path of a file with broken escapes, politely', async () => {
    expect((await fetch(`${discord.url}/attachments/%`)).status).toBe(404);
  });

  it('is a page of another program on this machine', async () => {
    const stranger = { headers: { Origin: 'http://localhost:9' } };
    expect((await fetch(discord.url, stranger)).status).toBe(403);
    const own = { headers: { Origin: discord.url } };
    expect((await fetch(discord.url, own)).status).toBe(200);
  });
});
