import {
  PermissionFlagsBits as Bits,
  ChannelType,
  GatewayIntentBits as Intents,
} from 'discord-api-types/v10';
import type { LocalState } from '../local-state.js';
import type { Channel } from '../world/channel.js';
import { channelJson } from '../world/channel-json.js';
import { guildJson, memberJson } from '../world/guild-json.js';
import type { Happening } from '../world/happening.js';
import { may } from '../world/permissions.js';
import type { StoredMessage } from '../world/stored-message.js';
import { forBot } from './message-for-bot.js';

/** An event for the bot. */
export interface Dispatch {
  readonly name: string;
  readonly data: object;
  /** The intents of which one is needed; 0 where none is. */
  readonly intents: number;
  /** Whose shard gets it; null for the first shard. */
  readonly guildId: string | null;
}

/** What the bot receives of a domain event. */
export function dispatchesOf(state: LocalState, happening: Happening): Dispatch[] {
  switch (happening.kind) {
    case 'interaction-create': {
      const { channel } = happening.interaction;
      const guildId =
        channel.guildId !== null && state.world.botIsIn(channel.guildId) ? channel.guildId : null;
      return [{ name: 'INTERACTION_CREATE', data: happening.payload, intents: 0, guildId }];
    }
    case 'message-create':
    case 'message-update':
    case 'message-delete':
      return messageDispatch(state, happening.kind, happening.message);
    case 'channel-create':
    case 'channel-update':
    case 'channel-delete':
      return channelDispatch(state, happening);
    case 'thread-members':
      return membersDispatch(state, happening);
    case 'typing':
      return [];
    case 'guild-join':
      return [
        { ...ofGuild(happening.guildId), name: 'GUILD_CREATE', data: wholeGuild(state, happening.guildId) },
      ];
    case 'guild-leave':
      return [{ ...ofGuild(happening.guildId), name: 'GUILD_DELETE', data: { id: happening.guildId } }];
    default:
      return [];
  }
}

/**
 * A guild as the gateway first sends it: with its channels, active threads and the bot's own member.
 *
 * @param channels the guild's channels and threads, where they are at hand.
 */
export function wholeGuild(
  { world }: LocalState,
  guildId: string,
  channels: readonly Channel[] = [...world.channels.values()].filter((c) => c.guildId === guildId),
): object {
  const guild = world.guild(guildId);
  const bot = world.bot.user.id;
  const threads = channels.filter(
    (c) => c.thread && !c.thread.archived && may(world, bot, c, Bits.ViewChannel),
  );
  return {
    ...guildJson(guild),
    joined_at: guild.members.get(bot)?.joinedAt ?? null,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [memberJson(world, guild, bot)],
    channels: channels.filter((c) => !c.thread).map((c) => channelJson(world, c, bot)),
    threads: threads.map((c) => channelJson(world, c, bot)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function ofGuild(guildId: string) {
  return { intents: Intents.Guilds as number, guildId };
}

const messageEvents = {
  'message-create': 'MESSAGE_CREATE',
  'message-update': 'MESSAGE_UPDATE',
  'message-delete': 'MESSAGE_DELETE',
} as const;

function messageDispatch(
  state: LocalState,
  kind: keyof typeof messageEvents,
  message: StoredMessage,
): Dispatch[] {
  const { world } = state;
  const channel = world.channels.get(message.data.channel_id);
  if (!channel || message.onlyFor !== null || !may(world, world.bot.user.id, channel, Bits.ViewChannel))
    return [];
  const { guildId } = channel;
  const intents = guildId === null ? Intents.DirectMessages : Intents.GuildMessages;
  const name = messageEvents[kind];
  const inGuild = guildId !== null && { guild_id: guildId };
  if (kind === 'message-delete') {
    const data = { id: message.data.id, channel_id: channel.id, ...inGuild };
    return [{ name, data, intents, guildId }];
  }
  const author = message.data.author.id;
  const guild = guildId === null ? undefined : world.guilds.get(guildId);
  const member = guild?.members.has(author) ? memberJson(world, guild, author) : undefined;
  const data = {
    ...forBot(state, message),
    channel_type: channel.type,
    ...inGuild,
    ...(member && { member: { ...member, user: undefined } }),
  };
  return [{ name, data, intents, guildId }];
}

function channelDispatch(
  { world }: LocalState,
  happening: Extract<Happening, { channel: Channel; kind: `channel-${string}` }>,
): Dispatch[] {
  const { channel, kind } = happening;
  const bot = world.bot.user.id;
  if (channel.guildId === null || !world.botIsIn(channel.guildId)) return [];
  if (channel.thread && !may(world, bot, channel, Bits.ViewChannel)) return [];
  const verb = kind.slice('channel-'.length).toUpperCase();
  const name = `${channel.thread ? 'THREAD' : 'CHANNEL'}_${verb}`;
  const json = channelJson(world, channel, bot);
  const data =
    channel.thread && kind === 'channel-delete'
      ? { id: channel.id, guild_id: channel.guildId, parent_id: channel.parentId, type: channel.type }
      : kind === 'channel-create' && channel.thread
        ? { ...json, newly_created: true }
        : json;
  const told = [{ ...ofGuild(channel.guildId), name, data }];
  const opened = happening.kind === 'channel-update' && happening.opened === true && !channel.thread;
  return opened ? [...told, threadListSync(world, channel)] : told;
}

/** The active threads of a channel that the bot has just got to see. */
function threadListSync(world: LocalState['world'], channel: Channel): Dispatch {
  const bot = world.bot.user.id;
  const guildId = channel.guildId ?? '';
  const threads = world.threads({ parentId: channel.id }).filter(({ thread }) => !thread?.archived);
  const members = threads.flatMap(({ id, thread }) => {
    const joined = thread?.members.get(bot);
    return joined ? [{ id, user_id: bot, join_timestamp: joined, flags: 0 }] : [];
  });
  const data = {
    guild_id: guildId,
    channel_ids: [channel.id],
    threads: threads.map((thread) => channelJson(world, thread, bot)),
    members,
  };
  return { ...ofGuild(guildId), name: 'THREAD_LIST_SYNC', data };
}

function membersDispatch(
  { world }: LocalState,
  { channel, joined, left }: Extract<Happening, { kind: 'thread-members' }>,
): Dispatch[] {
  const bot = world.bot.user.id;
  if (channel.guildId === null || ![...joined, ...left].includes(bot)) return [];
  if (!world.botIsIn(channel.guildId) || channel.type === ChannelType.DM) return [];
  const data = {
    id: channel.id,
    guild_id: channel.guildId,
    member_count: channel.thread?.members.size ?? 0,
    added_members: joined
      .filter((id) => id === bot)
      .map((id) => ({
        id: channel.id,
        user_id: id,
        join_timestamp: channel.thread?.members.get(id),
        flags: 0,
      })),
    removed_member_ids: left.filter((id) => id === bot),
  };
  return [{ ...ofGuild(channel.guildId), name: 'THREAD_MEMBERS_UPDATE', data }];
}
