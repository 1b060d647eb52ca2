import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command, Outcome } from '../../src/bot/command.js';
import { slashCommand } from '../../src/bot/command-json.js';
import { button, buttonRow } from '../../src/views/buttons.js';
import { message } from '../../src/views/message.js';
import { RunningBot } from './running-bot.js';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const shows = (content: string): Outcome => ({
  kind: 'show',
  view: message({
    content,
    rows: [
      buttonRow(
        button('slow', { kind: 'day', date: '2016-04-08', page: 1600 }),
        button('broken', { kind: 'day', date: '2016-04-08', page: 0 }),
        button('nobody’s', { kind: 'event', menu: 1 }),
      ),
    ],
  }),
});
const command = (name: string, run: Command['run'], presses: Command['presses'] = {}): Command => ({
  json: slashCommand({ name, description: name }),
  run,
  presses,
});

const commands = [
  command('quick', async () => shows('at once'), {
    async day({ id }) {
      if (id.page === 0) throw new Error('the gears are stuck');
      await later(id.page);
      return shows('after a while');
    },
  }),
  command('slow', async () => {
    await later(1600);
    return shows('after a while');
  }),
  command('hushed', async () => {
    await later(1600);
    return { kind: 'tell', view: message({ content: 'for you alone' }) };
  }),
  command('broken', async () => {
    throw new Error('the gears are stuck');
  }),
  command('broken-late', async () => {
    await later(1600);
    throw new Error('the gears are stuck');
  }),
];

let running: RunningBot;
beforeAll(async () => {
  running = await RunningBot.start({ commands });
});
afterAll(() => running.stop());
const ada = () => running.discord.as('ada');
const ben = () => running.discord.as('ben');

describe('an answer that takes its time', () => {
  test('is announced, then shown', async () => {
    const seen = await ada().command('slow');
    expect(seen.wasDeferred).toBe(true);
    expect(seen.content).toBe('after a while');
  });

  test('to a press changes the message for the asker and nobody else', async () => {
    const seen = await ada().command('quick');
    const copy = await ben().click(seen, 'slow');
    expect(copy.isPrivate).toBe(true);
    expect(copy.content).toBe('after a while');
    expect(seen.content).toBe('at once');
    const changed = await ada().click(seen, 'slow');
    expect(changed.kind).toBe('update');
    expect(seen.content).toBe('after a while');
  });

  test('meant for one person is shown to nobody else', async () => {
    const seen = await ada().command('hushed');
    await ada().waitForMessage(({ content }) => content === 'for you alone');
    expect(
      ben()
        .messages()
        .some(({ content }) => content === 'for you alone'),
    ).toBe(false);
    expect(seen.failure).toBeNull();
  });
});

describe('a bug', () => {
  test('is shown with a number that is in the log beside its cause', async () => {
    for (const name of ['broken', 'broken-late']) {
      const seen = await ada().command(name);
      const told = await ada().waitForMessage(({ content }) => content.startsWith('Something went wrong'));
      const number = /`([0-9a-f]{8})`/.exec(told.content)?.[1];
      expect(number).toBeDefined();
      expect(seen.failure).toBeNull();
    }
    const causes = running.logged.filter((line) => line.includes('the gears are stuck'));
    expect(causes).toHaveLength(2);
    expect(causes[0]).toContain('"errorId":"');
  });

  test('in a press leaves the message as it was', async () => {
    const seen = await ada().command('quick');
    const told = await ada().click(seen, 'broken');
    expect(told.isPrivate).toBe(true);
    expect(told.content).toContain('Something went wrong');
    expect(seen.content).toBe('at once');
  });
});

test('a button nobody answers for any more says so', async () => {
  const seen = await ada().command('quick');
  const told = await ada().click(seen, 'nobody’s');
  expect(told.isPrivate).toBe(true);
  expect(told.content).toContain('older version');
});
