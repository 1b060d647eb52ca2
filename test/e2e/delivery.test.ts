import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LocalDiscord, startLocalDiscord, textOf } from '@dateline/local-discord';
import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Running, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';

const file = (day: number, sentence: string) => ({
  path: `news/2031/05/${day}/${sentence.toLowerCase().replace(/[^a-z]+/g, '-')}.md`,
  text: `### [2031-05-${day}](/news/2031/05/${day}/index.md)\n\n# Aldmere harbour strike: ${sentence} \n`,
});
const begins = file(7, 'Dockers in Aldmere stop work over night shifts.');
const spreads = file(9, 'Crane drivers in Aldmere join the dockers.');
const ends = file(21, 'Dockers and owners in Aldmere agree on shorter nights.');
const DAY = 24 * 60 * 60_000;
const subject = { topic: 'Aldmere harbour strike' };

describe('what was promised is delivered', () => {
  let dir: string;
  let discord: LocalDiscord;
  let app: Running | null = null;
  let ahead = 0;
  const logged: string[] = [];
  const clock = { now: () => new Date(Date.now() + ahead) };
  const ada = () => discord.as('ada');
  const start = async () => {
    const config = readConfig({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      CONTENT_DIR: join(dir, 'content'),
      DATA_DIR: join(dir, 'data'),
    });
    const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
    app = await startApp(config, log, clock);
  };
  const stop = async () => {
    await app?.stop();
    app = null;
  };
  const add = async (...files: { path: string; text: string }[]) => {
    for (const { path, text } of files) {
      await mkdir(dirname(join(dir, 'content', path)), { recursive: true });
      await writeFile(join(dir, 'content', path), text);
    }
  };
  const aboutCranes = (message: { embeds: unknown[] }) =>
    JSON.stringify(message.embeds).includes('Crane drivers');
  const news = (channel: string) =>
    ada()
      .messages(channel)
      .filter(({ content }) => /\d new event/.test(content));

  beforeEach(async () => {
    ahead = 0;
    logged.length = 0;
    dir = await mkdtemp(join(tmpdir(), 'dateline-delivery-'));
    discord = await startLocalDiscord();
    await add(begins);
    await start();
  });
  afterEach(async () => {
    await stop();
    await discord.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('news that a missing permission holds up is reported to the person, and posted once when it is back', async () => {
    await ada().command('follow topic', subject);
    discord.admin.denyBot('general', PermissionFlagsBits.SendMessages);
    await add(spreads);
    const told = await ada().waitForMessage((m) => m.content.includes('Send Messages'), { channel: 'dm' });
    expect(told.content).toContain('try again for a week');
    expect((await ada().command('following', {})).text).toContain('a permission is missing');
    expect(news('general')).toEqual([]);
    discord.admin.allowBot('general', PermissionFlagsBits.SendMessages);
    await ada().waitForMessage(aboutCranes);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(news('general')).toHaveLength(1);
    expect((await ada().command('following', {})).text).not.toContain('a permission is missing');
  });

  test('a channel that the bot can no longer see keeps its follow, over a restart', async () => {
    await ada().command('follow topic', subject);
    discord.admin.denyBot('general', PermissionFlagsBits.ViewChannel);
    await add(spreads);
    await ada().waitForMessage((m) => m.content.includes('View Channel'), { channel: 'dm' });
    await stop();
    await start();
    discord.admin.allowBot('general', PermissionFlagsBits.ViewChannel);
    await ada().waitForMessage(aboutCranes);
    expect(news('general')).toHaveLength(1);
  });

  test('a follow whose permission is missing for a week ends, and the person is notified', async () => {
    await ada().command('follow topic', subject);
    discord.admin.denyBot('general', PermissionFlagsBits.SendMessages);
    await add(spreads);
    await ada().waitForMessage((m) => m.content.includes('try again for a week'), { channel: 'dm' });
    await stop();
    ahead = 8 * DAY;
    await start();
    const told = await ada().waitForMessage((m) => m.content.includes('no longer post'), { channel: 'dm' });
    expect(told.content).toContain('/follow');
    expect((await ada().command('following', {})).text).toMatch(/Nothing is followed|not following/i);
    expect(logged.join()).toContain('missing for a week');
  });

  test('who takes no direct messages reads it in the list', async () => {
    await ada().command('follow topic', subject);
    const account = discord.world.accounts.get(ada().id);
    if (account) account.dmsOpen = false;
    discord.admin.denyBot('general', PermissionFlagsBits.SendMessages);
    await add(spreads);
    await vi.waitFor(
      async () =>
        expect((await ada().command('following', {})).text).toContain(
          'I’ll keep it and try again for a week',
        ),
      { timeout: 10_000, interval: 500 },
    );
  });

  test('direct messages to somebody who shares no server (50278) are said so', async () => {
    discord.faults.inject({ on: /^POST .*\/messages$/, code: 50_278, times: 1 });
    const seen = await ada().command('follow topic', { ...subject, dm: true });
    expect(seen.content).toContain('can’t send you direct messages');
    expect(logged.join()).not.toContain('an answer failed');
  });

  test('a server that is missing at a start is kept, and gets its posts once it is back', async () => {
    await ada().command('follow topic', subject);
    await stop();
    const { home, bot } = discord.world;
    const member = home.members.get(bot.user.id);
    home.members.delete(bot.user.id);
    await add(spreads);
    await start();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(logged.join()).toContain('kept for 30 days');
    if (member) home.members.set(bot.user.id, member);
    discord.world.tell({ kind: 'guild-join', guildId: home.id });
    await ada().waitForMessage(aboutCranes);
    expect(news('general')).toHaveLength(1);
  });

  test('a server that is out of reach for a while is not forgotten', async () => {
    await ada().command('follow topic', subject);
    discord.gateway.guildUnavailable(discord.world.home.id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    discord.gateway.guildAvailable(discord.world.home.id);
    await add(spreads);
    await ada().waitForMessage(aboutCranes);
  });

  test('a follow leaves out and delivers what its options say', async () => {
    const role = [...discord.world.home.roles.values()].find(({ name }) => name === 'Admins');
    await ada().command('follow topic', {
      ...subject,
      without: 'nights',
      silent: true,
      ping: role?.id ?? '',
    });
    await add(ends, spreads);
    const message = await ada().waitForMessage(aboutCranes);
    expect(message.flags && message.flags & MessageFlags.SuppressNotifications).toBeTruthy();
    expect(message.content).toContain(`<@&${role?.id}>`);
    expect(message.mention_roles).toEqual([role?.id]);
    expect(textOf(message)).not.toContain('shorter nights');
  });

  test('a follow in an announcement channel is published where that is asked for', async () => {
    await ada().command('follow topic', { ...subject, publish: true }, { channel: 'announcements' });
    await add(spreads);
    const message = await ada().waitForMessage(
      (m) => aboutCranes(m) && ((m.flags ?? 0) & MessageFlags.Crossposted) !== 0,
      { channel: 'announcements' },
    );
    expect(message.content).toContain('new event');
  });

  test('a digest is not set up where the bot may not post: what is missing is named', async () => {
    const channel = ada().channel('read-only').id;
    const seen = await ada().command('digest set', { channel, at: '8:30', timezone: 'Kathmandu' });
    expect(seen.content).toContain('Send Messages');
    expect((await ada().command('digest show', {})).text).toContain('no daily post');
  });

  test('a server has several digests, at any minute, daily and weekly, and stops one of them', async () => {
    const channel = ada().channel('history').id;
    const daily = await ada().command('digest set', { channel, at: '8:35', timezone: 'Oslo' });
    expect(daily.content).toContain('daily at 08:35 (Europe/Oslo)');
    const weekly = await ada().command('digest set', {
      channel,
      at: '6 pm',
      timezone: 'Kyiv',
      kind: 'last-week',
    });
    expect(weekly.content).toContain('on Mondays at 18:00 (Europe/Kyiv)');
    const which = await ada().command('digest off', {});
    const after = await ada().select(which, 'On This Day, daily at 08:35 (Europe/Oslo)');
    expect(after.text).not.toContain('08:35');
    expect(after.text).toContain('on Mondays');
  });

  test('a zone that would drift in summer is not taken: the one that is meant is offered', async () => {
    const channel = ada().channel('history').id;
    const seen = await ada().command('digest set', { channel, at: '8', timezone: 'EST' });
    expect(seen.content).toContain('America/New_York');
  });

  test('the settings show all there is, and change it in one message', async () => {
    await ada().command('follow topic', subject);
    const channel = ada().channel('history').id;
    await ada().command('digest set', { channel, at: '8', timezone: 'UTC' });
    const all = await ada().command('settings', {});
    expect(all.isPrivate).toBe(true);
    expect(all.text).toContain('Aldmere harbour strike');
    expect(all.text).toContain('daily at 08:00');
    const one = await ada().select(all, 'Aldmere harbour strike');
    const silent = await ada().click(one, 'Silent: off');
    expect(silent.text).toContain('silent');
    const role = [...discord.world.home.roles.values()].find(({ name }) => name === 'Admins')?.id ?? '';
    const pinging = await ada().chooseRole(silent, role);
    expect(pinging.text).toContain(`mentions <@&${role}>`);
    expect(JSON.stringify(pinging.message.components)).toContain(
      `"default_values":[{"id":"${role}","type":"role"}]`,
    );
    const quietly = await ada().chooseRole(pinging, null);
    expect(quietly.text).not.toContain('mentions');
    expect(quietly.text).toContain('silent');
    const stopped = await ada().click(quietly, 'Stop it');
    expect(stopped.text).not.toContain('Aldmere harbour strike');
    const off = await ada().click(stopped, 'Switch mentions off here');
    expect(off.text).toContain('don’t answer mentions in this channel');
    ada().send('@bot when did the dockers stop work?');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(
      ada()
        .messages()
        .filter((m) => m.author.bot && !((m.flags ?? 0) & MessageFlags.Ephemeral)),
    ).toHaveLength(1);
    await ada().click(off, 'Switch mentions on here');
    ada().send('@bot when did the dockers stop work?');
    await ada().waitForMessage((m) => m.author.bot === true && m.embeds.length > 0 && m.type === 19);
  });

  test('stopping a follow with a value that is no number stops nothing, and no error is shown', async () => {
    await ada().command('follow topic', subject);
    const list = await ada().command('following', {});
    const menu = list.message.components?.[0];
    const option = menu && 'components' in menu ? menu.components[0] : null;
    if (option && 'options' in option && option.options?.[0]) option.options[0].value = 'x';
    const seen = await ada().select(list, 'x');
    expect(seen.text).toContain('already been stopped');
    expect(logged.join()).not.toContain('an answer failed');
  });
});
