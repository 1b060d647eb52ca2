import { type APIMessage, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seen } from '../../src/local-discord/people/seen.js';
import { longStory, untitledStory } from '../commands/long-story.js';
import { RunningBot } from './running-bot.js';

const cutsRibbon = 'The queen cuts a ribbon before forty thousand guests.';
const galleon = 'Divers discover a sunken galleon where the third pylon should stand.';
const sending = /^POST \/channels\/\d+\/messages$/;

let running: RunningBot;
beforeEach(async () => {
  running = await RunningBot.start({
    events: [...longStory, ...untitledStory],
    discord: { rateLimits: false },
  });
});
afterEach(() => running.stop());

const ada = () => running.discord.as('ada');
const ben = () => running.discord.as('ben');
const labels = (message: APIMessage) => JSON.stringify(message.components);
const hasButton = (label: string) => (message: APIMessage) => labels(message).includes(label);
/** The events posted in a thread, by what tells them, in the order they stand there. */
const told = (thread: string) =>
  ada()
    .messages(thread)
    .filter(
      ({ type, components }) =>
        type !== MessageType.ThreadStarterMessage && labels({ components } as APIMessage).includes('branch|'),
    )
    .map(({ embeds }) => embeds[0]?.description ?? '');
const sentences = (from: number, to: number) => longStory.slice(from, to).map(({ sentence }) => sentence);
const ask = (event: string, channel = 'general') => ada().command('thread', { event }, { channel });
const open = async (event = cutsRibbon, channel = 'general') => {
  const seen = await ask(event, channel);
  const thread = await ada().waitForThread(() => true, { channel });
  await ada().waitForMessage(hasButton('earlier ('), { channel: thread.id });
  return { seen, thread: thread.id };
};
/** Asks for a thread and waits until it is there, empty or not. */
const begin = async () => {
  const seen = await ask(cutsRibbon);
  await ada().waitForThread(({ id }) => id === seen.message.id);
  return seen;
};
const linkIn = (seen: Seen) => /<#(\d+)>/.exec(seen.content)?.[1];

