import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/bot/command.js';
import { threadObstacle } from '../../../src/bot/threads/thread-place.js';
import { en } from '../../../src/views/sentences/en.js';

const all =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks;
const channel: Place = {
  guildId: '1',
  channelId: '2',
  channelType: ChannelType.GuildText,
  parentType: null,
  botIsMember: true,
  permissions: all,
  callerPermissions: PermissionFlagsBits.CreatePublicThreads,
};

describe('a thread', () => {
  test('can be opened in a text channel with the permissions it takes', () => {
    expect(threadObstacle(channel, en)).toBeNull();
    expect(threadObstacle({ ...channel, permissions: PermissionFlagsBits.Administrator }, en)).toBeNull();
  });

  test('names exactly the permissions that are missing', () => {
    const permissions =
      all & ~PermissionFlagsBits.CreatePublicThreads & ~PermissionFlagsBits.SendMessagesInThreads;
    expect(threadObstacle({ ...channel, permissions }, en)).toBe(
      'I can’t create a thread here. Missing permission: Create Public Threads and Send Messages in Threads. Here’s the story:',
    );
  });

  test('is not opened for a person who may open none', () => {
    expect(threadObstacle({ ...channel, callerPermissions: 0n }, en)).toContain(
      'You can’t create threads here',
    );
  });

  test('can not be opened in direct messages, inside a thread, in voice, or where the bot is no member', () => {
    expect(threadObstacle({ ...channel, guildId: null }, en)).toContain('Direct messages');
    expect(threadObstacle({ ...channel, channelType: ChannelType.PublicThread }, en)).toContain(
      'can’t be created here',
    );
    expect(threadObstacle({ ...channel, channelType: ChannelType.GuildVoice }, en)).toContain(
      'can’t be created here',
    );
    expect(threadObstacle({ ...channel, botIsMember: false }, en)).toContain('not a member');
  });
});
