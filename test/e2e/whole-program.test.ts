import type { Person } from '@dateline/local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WholeProgram } from './whole-program.js';

let bot: WholeProgram;
let ada: Person;

beforeAll(async () => {
  bot = await WholeProgram.start();
  ada = bot.discord.as('ada');
});
afterAll(() => bot.stop());

/** The words of a shipped event that has a story. */
function someEvent() {
  const event = bot.running.library.events.find((e) => e.story !== null && e.sources.length > 0);
  if (!event) throw new Error('no shipped event has a story');
  return event;
}

describe('a person in a server', () => {
  it('is offered the commands', () => {
    const names = ada.commands().map((command) => command.name);
    expect(names).toEqual(expect.arrayContaining(['ask', 'search', 'thread', 'help', 'Find events']));
  });

  it('asks and sees the event with its buttons, in public', async () => {
    const seen = await ada.command('ask', { question: someEvent().headline });
    expect(seen.kind).toBe('message');
    expect(seen.isPrivate).toBe(false);
    expect(seen.embeds.length).toBeGreaterThan(0);
    expect(seen.buttons.length).toBeGreaterThan(0);
  });

  it('asks in private and is the only one to see it', async () => {
    const seen = await ada.command('ask', { question: someEvent().headline, private: true });
    expect(seen.isPrivate).toBe(true);
    expect(
      bot.discord
        .as('ben')
        .messages()
        .map((m) => m.id),
    ).not.toContain(seen.message.id);
  });

  it('gets choices while typing a search', async () => {
    const word = someEvent().headline.split(' ')[0] ?? '';
    const choices = await ada.autocomplete('search', 'query', { query: word.slice(0, 4) });
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThanOrEqual(25);
  });

  it('looks for events about what somebody wrote', async () => {
    const message = bot.discord.as('ben').send(someEvent().headline);
    const seen = await ada.messageCommand('Find events', message);
    expect(seen.isPrivate).toBe(true);
    expect(seen.embeds.length).toBeGreaterThan(0);
  });

  it('presses a button of an answer given before a restart', async () => {
    const seen = await ada.command('ask', { question: someEvent().headline });
    const label = seen.buttons.find((button) => button.custom_id !== undefined)?.custom_id ?? '';
    await bot.restart();
    const pressed = await ada.click(seen, label);
    expect(pressed.failure).toBeNull();
    expect(pressed.kind).not.toBe('nothing');
  });
});

describe('a person in direct messages', () => {
  it('asks there too', async () => {
    const seen = await ada.command('ask', { question: someEvent().headline }, { channel: 'dm' });
    expect(seen.embeds.length).toBeGreaterThan(0);
  });
});

describe('a person who installed the bot', () => {
  it('asks in a server it is no member of', async () => {
    const seen = await ada.command('ask', { question: someEvent().headline }, { channel: 'elsewhere' });
    expect(seen.kind).toBe('message');
  });
});
