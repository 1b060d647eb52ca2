import { textOf } from '@dateline/local-discord';
import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { madeUp } from '../commands/fixture-events.js';
import { RunningBot } from './running-bot.js';

const strike = 'Builders of the Quillmere bridge go on strike over pay.';
const question = 'When did builders of the Quillmere bridge strike over pay?';

let running: RunningBot;
beforeEach(async () => {
  running = await RunningBot.start({ discord: { rateLimits: false } });
});
afterEach(() => running.stop());
const ada = () => running.discord.as('ada');
const ben = () => running.discord.as('ben');
const bot = () => running.discord.world.bot.user.id;

/** Writes a message and waits for the bot's answer to it. */
async function say(
  text: string,
  channel = 'general',
  who = ada(),
  replyTo?: APIMessage,
): Promise<APIMessage> {
  const message = who.send(text, { channel, ...(replyTo && { replyTo }) });
  return who.waitForMessage((m) => m.message_reference?.message_id === message.id, { channel });
}
/** What the bot wrote in a channel on its own or as a reply. */
const written = (channel = 'general') =>
  ada()
    .messages(channel)
    .filter(({ author }) => author.id === bot());

describe('mentioned in a channel, the bot', () => {
  test('answers as a reply that pings nobody', async () => {
    const answer = await say(`@bot ${question}`);
    expect(answer.content).toBe('## 30 July 2012');
    expect(answer.mentions).toEqual([]);
  });

  test('goes on from its last answer there', async () => {
    await say(`@bot ${question}`);
    const next = await say('@bot and then?', 'general', ben());
    expect(textOf(next)).toContain('2 February 2014');
    const after = await say('@bot then what?');
    expect(textOf(after)).toContain('8 April 2016');
    expect((await say('when was that, @bot?')).content).toBe('## 8 April 2016');
  });

  test('shows where its last answer is from, and what came of the story', async () => {
    await say(`@bot ${question}`);
    expect(textOf(await say('@bot source?'))).toContain('Source: [River Post]');
    const story = await say('@bot give me a timeline of the Quillmere bridge');
    expect(story.content).toContain('turning points');
    expect(textOf(story)).toContain('1 May 2007');
  });

  test('goes on from a public answer to a command, never from a private one', async () => {
    await ada().command('ask', { question });
    await ben().command('ask', { question: 'When did Mayor Farrow open the bridge?', private: true });
    expect((await say('@bot when was that?')).content).toBe('## 30 July 2012');
    const elsewhere = await say('@bot when was that?', 'history');
    expect(elsewhere.content).not.toContain('2012');
  });

  test('goes on from the answer replied to', async () => {
    const first = await say(`@bot ${question}`);
    await say('@bot When did Mayor Ottoline Farrow open the new bridge of Quillmere?');
    const reply = await say('when was that?', 'general', ben(), first);
    expect(reply.content).toBe('## 30 July 2012');
  });

  test('says how to ask where nothing is asked', async () => {
    expect((await say('@bot')).content).toContain('Ask me something');
  });

  test('answers what asks nothing of the events with a word, and shows all of a day', async () => {
    expect((await say('@bot hi')).content).toContain('Hello!');
    expect((await say('@bot /help')).content).toContain('I answer questions about events');
    expect((await say('thanks @bot')).content).toBe('You’re welcome.');
    const april = await say('@bot what happened in April 2016?');
    expect(april.content).toBe('### April 2016\n3 events on 3 days');
    expect(april.embeds[0]?.image?.url).toContain('calendar.png');
    expect((await say('@bot /date when: 8 April 2016')).content).toBe('### 8 April 2016\n1 event');
  });

  test('hears no bot, itself least of all, and nobody who doesn’t call it', async () => {
    const other = running.discord.addPerson('robot');
    Object.assign(other.account.user, { bot: true });
    other.send(`@bot ${question}`);
    ada().send(question);
    await say('@bot');
    expect(written()).toHaveLength(1);
  });

  test('shows a topic that is all it is asked, and goes on from it', async () => {
    expect((await say('@bot Quillmere Bridge')).content).toContain('### Quillmere Bridge');
    expect((await say('@bot when was that?', 'general', ben())).content).toBe('## 8 April 2016');
  });

  test('shows a month without its picture where it may attach none', async () => {
    running.discord.admin.denyBot('general', PermissionFlagsBits.AttachFiles);
    const april = await say('@bot April 2016');
    expect(april.content).toBe('### April 2016\n3 events on 3 days');
    expect(april.embeds[0]?.image).toBeUndefined();
  });

  test('keeps silent where it may not write', async () => {
    running.discord.admin.denyBot('history', PermissionFlagsBits.SendMessages);
    ada().send(`@bot ${question}`, { channel: 'history' });
    await say('@bot');
    expect(written('history')).toEqual([]);
    expect(running.logged).toEqual([]);
  });

  test('answers a burst of questions, and asks a person who floods it once to wait', async () => {
    const asked = Array.from({ length: 14 }, () => ben().send('@bot'));
    const answers = () =>
      written().filter((m) => asked.some(({ id }) => id === m.message_reference?.message_id));
    await ben().waitForMessage(({ content }) => content.includes('please ask again in 10 seconds'));
    await say('@bot');
    expect(answers()).toHaveLength(11);
  });

  test('says once that too many ask at the same time', async () => {
    running.discord.faults.inject({ on: /^POST \/channels\/\d+\/messages$/, delayMs: 15 });
    const people = ['cleo', 'dan', 'eve', 'finn'].map((name) => running.discord.addPerson(name));
    const asked = people.flatMap((person) => Array.from({ length: 8 }, () => person.send('@bot')));
    await ada().waitForMessage(({ content }) => content.includes('I’m busy here'));
    await say('@bot');
    const answers = written().filter((m) => asked.some(({ id }) => id === m.message_reference?.message_id));
    expect(answers.filter(({ content }) => content.includes('I’m busy here'))).toHaveLength(1);
    expect(answers.length).toBeGreaterThan(20);
  });

  test('pings nobody its answer could name', async () => {
    const answer = await say('@bot who is @everyone <@&1> <@1>');
    expect(answer.mention_everyone).toBe(false);
    expect(answer.mentions).toEqual([]);
  });
});

