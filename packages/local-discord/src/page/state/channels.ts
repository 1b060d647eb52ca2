import { ChannelType } from 'discord-api-types/v10';
import type { PageChannel } from '../../page-protocol.js';
import type { PageState } from './page-state.js';

const threadTypes: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

const SEND_MESSAGES = 1n << 11n;
const SEND_IN_THREADS = 1n << 38n;

export const isThread = (channel: PageChannel) => threadTypes.includes(channel.type);
export const isForum = (channel: PageChannel) => channel.type === ChannelType.GuildForum;
export const isVoice = (channel: PageChannel) => channel.type === ChannelType.GuildVoice;
export const isDirect = (channel: PageChannel) => channel.type === ChannelType.DM;

/** The channel a thread hangs on. */
export const parentOf = (channel: PageChannel) =>
  'parent_id' in channel ? (channel.parent_id ?? null) : null;

/** What a channel is for, as its maker wrote it. */
export const topicOf = (channel: PageChannel) => ('topic' in channel ? (channel.topic ?? '') : '');

/** "general"; for direct messages the other's name. */
export function channelName(channel: PageChannel): string {
  if ('recipients' in channel && channel.recipients) {
    const [other] = channel.recipients;
    return other?.global_name ?? other?.username ?? 'Direct messages';
  }
  return channel.name ?? 'thread';
}

/** Channels in the order of the list; direct messages come last. */
export function listedChannels(state: PageState): PageChannel[] {
  const position = (channel: PageChannel) => ('position' in channel ? channel.position : 1000);
  return [...state.channels.values()]
    .filter((channel) => !isThread(channel))
    .sort((a, b) => position(a) - position(b));
}

/** A channel's threads, newest first, archived ones left out. */
export function activeThreads(state: PageState, parent: string): PageChannel[] {
  return threadsOf(state, parent).filter((thread) => !isArchived(thread));
}

/** A channel's threads, newest first. */
export function threadsOf(state: PageState, parent: string): PageChannel[] {
  return [...state.channels.values()]
    .filter((channel) => isThread(channel) && parentOf(channel) === parent)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
}

export function isArchived(channel: PageChannel): boolean {
  return 'thread_metadata' in channel && (channel.thread_metadata?.archived ?? false);
}

/** "4 messages" */
export function messageCount(channel: PageChannel): string {
  const count = 'message_count' in channel ? (channel.message_count ?? 0) : 0;
  return `${count} ${count === 1 ? 'message' : 'messages'}`;
}

/** Whether the acting person may write there. */
export function mayWrite(channel: PageChannel): boolean {
  const needed = isThread(channel) ? SEND_IN_THREADS : SEND_MESSAGES;
  return (BigInt(channel.permissions) & needed) !== 0n;
}
