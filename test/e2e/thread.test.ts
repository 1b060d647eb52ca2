import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RunningBot } from './running-bot.js';

let running: RunningBot;
beforeAll(async () => {
  running = await RunningBot.start();
});
afterAll(() => running.stop());
const ada = () => running.discord.as('ada');
const ben = () => running.discord.as('ben');
const opening = 'Mayor Ottoline Farrow opens the new bridge of Quillmere.';
const question = 'When did Mayor Farrow open the bridge of Quillmere?';
const isPost = ({ content }: APIMessage) => /^Events \d+ to (\d+) of \1$/.test(content);

describe('/thread', () => {
  test('opens a public thread on its answer, the events in time order', async () => {
    const choices = await ada().autocomplete('thread', 'event', { event: 'Mayor Ottoline' });
    expect(choices[0]?.name).toMatch(/^8 Apr 2016 · /);
    const seen = await ada().command('thread', { event: String(choices[0]?.value) }, { channel: 'history' });
    expect(seen.isPrivate).toBe(false);
    const thread = await ada().waitForThread(undefined, { channel: 'history' });
    expect(thread.id).toBe(seen.message.id);
    expect(thread.name).toContain('Quillmere');
    const post = await ben().waitForMessage(isPost, { channel: thread.id });
    const text = post.embeds[0]?.description ?? '';
    const days = [...text.matchAll(/\*\*(\d+ \w+ \d{4})\*\*/g)].map(([, day]) => Date.parse(`${day} UTC`));
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(text.match(/→/g)).toHaveLength(1);
  });

  test('asked again in that channel points to the thread there is', async () => {
    const [thread] = ada().threads('history');
    const seen = await ben().command('thread', { event: opening }, { channel: 'history' });
    expect(seen.isPrivate).toBe(true);
    expect(seen.content).toContain(`<#${thread?.id}>`);
    expect(ada().threads('history')).toHaveLength(1);
  });

  test('for words that fit no event says what to do', async () => {
    const seen = await ada().command('thread', { event: 'zzzz qqqq' });
    expect(seen.isPrivate).toBe(true);
    expect(seen.content).toContain('Choose one from the list');
  });
});

describe('the story button', () => {
  test('attaches the thread to the answer, leaves the answer unchanged and links to the thread privately', async () => {
    const seen = await ada().command('ask', { question });
    const told = await ben().click(seen, 'Open story thread');
    expect(told.isPrivate).toBe(true);
    expect(told.content).toContain(`<#${seen.message.id}>`);
    const thread = await ada().waitForThread((t) => t.id === seen.message.id);
    await ada().waitForMessage(isPost, { channel: thread.id });
    expect(seen.content).toMatch(/^#{2,3} 8 April 2016$/);
    const again = await ada().click(seen, 'Open story thread');
    expect(again.content).toContain('There’s already a thread');
    expect(ada().threads('general')).toHaveLength(1);
  });

  test('on a private answer keeps the story private', async () => {
    const seen = await ada().command('ask', { question, private: true });
    const told = await ada().click(seen, 'Open story thread');
    expect(told.isPrivate).toBe(true);
    expect(told.content).toContain('Only you can see this answer');
  });
});

describe('where no thread is possible, the story is shown in place and the reason given', () => {
  test('in direct messages, a page at a time', async () => {
    const seen = await ada().command('thread', { event: opening }, { channel: 'dm' });
    expect(seen.content).toContain('Direct messages can’t have threads');
    expect(seen.text).toContain('8 April 2016');
  });

  test('where the bot lacks a permission, which is named', async () => {
    const seen = await ada().command('thread', { event: opening }, { channel: 'no-threads' });
    expect(seen.content).toContain('Missing permission: Create Public Threads');
    expect(seen.text).toContain('8 April 2016');
    expect(ada().threads('no-threads')).toEqual([]);
  });

  test('for a person who may open none', async () => {
    const seen = await running.discord.as('dan').command('thread', { event: 'comet over Quillmere' });
    expect(seen.content).toContain('You can’t create threads here');
  });

  test('where the bot is only user-installed', async () => {
    const seen = await ada().command('thread', { event: opening }, { channel: 'elsewhere' });
    expect(seen.content).toContain('not a member');
  });

  test('when Discord refuses after all', async () => {
    const undo = running.discord.faults.inject({ on: /POST .*\/threads$/, status: 403 });
    const seen = await ada().command('thread', { event: 'A comet is seen over Quillmere' });
    if (!seen.content.includes('didn’t let me')) await seen.changed();
    undo();
    expect(seen.content).toContain('didn’t let me');
    expect(seen.text).toContain('10 April 2016');
  });
});

describe('in a server without threads yet', () => {
  let fresh: RunningBot;
  beforeEach(async () => {
    fresh = await RunningBot.start();
  });
  afterEach(() => fresh.stop());

  test('a message that carries one story’s thread gets the next story’s beside it', async () => {
    const asker = fresh.discord.as('ada');
    const seen = await asker.command('ask', {
      question: 'Did dockers in Port Ansel strike over night shifts?',
    });
    await asker.click(seen, 'Open story thread');
    const builders = seen.menus[0]?.options?.find(({ label }) => label.startsWith('Builders'));
    await asker.select(seen, builders?.value ?? '');
    const told = await asker.click(seen, 'Open story thread');
    const threads = asker.threads();
    expect(threads.map(({ id }) => id === seen.message.id)).toEqual([true, false]);
    expect(told.content).toContain(`<#${threads[1]?.id}>`);
  });

  test('a thread that breaks off says how far it got', async () => {
    const asker = fresh.discord.as('ada');
    const undo = fresh.discord.faults.inject({
      on: /POST \/channels\/\d+\/messages$/,
      status: 400,
      times: 1,
    });
    const seen = await asker.command('thread', { event: opening });
    await asker.waitForThread(({ id }) => id === seen.message.id);
    const said = await asker.waitForMessage(({ content }) => content.includes('stopped me after'), {
      channel: seen.message.id,
    });
    undo();
    expect(said.content).toMatch(/after 0 of 1 post\./);
    expect(fresh.logged.filter((line) => line.includes('broke off'))).toHaveLength(1);
  });
});
