import {
  type BaseInteraction,
  ChannelType,
  type ForumChannel,
  type Message,
  type NewsChannel,
  RESTJSONErrorCodes,
  type TextChannel,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { MessageView } from '../../views/message.js';
import { refusedWith } from '../discord-error.js';
import { type Layout, posted } from '../payload.js';

/** A channel that can have threads. */
export type ThreadHome = TextChannel | NewsChannel | ForumChannel;

const autoArchiveDuration = ThreadAutoArchiveDuration.OneWeek;

/** The channel a new thread would be created in: the one asked in, or the one whose thread was asked in; null for others. */
export function threadHome({ channel }: Pick<BaseInteraction, 'channel'>): ThreadHome | null {
  const home = channel?.isThread() ? channel.parent : channel;
  switch (home?.type) {
    case ChannelType.GuildText:
    case ChannelType.GuildAnnouncement:
    case ChannelType.GuildForum:
      return home;
    default:
      return null;
  }
}

/** Opens a post in a forum, with one of its tags where it wants one. Gives the thread's id. */
export async function openPost(
  forum: ForumChannel,
  name: string,
  opening: MessageView,
  layout: Layout,
): Promise<string> {
  const open = forum.availableTags.filter(({ moderated }) => !moderated);
  const tag = open.find(({ name: tagName }) => /stor|news|histor|event/i.test(tagName)) ?? open[0];
  const appliedTags = tag ? [tag.id] : [];
  const post = await forum.threads.create({
    name,
    autoArchiveDuration,
    appliedTags,
    message: posted(opening, layout),
  });
  return post.id;
}

/**
 * Opens a thread on a message; beside it, where there is no message to hang it on or that carries another story's
 * thread already. Gives the thread's id.
 */
export async function openThreadOn(
  channel: TextChannel | NewsChannel,
  message: Message | null,
  name: string,
): Promise<string> {
  const threads = (channel as TextChannel).threads;
  try {
    const hung = { name, autoArchiveDuration, ...(message && { startMessage: message.id }) };
    return (await threads.create(hung)).id;
  } catch (error) {
    if (!message || !refusedWith(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
    return (await threads.create({ name, autoArchiveDuration })).id;
  }
}
