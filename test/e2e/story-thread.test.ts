import type { Seen } from '@dateline/local-discord';
import { type APIMessage, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
/** The texts of the story's posts in a thread, oldest first. */
const posts = (thread: string) =>
  ada()
    .messages(thread)
    .filter(
      ({ type, components }) =>
        type !== MessageType.ThreadStarterMessage &&
        labels({ components } as APIMessage).includes('thread-event|'),
    )
    .map(({ embeds }) => embeds[0]?.description ?? '');
/** The events of the long story that are posted in a thread, in the order they are read. */
const told = (thread: string) => {
  const text = posts(thread).join('\n');
  return longStory
    .map(({ sentence }) => ({ sentence, at: text.indexOf(sentence) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence);
};
const all = longStory.map(({ sentence }) => sentence);
const isLast = ({ content }: APIMessage) => content === 'Events 21 to 24 of 24';
const ask = (event: string, channel = 'general') => ada().command('thread', { event }, { channel });
const open = async (event = cutsRibbon, channel = 'general') => {
  const seen = await ask(event, channel);
  const thread = await ada().waitForThread(() => true, { channel });
  await ada().waitForMessage(isLast, { channel: thread.id });
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
  test('opens with its title, its gist and a timeline with alt text', async () => {
    const { seen } = await open();
    expect(seen.content).toBe('### Brackwater causeway\n24 events, January to July 2011');
    for (const { sentence } of [longStory[0], longStory[19], longStory[23]].flatMap((event) => event ?? []))
      expect(seen.text).toContain(sentence);
    const request = running.discord.recordedRequests.find(({ files }) => files.includes('timeline.png'));
    expect(JSON.stringify(request?.body)).toContain('is highlighted');
    expect(seen.embeds[0]?.image?.url).toContain('timeline.png');
  });

  test('reads from the oldest event to the newest, ten a post, whichever event it was opened for', async () => {
    for (const [event, channel] of [
      [longStory[11]?.sentence ?? '', 'general'],
      [longStory[23]?.sentence ?? '', 'history'],
    ] as const) {
      const { thread } = await open(event, channel);
      expect(told(thread)).toEqual(all);
      expect(posts(thread)).toHaveLength(3);
      expect(posts(thread)[0]).toMatch(/^- .*\*\*3 January 2011\*\* · .*\(\[River Post\]/);
    }
  });

  test('opens one of its events from a menu, for who chose it, without a button to the same story', async () => {
    const { thread } = await open();
    const last = ada().messages(thread).find(isLast);
    if (!last) throw new Error('no post');
    const seen = await ben().select(last, longStory[22]?.id ?? '');
    expect(seen.isPrivate).toBe(true);
    expect(seen.embeds[0]?.title).toBe('Lightning splits the signal tower');
    expect(labels(seen.message)).not.toContain('story');
    expect(told(thread)).toEqual(all);
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
    expect(again.content).toContain('There’s already a thread for this story');
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
    await ada().waitForMessage(({ content }) => content.startsWith('### Rowers'), {
      channel: linkIn(other) ?? '',
    });
  });

  test('asked for within itself shows all of the story, to who asked only', async () => {
    const { thread } = await open();
    const again = await ada().command('thread', { event: galleon }, { channel: thread });
    expect(again.isPrivate).toBe(true);
    expect(again.content).toContain('You’re in this story’s thread');
    const later = await ada().click(again.message, '›');
    expect(later.kind).toBe('update');
    expect(later.text).toContain(longStory[8]?.sentence);
    expect(ada().threads()).toHaveLength(1);
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

  test('that was deleted is opened again', async () => {
    const { thread } = await open();
    running.discord.admin.deleteChannel(thread);
    const { thread: second } = await open();
    expect(second).not.toBe(thread);
    expect(told(second)).toEqual(all);
  });

  test('that a crash left unnoted right after it was opened is posted, and not opened twice', async () => {
    const { thread } = await open();
    await running.store.threads.remove(thread);
    await running.restart();
    const again = await ask(galleon);
    expect(linkIn(again)).toBe(thread);
    await expect.poll(() => told(thread)).toContain(galleon);
    expect(ada().threads()).toHaveLength(1);
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
    await ada().waitForMessage(isLast, { channel: post });
    expect(world.channels.get(post)).toMatchObject({ parentId: forum.id, name: 'Brackwater causeway' });
    expect(world.channels.get(post)?.appliedTags).toEqual(forum.tags.map((tag) => tag.id));
    expect(ada().messages(post)[0]?.content).toContain('### Brackwater causeway');
    expect(told(post)).toEqual(all);
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
    expect(said.content).toContain('after 0 of 3 posts');
    const pressed = await ben().click(said, 'Continue');
    expect(labels(pressed.message)).not.toContain('go-on');
    await ada().waitForMessage(isLast, { channel: seen.message.id });
    expect(told(seen.message.id)).toEqual(all);
    expect(posts(seen.message.id)).toHaveLength(3);
    expect(running.logged.filter((line) => line.includes('broke off'))).toHaveLength(1);
  });

  test('goes on when the story is asked for again', async () => {
    running.discord.faults.inject({ on: sending, status: 400, times: 2 });
    const seen = await begin();
    await expect.poll(() => running.logged.join()).toContain('broke off');
    await ask(galleon);
    await ada().waitForMessage(isLast, { channel: seen.message.id });
    expect(told(seen.message.id)).toEqual(all);
    expect(posts(seen.message.id)).toHaveLength(3);
  });

  test('because the bot stopped goes on after the next start, with no post missing or doubled', async () => {
    running.discord.faults.inject({ on: sending, delayMs: 120 });
    const seen = await begin();
    await ada().waitForMessage(({ content }) => content === 'Events 1 to 10 of 24', {
      channel: seen.message.id,
    });
    await running.restart();
    await ada().waitForMessage(isLast, { channel: seen.message.id });
    expect(told(seen.message.id)).toEqual(all);
    expect(posts(seen.message.id)).toHaveLength(3);
  });

  test('after a post that Discord took without saying so does not post it again', async () => {
    running.discord.faults.inject({ on: sending, status: 502, afterwards: true, times: 4 });
    const seen = await begin();
    const said = await ada().waitForMessage(({ content }) => content.includes('stopped me'), {
      channel: seen.message.id,
      deadlineMs: 20_000,
    });
    running.discord.faults.clear();
    await ben().click(said, 'Continue');
    await ada().waitForMessage(isLast, { channel: seen.message.id });
    expect(told(seen.message.id)).toEqual(all);
    expect(posts(seen.message.id)).toHaveLength(3);
  });
});
