import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeUp, townEvents } from '../commands/fixture-events.js';
import { RunningBot } from './running-bot.js';

let running: RunningBot;
beforeAll(async () => {
  running = await RunningBot.start({ events: [...townEvents, crowds] });
});
afterAll(() => running.stop());
const ada = () => running.discord.as('ada');
const ben = () => running.discord.as('ben');
/** An event that more publishers report than its embed names. */
const crowds = {
  ...madeUp('2015-11-01', 'Harbour strike', 'Crowds line the harbour wall of Port Ansel.'),
  sources: [1, 2, 3, 4].map((n) => ({
    name: `River Post ${n}`,
    url: `https://post${n}.example/`,
    image: null,
  })),
};
const farrow = 'When did Mayor Farrow open the bridge of Quillmere?';

async function headline(typed: string): Promise<string> {
  const choices = await ada().autocomplete('search', 'query', { query: typed });
  return String(choices.at(-1)?.value);
}

describe('/ask', () => {
  test('answers everybody in the channel, at once', async () => {
    const seen = await ada().command('ask', { question: farrow });
    expect(seen.kind).toBe('message');
    expect(seen.wasDeferred).toBe(false);
    expect(seen.isPrivate).toBe(false);
    expect(seen.content).toMatch(/^#{2,3} 8 April 2016$/);
    expect(seen.embeds[0]?.author?.name).toBe('Quillmere Bridge');
  });

  test('keeps the answer to the asker where that was asked', async () => {
    const seen = await ada().command('ask', { question: farrow, private: true });
    expect(seen.isPrivate).toBe(true);
  });

  test('opens what else was found in the same message for the asker', async () => {
    const seen = await ada().command('ask', { question: farrow });
    const other = seen.menus[0]?.options?.[0]?.value ?? '';
    const changed = await ada().select(seen, other);
    expect(changed.kind).toBe('update');
    expect(changed.message.id).toBe(seen.message.id);
    expect(JSON.stringify(changed.message.components)).toContain(`story|${other}`);
  });

  test('opens it for anybody else as a private copy, and leaves the answer as it was', async () => {
    const seen = await ada().command('ask', { question: farrow });
    const before = seen.text;
    const copy = await ben().select(seen, seen.menus[0]?.options?.[0]?.value ?? '');
    expect(copy.isPrivate).toBe(true);
    expect(copy.message.id).not.toBe(seen.message.id);
    expect(seen.text).toBe(before);
    const within = await ben().select(copy, copy.menus[0]?.options?.[0]?.value ?? '');
    expect(within.kind).toBe('update');
    expect(within.message.id).toBe(copy.message.id);
  });

  test('pings nobody, whatever is asked', async () => {
    const seen = await ada().command('ask', { question: '@everyone what about <@100000000000000001>?' });
    expect(seen.message.mention_everyone).toBe(false);
    expect(seen.message.mentions).toEqual([]);
  });
});

describe('/search', () => {
  test('pages back and forth in one message', async () => {
    const seen = await ada().command('search', { query: 'Quillmere', sort: 'oldest' });
    const first = seen.text;
    expect(first).toContain('Page 1 of 2');
    const second = await ada().click(seen, '›');
    expect(second.kind).toBe('update');
    expect(second.text).toContain('Page 2 of 2');
    expect((await ada().click(second, '‹')).text).toBe(first);
  });

  test('opens an event from its menu', async () => {
    const seen = await ada().command('search', { query: 'comet' });
    const opened = await ada().select(seen, seen.menus[0]?.options?.[0]?.value ?? '');
    expect(opened.content).toBe('### 10 April 2016');
  });

  test('offers topics and headlines while typing, which can be picked', async () => {
    const choices = await ada().autocomplete('search', 'query', { query: 'quillmere' });
    expect(choices[0]?.name).toMatch(/^Quillmere.* \(\d events\)$/);
    const comet = choices.find(({ name }) => name.includes('comet'));
    const seen = await ada().command('search', { query: String(comet?.value) });
    expect(seen.text).toContain('A comet is seen over Quillmere');
    const topics = await ada().autocomplete('search', 'topic', { query: 'strike', topic: 'harb' });
    expect(topics.map(({ value }) => value)).toEqual(['Harbour strike']);
  });

  test('says only to the asker what is wrong with a date', async () => {
    const seen = await ada().command('search', { query: 'bridge', from: 'no date at all' });
    expect(seen.isPrivate).toBe(true);
    expect(seen.content).toContain('Try 8 April 2016');
  });
});

describe('the buttons of an event', () => {
  test('list its sources for the one who pressed', async () => {
    const seen = await ada().command('search', { query: await headline('Crowds line') });
    const sources = await ben().click(seen, '4 sources');
    expect(sources.isPrivate).toBe(true);
    expect(sources.text).toContain('River Post');
  });

  test('work after a restart, on long questions too', async () => {
    const question = `${farrow} ${'I have been wondering about it for years. '.repeat(6)}`;
    const seen = await ada().command('ask', { question });
    const page = await ada().command('search', { query: 'Quillmere', topic: 'Quillmere', sort: 'newest' });
    await running.restart();
    expect((await ada().click(page, '›')).text).toContain('Page 2 of 2');
    const other = seen.menus[0]?.options?.[0]?.value ?? '';
    expect((await ada().select(seen, other)).message.id).toBe(seen.message.id);
  });
});

describe('everywhere', () => {
  test('“Find events” answers privately about a message', async () => {
    const message = ben().send('have you heard about the dockers in Port Ansel?');
    const seen = await ada().messageCommand('Find events', message);
    expect(seen.isPrivate).toBe(true);
    expect(seen.text).toContain('Dockers in Port Ansel walk out');
  });

  test('/help shows what is here', async () => {
    const seen = await ada().command('help');
    expect(seen.isPrivate).toBe(true);
    expect(seen.text).toContain('I know 9 events, May 2007 to May 2016.');
  });

  test('in direct messages an answer comes, and its menu opens events', async () => {
    const seen = await ada().command('ask', { question: farrow }, { channel: 'dm' });
    expect(seen.content).toMatch(/^#{2,3} 8 April 2016$/);
    const other = seen.menus[0]?.options?.[0]?.value ?? '';
    expect(JSON.stringify((await ada().select(seen, other)).message.components)).toContain(`story|${other}`);
  });

  test('in a server the bot is no member of, who installed it asks all the same', async () => {
    const seen = await ada().command('ask', { question: farrow }, { channel: 'elsewhere' });
    expect(seen.content).toMatch(/^#{2,3} 8 April 2016$/);
    const quiet = await ben().command('ask', { question: farrow }, { channel: 'elsewhere-quiet' });
    expect(quiet.isPrivate).toBe(true);
  });

  test('the commands were registered once, and not again after the restart', () => {
    const writes = running.discord.recordedRequests.filter(({ method }) => method === 'PUT');
    expect(writes.map(({ path }) => path)).toEqual([
      `/applications/${running.discord.world.applicationId}/commands`,
    ]);
  });

  test('nothing was logged as wrong, and Discord refused no request', () => {
    expect(running.logged).toEqual([]);
    expect(running.discord.recordedRequests.filter(({ status }) => status >= 400)).toEqual([]);
  });
});
