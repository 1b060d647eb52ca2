import type { Seen } from '@dateline/local-discord';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { madeUp, townEvents } from '../commands/fixture-events.js';
import { RunningBot } from './running-bot.js';

const BACK = '‹ Back';
const question = 'When did Mayor Farrow open the bridge of Quillmere?';
/** A month in which every day has events: its view fills all five rows. */
const may = Array.from({ length: 31 }, (_, i) => i + 1).flatMap((day) =>
  [...'abcdefghi'].map((stall) => {
    const date = `2015-05-${String(day).padStart(2, '0')}` as const;
    return madeUp(date as '2015-05-01', `Fair ${stall}`, `Stall ${stall} opens on day ${day}.`);
  }),
);

let running: RunningBot;
beforeEach(async () => {
  running = await RunningBot.start({ events: [...townEvents, ...may], discord: { rateLimits: false } });
});
afterEach(() => running.stop());
const ada = () => running.discord.as('ada');
const ben = () => running.discord.as('ben');
const has = (seen: Seen, label: string) => JSON.stringify(seen.message.components).includes(`"${label}"`);
const firstOption = (seen: Seen) => seen.menus[0]?.options?.[0]?.value ?? '';

describe('what took the place of an answer leads back to it:', () => {
  test('an event out of its menu, also after a restart', async () => {
    const seen = await ada().command('ask', { question });
    const answer = seen.text;
    expect(has(seen, BACK)).toBe(false);
    const event = await ada().select(seen, firstOption(seen));
    expect(event.text).not.toBe(answer);
    await running.restart();
    const back = await ada().click(event, BACK);
    expect(back.kind).toBe('update');
    expect(back.text).toBe(answer);
    expect(has(back, BACK)).toBe(false);
  });

  test('a day, another day after it, and an event of that day', async () => {
    const seen = await ada().command('ask', { question });
    const answer = seen.text;
    const day = await ada().click(seen, 'More that day');
    const next = await ada().click(day, '9 April ›');
    const event = await ada().select(next, firstOption(next));
    expect(event.content).toBe('### 9 April 2016');
    expect((await ada().click(event, BACK)).text).toBe(answer);
  });

  test('a question too long for a button, after a restart', async () => {
    const long = `${question} ${'And tell me, please, all that there is to know of it. '.repeat(7)}`.trim();
    const seen = await ada().command('ask', { question: long });
    const answer = seen.text;
    const day = await ada().click(seen, 'More that day');
    await running.restart();
    expect((await ada().click(day, BACK)).text).toBe(answer);
  });

  test('the page of a search that was open, not the first one', async () => {
    const seen = await ada().command('search', { query: 'Quillmere', sort: 'oldest', from: '2007' });
    const second = await ada().click(seen, '›');
    expect(has(second, BACK)).toBe(false);
    const page = second.text;
    const event = await ada().select(second, firstOption(second));
    expect((await ada().click(event, BACK)).text).toBe(page);
  });

  test('a month', async () => {
    const seen = await ada().command('date', { when: 'May 2015' });
    const month = seen.text;
    const day = await ada().select(seen, firstOption(seen));
    const again = await ada().click(day, BACK);
    expect(again.text).toBe(month);
    const year = await ada().click(again, '2015');
    expect((await ada().click(year, BACK)).text).toBe(month);
  });

  test('a month, opened from a day', async () => {
    const seen = await ada().command('date', { when: '3 May 2015' });
    const day = seen.text;
    const month = await ada().click(seen, 'May');
    expect((await ada().click(month, BACK)).text).toBe(day);
  });

  test('a related topic', async () => {
    const seen = await ada().command('topic', { name: 'Quillmere Bridge' });
    const topic = seen.text;
    const other = await ada().select(seen, 'Quillmere');
    expect(other.text).not.toBe(topic);
    expect((await ada().click(other, BACK)).text).toBe(topic);
  });

  test('the story shown in place, in direct messages', async () => {
    const seen = await ada().command('ask', { question }, { channel: 'dm' });
    const answer = seen.text;
    const story = await ada().click(seen, 'Open story thread');
    expect(story.text).toContain('### Quillmere Bridge');
    expect((await ada().click(story, BACK)).text).toBe(answer);
  });
});

describe('somebody else', () => {
  test('has a way back in the copy they got, and the answer stays as it was', async () => {
    const seen = await ada().command('ask', { question });
    const answer = seen.text;
    const day = await ben().click(seen, 'More that day');
    expect(day.isPrivate).toBe(true);
    expect(has(day, BACK)).toBe(false);
    const shown = day.text;
    const event = await ben().select(day, firstOption(day));
    expect((await ben().click(event, BACK)).text).toBe(shown);
    expect(seen.text).toBe(answer);
  });
});