describe("a story's thread", () => {
  test('opens with what it is, from when to when, and a timeline that can be heard', async () => {
    const { seen } = await open();
    expect(seen.text).toContain('Brackwater causeway');
    expect(seen.text).toContain('24 events, 3 January 2011 to 29 July 2011');
    const request = running.discord.recordedRequests.find(({ files }) => files.includes('timeline.png'));
    expect(JSON.stringify(request?.body)).toContain('stands out');
    expect(seen.embeds[0]?.image?.url).toContain('timeline.png');
  });

  test('tells ten events around the chosen one, then earlier and later ones on request', async () => {
    const { thread } = await open(longStory[11]?.sentence);
    expect(told(thread)).toEqual(sentences(6, 16));
    const last = await ada().waitForMessage(hasButton('later (8)'), { channel: thread });
    const pressed = await ben().click(last, 'later (8) ▶');
    expect(pressed.kind).toBe('update');
    expect(labels(pressed.message)).not.toContain('more|');
    const end = await ada().waitForMessage((m) => m.id !== last.id && hasButton('earlier (6)')(m), {
      channel: thread,
    });
    expect(told(thread)).toEqual(sentences(6, 24));
    await ben().click(end, '◀ earlier (6)');
    await ada().waitForMessage((m) => m.embeds[0]?.description === longStory[5]?.sentence, {
      channel: thread,
    });
    expect(told(thread)).toEqual([...sentences(6, 24), ...sentences(0, 6)]);
  });

  test('posts nothing twice when two press at once, or one presses an old button', async () => {
    const { thread } = await open();
    const last = ada().messages(thread).find(hasButton('earlier ('));
    if (!last) throw new Error('no button');
    const both = await Promise.all([
      ada().click(last, '◀ earlier (14)'),
      ben().click(last, '◀ earlier (14)'),
    ]);
    expect(both.map(({ failure }) => failure)).toEqual([null, null]);
    await ada().waitForMessage(hasButton('earlier (4)'), { channel: thread });
    expect(told(thread)).toEqual([...sentences(14, 24), ...sentences(4, 14)]);
  });

  test('is one, also for two people who ask at the same moment for two of its events', async () => {
    const asked = await Promise.all([
      ada().command('thread', { event: cutsRibbon }),
      ben().command('thread', { event: galleon }),
    ]);
    expect(ada().threads()).toHaveLength(1);
    expect(asked.filter(({ isPrivate }) => isPrivate)).toHaveLength(1);
  });

  test('of a story without a name is found by each of its events, and by no other', async () => {
    const [unveiled, played, , rowers] = untitledStory;
    await ask(unveiled?.id ?? '');
    const again = await ask(played?.id ?? '');
    expect(again.content).toContain('has its thread here already');
    await ask(rowers?.id ?? '');
    await ada().waitForThread(({ name }) => name.startsWith('Rowers'));
    expect(ada().threads()).toHaveLength(2);
  });

  test('lets another story be opened beside it', async () => {
    const { thread } = await open();
    const other = await ada().command('thread', { event: untitledStory[3]?.id ?? '' }, { channel: thread });
    expect(other.isPrivate).toBe(true);
    expect(linkIn(other)).not.toBe(thread);
    expect(
      ada()
        .threads()
        .map(({ id }) => id),
    ).toEqual([thread, linkIn(other)]);
    await ada().waitForMessage(({ content }) => content.includes('The story of'), {
      channel: linkIn(other) ?? '',
    });
  });

  test('answers “Its story” within it, for who pressed alone, with all of the story at a glance', async () => {
    const { thread } = await open(longStory[11]?.sentence);
    const posts = told(thread);
    const post = ada()
      .messages(thread)
      .find((m) => m.embeds[0]?.description === longStory[11]?.sentence);
    if (!post) throw new Error('no post');
    const seen = await ben().click(post, 'Its story');
    expect(seen.isPrivate).toBe(true);
    expect(seen.content).toContain('You are in this story’s thread');
    expect(seen.text).toContain(`▶ **`);
    expect(seen.text).toContain(longStory[11]?.sentence);
    const later = await ben().click(seen.message, 'later ▶');
    expect(later.kind).toBe('update');
    expect(later.text).toContain(longStory[13]?.sentence);
    expect(told(thread)).toEqual(posts);
    expect(ada().threads()).toHaveLength(1);
    const again = await ada().command('thread', { event: galleon }, { channel: thread });
    expect(again.content).toContain('You are in this story’s thread');
  });

  test('does without its picture where the bot may attach none', async () => {
    running.discord.admin.denyBot('general', PermissionFlagsBits.AttachFiles);
    const { seen } = await open();
    expect(seen.embeds[0]?.image).toBeUndefined();
  });
});

describe('asked for again, a thread', () => {
  test('that was archived is taken out of the archive', async () => {
    const { thread } = await open();
    ada().archive(thread);
    const again = await ask(galleon);
    expect(linkIn(again)).toBe(thread);
    expect(running.discord.world.channels.get(thread)?.thread?.archived).toBe(false);
  });

  test('that was locked is pointed to as such', async () => {
    const { thread } = await open();
    ada().archive(thread, true);
    const again = await ask(galleon);
    expect(linkIn(again)).toBe(thread);
    expect(again.content).toContain('locked');
    expect(running.discord.world.channels.get(thread)?.thread?.archived).toBe(true);
  });

  test('that was deleted is opened anew', async () => {
    const { thread } = await open();
    running.discord.admin.deleteChannel(thread);
    const { thread: second } = await open();
    expect(second).not.toBe(thread);
    expect(told(second)).toEqual(sentences(14, 24));
  });

  test('that a crash left unnoted right after it was opened is told, and not opened twice', async () => {
    const { thread } = await open();
    await running.store.threads.remove(thread);
    await running.restart();
    const again = await ask(galleon);
    expect(linkIn(again)).toBe(thread);
    await expect.poll(() => told(thread)).toContain(galleon);
    expect(ada().threads()).toHaveLength(1);
  });

  test('that is archived when somebody presses for more is written in all the same', async () => {
    const { thread } = await open();
    const last = ada().messages(thread).find(hasButton('earlier ('));
    if (!last) throw new Error('no button');
    ada().archive(thread);
    await ada().click(last, '◀ earlier (14)');
    await ada().waitForMessage(hasButton('earlier (4)'), { channel: thread });
  });
});

