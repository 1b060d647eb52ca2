import { type APIChannel, ChannelType } from 'discord-api-types/v10';
import type { Channel } from './channel.js';
import { permissionsIn } from './permissions.js';
import type { World } from './world.js';

/** A channel as Discord sends it. @param seenBy adds that person's thread membership, where there is one */
export function channelJson(world: World, channel: Channel, seenBy?: string): APIChannel {
  const json: Record<string, unknown> = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    flags: 0,
  };
  if (channel.guildId === null) {
    json.recipients = channel.recipients
      .filter((id) => id !== (seenBy ?? world.bot.user.id))
      .map((id) => world.account(id).user);
    return json as unknown as APIChannel;
  }
  Object.assign(json, {
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
  });
  if (channel.thread) Object.assign(json, threadJson(channel, seenBy));
  else
    Object.assign(json, {
      position: channel.position,
      permission_overwrites: channel.overwrites,
      topic: channel.topic,
      nsfw: false,
    });
  if (channel.type === ChannelType.GuildVoice) Object.assign(json, { bitrate: 64_000, user_limit: 0 });
  if (channel.type === ChannelType.GuildForum)
    Object.assign(json, {
      available_tags: channel.tags.map((tag) => ({
        ...tag,
        moderated: false,
        emoji_id: null,
        emoji_name: null,
      })),
      default_reaction_emoji: null,
      default_sort_order: null,
      default_forum_layout: 0,
    });
  return json as unknown as APIChannel;
}

function threadJson(channel: Channel, seenBy: string | undefined): Record<string, unknown> {
  const { thread } = channel;
  if (!thread) return {};
  const joined = seenBy === undefined ? undefined : thread.members.get(seenBy);
  return {
    owner_id: thread.ownerId,
    member_count: Math.min(thread.members.size, 50),
    message_count: thread.messageCount,
    total_message_sent: thread.messageCount,
    applied_tags: channel.appliedTags,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: thread.archiveTimestamp,
      create_timestamp: thread.createTimestamp,
    },
    ...(joined && { member: { id: channel.id, user_id: seenBy, join_timestamp: joined, flags: 0 } }),
  };
}

/** A channel as an interaction carries it, with what the person may do there. */
export function interactionChannelJson(world: World, channel: Channel, person: string): APIChannel {
  return {
    ...channelJson(world, channel),
    permissions: permissionsIn(world, person, channel).toString(),
  } as unknown as APIChannel;
}
