import { textOf } from '@dateline/local-discord';
import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { townEvents } from '../commands/fixture-events.js';
import { longStory } from '../commands/long-story.js';
import { RunningBot } from './running-bot.js';

const question = 'When did Mayor Farrow open the bridge of Quillmere?';
const cutsRibbon = 'The queen cuts a ribbon before forty thousand guests.';

let running: RunningBot;
const start = async (layout: 'embeds' | 'components') => {
  running = await RunningBot.start({
    events: [...townEvents, ...longStory],
    discord: { rateLimits: false },
    layout,
  });
};
afterEach(() => running.stop());
const ada = () => running.discord.as('ada');
const ben = () => running.discord.as('ben');
const isV2 = (flags: number | undefined) => ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

describe('with Components V2', () => {
  beforeEach(() => start('components'));

  test('an answer is components only, and says the same', async () => {
    const seen = await ada().command('ask', { question });
    expect(isV2(seen.message.flags)).toBe(true);
    expect(seen.message.content).toBe('');
    expect(seen.message.embeds).toEqual([]);
    expect(seen.text).toContain('8 April 2016');
    expect(seen.text).toContain('Farrow');
  });

  test('a press changes the message, and the way back leads to the answer', async () => {
    const seen = await ada().command('ask', { question });
    const answer = seen.text;
    const day = await ada().click(seen, 'More that day');
    expect(day.kind).toBe('update');
    expect(isV2(day.message.flags)).toBe(true);
    expect((await ada().click(day, '‹ Back')).text).toBe(answer);
  });

  test('a press of somebody else gives a private copy', async () => {
    const seen = await ada().command('ask', { question });
    const copy = await ben().click(seen, 'More that day');
    expect(copy.isPrivate).toBe(true);
    expect(isV2(copy.message.flags)).toBe(true);
  });

  test('a month shows its picture in a gallery, with alt text, and pages', async () => {
    const seen = await ada().command('date', { when: '2011' });
    const shown = JSON.stringify(seen.message.components);
    expect(shown).toMatch(/"media":\{"url":"http[^"]*\.png"/);
    expect(shown).toMatch(/"description":"[^"]+"/);
    expect(seen.message.attachments).toEqual([]);
  });

  test("a story's thread is opened and posted", async () => {
    await ada().command('thread', { event: cutsRibbon }, { channel: 'general' });
    const thread = await ada().waitForThread(() => true, { channel: 'general' });
    const last = await ada().waitForMessage(
      ({ components }) => JSON.stringify(components).includes('Events 21 to 24 of 24'),
      { channel: thread.id },
    );
    expect(isV2(last.flags)).toBe(true);
    const posts = ada()
      .messages(thread.id)
      .filter(({ flags }) => isV2(flags));
    expect(posts.length).toBeGreaterThanOrEqual(3);
    for (const { content, embeds } of posts) expect([content, embeds]).toEqual(['', []]);
  });

  test('a mention is answered in full where the bot may not embed links', async () => {
    running.discord.admin.denyBot('general', PermissionFlagsBits.EmbedLinks);
    const asked = ada().send(`@bot ${question}`);
    const answer = await ada().waitForMessage(
      ({ message_reference: reference }) => reference?.message_id === asked.id,
    );
    expect(isV2(answer.flags)).toBe(true);
    expect(textOf(answer)).toContain('8 April 2016');
    expect(textOf(answer)).toContain('Farrow');
  });
});

describe('when the layout changes', () => {
  test('a message with embeds becomes one with components when a button is pressed', async () => {
    await start('embeds');
    const seen = await ada().command('ask', { question });
    expect(isV2(seen.message.flags)).toBe(false);
    await running.restart('components');
    const day = await ada().click(seen, 'More that day');
    expect(day.kind).toBe('update');
    expect(isV2(day.message.flags)).toBe(true);
    expect(day.message.embeds).toEqual([]);
  });

  test('a message with components keeps them, since Discord never takes the flag off', async () => {
    await start('components');
    const seen = await ada().command('ask', { question });
    await running.restart('embeds');
    const day = await ada().click(seen, 'More that day');
    expect(day.kind).toBe('update');
    expect(isV2(day.message.flags)).toBe(true);
    expect(day.text).toContain('8 April 2016');
    expect(isV2((await ada().command('ask', { question })).message.flags)).toBe(false);
  });
});
