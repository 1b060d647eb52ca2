import { ChannelType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { refuse } from '../api-error.js';
import { limits } from '../limits.js';
import type { Attachments } from './attachments.js';
import { blankChannel, type Channel } from './channel.js';
import { channelJson } from './channel-json.js';
import { postMessage } from './post-message.js';
import type { StoredMessage } from './stored-message.js';
import type { World } from './world.js';

/** A thread to be opened. */
export interface NewThread {
  readonly name: string;
  readonly autoArchiveMinutes: number;
  readonly owner: string;
  readonly type: ChannelType;
  readonly appliedTags?: string[];
}

/** Makes a thread in a channel, with its owner in it. @throws ApiError 160006 where there are too many */
export function createThread(world: World, parent: Channel, given: NewThread, id?: string): Channel {
  const active = world.threads(parent.guildId === null ? {} : { guildId: parent.guildId });
  if (active.filter((t) => !t.thread?.archived).length >= limits.thread.active) throw refuse.tooManyThreads();
  const now = new Date().toISOString();
  const thread = blankChannel({
    id: id ?? world.ids.next(),
    type: given.type,
    guildId: parent.guildId,
    name: given.name,
    parentId: parent.id,
    appliedTags: given.appliedTags ?? [],
    thread: {
      ownerId: given.owner,
      archived: false,
      locked: false,
      autoArchiveMinutes: given.autoArchiveMinutes,
      archiveTimestamp: now,
      createTimestamp: now,
      members: new Map([[given.owner, now]]),
      messageCount: 0,
      renames: [],
    },
  });
  world.channels.set(thread.id, thread);
  world.tell({ kind: 'channel-create', channel: thread, by: given.owner });
  return thread;
}

/** Opens a thread on a message; it has the message's id. @throws ApiError 160004 where it has one */
export function threadOnMessage(
  world: World,
  files: Attachments,
  parent: Channel,
  message: StoredMessage,
  given: NewThread,
): Channel {
  if (world.channels.has(message.data.id)) throw refuse.threadPresent();
  const thread = createThread(world, parent, given, message.data.id);
  message.data = {
    ...message.data,
    flags: (message.data.flags ?? 0) | MessageFlags.HasThread,
    thread: channelJson(world, thread) as never,
  };
  world.tell({ kind: 'message-update', message });
  postMessage(world, files, thread, {
    author: given.owner,
    type: MessageType.ThreadStarterMessage,
    body: {},
    more: { message_reference: { ...whereIs(parent), message_id: message.data.id } },
  });
  return thread;
}

/** Opens a thread in a text channel beside its messages; a message in the channel says so. */
export function threadInChannel(
  world: World,
  files: Attachments,
  parent: Channel,
  given: NewThread,
): Channel {
  const thread = createThread(world, parent, given);
  if (given.type === ChannelType.PublicThread || given.type === ChannelType.AnnouncementThread)
    postMessage(world, files, parent, {
      author: given.owner,
      type: MessageType.ThreadCreated,
      body: { content: given.name },
      more: { message_reference: whereIs(thread), thread: channelJson(world, thread) as never },
    });
  return thread;
}

/** Archives a thread, or takes it out of the archive. */
export function setArchived(world: World, channel: Channel, archived: boolean): void {
  if (!channel.thread || channel.thread.archived === archived) return;
  channel.thread.archived = archived;
  channel.thread.archiveTimestamp = new Date().toISOString();
  world.tell({ kind: 'channel-update', channel });
}

/** Puts somebody into a thread. */
export function joinThread(world: World, channel: Channel, user: string): void {
  if (!channel.thread || channel.thread.members.has(user)) return;
  channel.thread.members.set(user, new Date().toISOString());
  world.tell({ kind: 'thread-members', channel, joined: [user], left: [] });
}

/** Takes somebody out of a thread. */
export function leaveThread(world: World, channel: Channel, user: string): void {
  if (channel.thread?.members.delete(user))
    world.tell({ kind: 'thread-members', channel, joined: [], left: [user] });
}

function whereIs(channel: Channel) {
  return {
    type: 0,
    channel_id: channel.id,
    ...(channel.guildId !== null && { guild_id: channel.guildId }),
  };
}