describe('in a story’s thread', () => {
  test('"it" is the story, posted there or spoken of there', async () => {
    const seen = await ada().command('thread', { event: strike });
    const { id } = await ada().waitForThread((thread) => thread.id === seen.message.id);
    await ada().waitForMessage((m) => textOf(m).includes(strike), { channel: id });
    expect((await say('@bot when was that?', id, ben())).content).toBe('## 30 July 2012');
    expect(textOf(await say('@bot and then?', id))).toContain('oak arch');
    expect((await say('@bot when did it happen?', id)).content).toBe('## 2 February 2014');
    const alone = await say('@bot When did dockers in Port Ansel walk out?', id);
    expect(alone.content).toBe('## 17 May 2016');
  });
});

describe('a question that leans on the last one', () => {
  const cup = (year: number, winner: string, loser: string) =>
    madeUp(`${year}-06-20`, null, `${winner} defeats ${loser} to win the ${year} Marram Cup.`);
  const years = Array.from({ length: 13 }, (_, i) => 2002 + i);
  const events = [
    ...years.map((year) => (year % 4 === 2 ? cup(year, 'Tolvere', 'Ostmark') : cup(year, 'Ostmark', 'Sarn'))),
    madeUp('2012-03-01', null, 'Astrid Vellamo, the president of Karvonia, dies at the age of 71.'),
    madeUp('2013-09-09', null, 'Henrik Saltmarsh, the chancellor of Ostmark, dies at the age of 80.'),
  ];
  beforeEach(async () => {
    await running.stop();
    running = await RunningBot.start({ events, discord: { rateLimits: false } });
  });

  test('is written out from it in a channel, and says so', async () => {
    await say('@bot when did Astrid Vellamo die?');
    const age = await say('@bot how old was she?', 'general', ben());
    expect(textOf(age)).toContain('Astrid Vellamo');
    const other = await say('@bot and henrik saltmarsh?');
    expect(textOf(other)).toContain('Henrik Saltmarsh');
    expect(textOf(other)).toContain('Understood as');
    const own = await say('@bot when did astrid vellamo die');
    expect(textOf(own)).not.toContain('Understood as');
  });

  test('is written out in a story’s thread, where its events come first', async () => {
    const seen = await ada().command('thread', { event: events[13]?.sentence ?? '' });
    const { id } = await ada().waitForThread((thread) => thread.id === seen.message.id);
    await ada().waitForMessage((m) => textOf(m).includes('Astrid Vellamo'), { channel: id });
    expect(textOf(await say('@bot how old was she?', id))).toContain('Astrid Vellamo');
    const other = await say('@bot and henrik saltmarsh?', id);
    expect(textOf(other)).toContain('Henrik Saltmarsh');
  });

  test('a list is paged with buttons, as for the command', async () => {
    const first = await say('@bot list the winners of the Marram Cup since 2002');
    expect(textOf(first)).toContain('Page 1 of 2');
    const second = await ada().click(first, '›');
    expect(textOf(second.message)).toContain('Page 2 of 2');
    expect(textOf(second.message)).not.toEqual(textOf(first));
  });
});

describe('by direct message', () => {
  test('no mention is needed, and what was said stays there', async () => {
    expect((await say(question, 'dm')).content).toBe('## 30 July 2012');
    expect(textOf(await say('and then?', 'dm'))).toContain('2 February 2014');
    expect((await say('@bot when was that?')).content).not.toContain('2014');
  });
});