describe('in a forum', () => {
  test('the story is a post, tagged, its opening the first message', async () => {
    const { world } = running.discord;
    const forum = ada().channel('stories');
    const first = running.discord.recordedRequests.length;
    // Somebody's post to ask in: forums have no other place to write.
    const made = await fetch(`${running.discord.apiUrl}/v10/channels/${forum.id}/threads`, {
      method: 'POST',
      headers: { authorization: `Bot ${running.discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Questions', message: { content: 'Ask here.' } }),
    });
    const { id } = (await made.json()) as { id: string };
    const seen = await ada().command('thread', { event: cutsRibbon }, { channel: id });
    const post = linkIn(seen) ?? '';
    await ada().waitForMessage(hasButton('earlier ('), { channel: post });
    expect(world.channels.get(post)).toMatchObject({ parentId: forum.id, name: 'Brackwater causeway' });
    expect(world.channels.get(post)?.appliedTags).toEqual(forum.tags.map((tag) => tag.id));
    expect(ada().messages(post)[0]?.content).toContain('The story of Brackwater causeway');
    expect(told(post)).toEqual(sentences(14, 24));
    expect(running.discord.recordedRequests.length).toBeGreaterThan(first);
  });
});

describe('a thread that breaks off', () => {
  test('says how far it got, and its button goes on from there', async () => {
    const undo = running.discord.faults.inject({ on: sending, status: 400, times: 1 });
    const seen = await begin();
    const said = await ada().waitForMessage(({ content }) => content.includes('stopped me'), {
      channel: seen.message.id,
    });
    undo();
    expect(said.content).toContain('after 0 of 10 posts');
    const pressed = await ben().click(said, 'Go on');
    expect(labels(pressed.message)).not.toContain('go-on');
    await ada().waitForMessage(hasButton('earlier ('), { channel: seen.message.id });
    expect(told(seen.message.id)).toEqual(sentences(14, 24));
    expect(running.logged.filter((line) => line.includes('broke off'))).toHaveLength(1);
  });

  test('goes on when the story is asked for again', async () => {
    running.discord.faults.inject({ on: sending, status: 400, times: 2 });
    const seen = await begin();
    await expect.poll(() => running.logged.join()).toContain('broke off');
    await ask(galleon);
    await ada().waitForMessage(hasButton('earlier ('), { channel: seen.message.id });
    expect(told(seen.message.id)).toEqual(sentences(14, 24));
  });

  test('because the bot stopped goes on after the next start, with no post missing or doubled', async () => {
    running.discord.faults.inject({ on: sending, delayMs: 120 });
    const seen = await begin();
    await ada().waitForMessage((m) => m.embeds[0]?.description === longStory[16]?.sentence, {
      channel: seen.message.id,
    });
    await running.restart();
    await ada().waitForMessage(hasButton('earlier ('), { channel: seen.message.id });
    expect(told(seen.message.id)).toEqual(sentences(14, 24));
  });

  test('after a post that Discord took without saying so does not post it again', async () => {
    running.discord.faults.inject({ on: sending, status: 502, afterwards: true, times: 4 });
    const seen = await begin();
    const said = await ada().waitForMessage(({ content }) => content.includes('stopped me'), {
      channel: seen.message.id,
      deadlineMs: 20_000,
    });
    running.discord.faults.clear();
    await ben().click(said, 'Go on');
    await ada().waitForMessage(hasButton('earlier ('), { channel: seen.message.id });
    expect(told(seen.message.id)).toEqual(sentences(14, 24));
  });
});
