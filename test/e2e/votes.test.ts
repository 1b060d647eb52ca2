import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { townEvents } from '../commands/fixture-events.js';
import { RunningBot } from './running-bot.js';

const question = 'When did Mayor Farrow open the bridge of Quillmere?';
let running: RunningBot;
beforeAll(async () => {
  running = await RunningBot.start({ events: townEvents });
});
afterAll(() => running.stop());

describe('“Was this right?”', () => {
  test('is answered with private thanks, and the answer stays as it was', async () => {
    const seen = await running.discord.as('ada').command('ask', { question });
    const before = seen.text;
    const thanks = await running.discord.as('ben').click(seen, 'Right');
    expect(thanks.isPrivate).toBe(true);
    expect(thanks.content).toMatch(/^Thanks/);
    expect(seen.text).toBe(before);
    expect((await running.store.votes.feedback()).months).toEqual([{ name: '2016-06', votes: 1, right: 1 }]);
  });

  test('counts a person once, who may think again, also after a restart', async () => {
    const seen = await running.discord.as('ada').command('ask', { question });
    await running.discord.as('ada').click(seen, 'Wrong');
    await running.restart();
    const again = await running.discord.as('ada').click(seen, 'Right');
    expect(again.content).toContain('changed');
    const [month] = (await running.store.votes.feedback()).months;
    expect(month).toEqual({ name: '2016-06', votes: 2, right: 2 });
  });

  test('is not asked where nothing was answered, or nothing was asked', async () => {
    const chat = await running.discord.as('ada').command('ask', { question: 'write me a poem about cheese' });
    expect(chat.isPrivate).toBe(true);
    expect(chat.buttons).toEqual([]);
  });

  test('never stores what was asked', async () => {
    const { kinds, events } = await running.store.votes.feedback();
    expect(JSON.stringify({ kinds, events })).not.toContain('Farrow');
  });
});
