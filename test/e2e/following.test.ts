import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LocalDiscord, startLocalDiscord, textOf } from '@dateline/local-discord';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Running, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { Store } from '../../src/store/store.js';

/** A file of an event of one story, told on a day of May 2031. */
const file = (day: number, sentence: string) => ({
  path: `news/2031/05/${day}/${sentence.toLowerCase().replace(/[^a-z]+/g, '-')}.md`,
  text: `### [2031-05-${day}](/news/2031/05/${day}/index.md)\n\n# Aldmere harbour strike: ${sentence} \n`,
});
const begins = file(7, 'Dockers in Aldmere stop work over night shifts.');
const spreads = file(9, 'Crane drivers in Aldmere join the dockers.');
const ends = file(21, 'Dockers and owners in Aldmere agree on shorter nights.');

describe('following', () => {
  let dir: string;
  let discord: LocalDiscord;
  let app: Running;
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const ada = () => discord.as('ada');
  const ben = () => discord.as('ben');
  const start = async () => {
    const config = readConfig({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      CONTENT_DIR: join(dir, 'content'),
      DATA_DIR: join(dir, 'data'),
    });
    app = await startApp(config, pino({ level: 'silent' }), clock);
  };
  const add = async (...files: { path: string; text: string }[]) => {
    for (const { path, text } of files) {
      await mkdir(dirname(join(dir, 'content', path)), { recursive: true });
      await writeFile(join(dir, 'content', path), text);
    }
  };
  const news = (channel: string) =>
    ada()
      .messages(channel)
      .filter((message) => /^\d+ new event/.test(message.content))
      .map(textOf);
  const aboutCranes = (message: { content: string; embeds: unknown[] }) =>
    JSON.stringify(message.embeds).includes('Crane drivers');

  beforeEach(async () => {
    ahead = 0;
    dir = await mkdtemp(join(tmpdir(), 'dateline-following-'));
    discord = await startLocalDiscord();
    await add(begins);
    await start();
  });
  afterEach(async () => {
    await app.stop();
    await discord.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('a topic in a channel posts new events there, once, and not the old ones', async () => {
    const seen = await ada().command('follow topic', { topic: 'aldmere harbour strike' });
    expect(seen.content).toContain('Aldmere harbour strike');
    await add(spreads);
    await ben().waitForMessage(aboutCranes);
    await add(ends);
    await ben().waitForMessage((m) => JSON.stringify(m.embeds).includes('shorter nights'));
    expect(news('general')).toHaveLength(2);
    expect(news('general').join()).not.toContain('stop work');
  });

  test('a story that is followed by direct message is sent only to that person', async () => {
    const seen = await ben().command('follow story', { event: 'Dockers in Aldmere stop work', dm: true });
    expect(seen.isPrivate).toBe(true);
    await add(spreads);
    const told = await ben().waitForMessage(aboutCranes, { channel: 'dm' });
    const opened = await ben().select(told, 'Crane drivers in Aldmere join the dockers.', { channel: 'dm' });
    expect(opened.text).toContain('9 May 2031');
    expect(news('general')).toEqual([]);
  });

  test('words find the events that contain them all', async () => {
    await ada().command('follow words', { words: 'crane drivers' });
    await add(ends, spreads);
    await ben().waitForMessage(aboutCranes);
    expect(news('general').join()).not.toContain('shorter nights');
  });

  test('what came between two runs is posted at the next start', async () => {
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' });
    await app.stop();
    await add(spreads);
    await start();
    await ben().waitForMessage(aboutCranes);
    expect(news('general')).toHaveLength(1);
  });

  test('a message that Discord took without saying so is not sent twice', async () => {
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' });
    discord.faults.inject({ on: /^POST .*\/messages$/, status: 502, afterwards: true, times: 6 });
    await add(spreads);
    await ben().waitForMessage(aboutCranes);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    ahead += 60_000;
    await add(ends);
    await ben().waitForMessage((m) => JSON.stringify(m.embeds).includes('shorter nights'), {
      deadlineMs: 25_000,
    });
    expect(news('general')).toHaveLength(2);
  });

  test('the list shows what is followed, and its menu stops it', async () => {
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' });
    const list = await ada().command('following', {});
    expect(list.isPrivate).toBe(true);
    expect(list.text).toContain('Aldmere harbour strike');
    const after = await ada().select(list, 'Aldmere harbour strike');
    expect(after.text).toContain('Nothing is followed here');
    await add(spreads);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(news('general')).toEqual([]);
  });

  test('a follow whose channel was deleted while the bot was down ends, and the others get their posts', async () => {
    const { world } = discord;
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' });
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' }, { channel: 'history' });
    await app.stop();
    discord.admin.deleteChannel('history');
    await add(spreads);
    await start();
    await ben().waitForMessage(aboutCranes);
    // Each follow has its own pace. One that goes on is named twice in Ada's list: in the text and in the menu.
    const list = async () => (await ada().command('following', {})).text.match(/Aldmere harbour strike/g);
    await vi.waitFor(async () => expect(await list()).toHaveLength(2), { timeout: 20_000, interval: 500 });
    await app.stop();
    const store = await Store.open({ dataDir: join(dir, 'data') }, clock);
    const left = (await store.follows.all()).map((follow) => world.channels.get(follow.channelId)?.name);
    await store.close();
    expect(left).toEqual(['general']);
    await start();
  });

  test('files that came, changed and went are found so by the next question', async () => {
    const found = async () => (await ada().command('search', { query: 'Aldmere dockers' })).text;
    await add(spreads);
    await vi.waitFor(async () => expect(await found()).toContain('Crane drivers'), 5000);
    await add({ ...spreads, text: spreads.text.replace('join the dockers', 'stand by the dockers') });
    await vi.waitFor(async () => expect(await found()).toContain('stand by the dockers'), 5000);
    await rm(join(dir, 'content', spreads.path));
    await vi.waitFor(async () => expect(await found()).not.toContain('Crane drivers'), 5000);
  });

  test('a channel that is deleted ends what it followed, and the one beside it goes on', async () => {
    const history = ada().channel('history');
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' }, { channel: 'history' });
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' });
    discord.admin.deleteChannel(history.id);
    await add(spreads);
    await ben().waitForMessage(aboutCranes);
    const list = await ada().command('following', {});
    expect(list.text.match(/Aldmere harbour strike/g)).toHaveLength(2);
  });

  test('a server that removes the bot is forgotten, and nothing is posted there when it comes back', async () => {
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' });
    discord.admin.removeBot();
    await new Promise((resolve) => setTimeout(resolve, 500));
    discord.admin.inviteBot();
    const list = await vi.waitFor(() => ada().command('following', {}), 5000);
    expect(list.text).toContain('Nothing is followed');
    await add(spreads);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(news('general')).toEqual([]);
  });

  test('direct messages that are closed later end what they followed', async () => {
    await ben().command('follow topic', { topic: 'Aldmere harbour strike', dm: true });
    const account = discord.world.accounts.get(ben().id);
    if (account) account.dmsOpen = false;
    await add(spreads);
    await vi.waitFor(
      async () => {
        const list = await ben().command('following', {});
        expect(list.text).toContain('Nothing is followed');
      },
      { timeout: 8000, interval: 500 },
    );
  });

  test('a member may not set it in a channel, and learns what would be needed', async () => {
    const seen = await ben().command('follow topic', { topic: 'Aldmere harbour strike' });
    expect(seen.isPrivate).toBe(true);
    expect(seen.content).toMatch(/Manage Channels.*thread.*dm/);
  });

  test('closed direct messages are said so', async () => {
    const seen = await discord
      .as('eve')
      .command('follow topic', { topic: 'Aldmere harbour strike', dm: true });
    expect(seen.content).toContain('Allow them for this server');
  });

  test('an unknown topic and words that say nothing get a way out', async () => {
    const unknown = await ada().command('follow topic', { topic: 'Zorblax' });
    expect(unknown.content).toContain('/follow words');
    const empty = await ada().command('follow words', { words: 'of the' });
    expect(empty.content).toContain('is too general');
  });

  test('a followed topic is not followed twice in one channel', async () => {
    await ada().command('follow topic', { topic: 'Aldmere harbour strike' });
    const again = await ada().command('follow topic', { topic: 'aldmere harbour STRIKE' });
    expect(again.content).toContain('already');
  });
});

describe('the daily post', () => {
  let dir: string;
  let discord: LocalDiscord;
  let app: Running;
  let now = 0;
  const ada = () => discord.as('ada');
  const start = async () => {
    const config = readConfig({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      CONTENT_DIR: join(dir, 'content'),
      DATA_DIR: join(dir, 'data'),
    });
    app = await startApp(config, pino({ level: 'silent' }), { now: () => new Date(now) });
  };
  const posts = () => ada().messages('history');

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dateline-digest-'));
    discord = await startLocalDiscord();
    await mkdir(dirname(join(dir, 'content', begins.path)), { recursive: true });
    await writeFile(join(dir, 'content', begins.path), begins.text);
    now = Date.UTC(2033, 4, 6, 12);
    await start();
  });
  afterEach(async () => {
    await app.stop();
    await discord.close();
    await rm(dir, { recursive: true, force: true });
  });
  const setFor8 = () =>
    ada().command('digest set', {
      channel: ada().channel('history').id,
      at: '8',
      timezone: 'Europe/Oslo',
    });

  test('comes once on the morning, late after a restart, and not again', async () => {
    const seen = await setFor8();
    expect(seen.content).toContain('08:00 (Europe/Oslo)');
    await app.stop();
    now = Date.UTC(2033, 4, 7, 9, 30);
    await start();
    const post = await ada().waitForMessage((m) => m.author.bot === true, { channel: 'history' });
    expect(textOf(post)).toContain('2031');
    await app.stop();
    await start();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(posts()).toHaveLength(1);
  });

  test('is skipped when the bot was down for long after its hour', async () => {
    await setFor8();
    await app.stop();
    now = Date.UTC(2033, 4, 7, 18);
    await start();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(posts()).toEqual([]);
  });

  test('whose channel is gone is turned off, and the person who set it up is notified', async () => {
    await setFor8();
    await app.stop();
    discord.admin.deleteChannel(ada().channel('history').id);
    now = Date.UTC(2033, 4, 7, 7);
    await start();
    const told = await ada().waitForMessage((m) => m.content.includes('turned off'), { channel: 'dm' });
    expect(told.content).toContain('/digest set');
    expect((await ada().command('digest show', {})).content).toContain('no daily post');
  });

  test('is shown and turned off by who manages the server, and by nobody else', async () => {
    expect((await ada().command('digest show', {})).content).toContain('no daily post');
    await setFor8();
    expect((await ada().command('digest show', {})).content).toContain('08:00');
    expect((await ada().command('digest off', {})).content).toContain('off');
    expect((await ada().command('digest show', {})).content).toContain('no daily post');
    expect(
      discord
        .as('ben')
        .commands('general')
        .map((c) => c.name),
    ).not.toContain('digest');
  });

  test('takes no zone that does not exist, and offers those that do', async () => {
    const channel = ada().channel('history').id;
    const seen = await ada().command('digest set', { channel, at: '8', timezone: 'Middle/Earth' });
    expect(seen.content).toContain('isn’t a time zone');
    const choices = await ada().autocomplete('digest set', 'timezone', {
      channel,
      at: '8',
      timezone: 'osl',
    });
    expect(choices.map((c) => c.value)).toContain('Europe/Oslo');
  });
});
