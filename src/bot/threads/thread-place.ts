import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Sentences } from '../../views/sentences/sentences.js';
import type { Place } from '../command.js';

/** What a thread takes, in the order a person grants it. */
const forThread = ['ViewChannel', 'CreatePublicThreads', 'SendMessagesInThreads', 'EmbedLinks'] as const;
/** What a forum's post takes: there "Send Messages" is what opens one. */
const forPost = ['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'EmbedLinks'] as const;

/** A permission that may be missing. */
export type NeededPermission = (typeof forThread | typeof forPost)[number];

/** Why no thread can be opened in a place, or beside it where it is a thread itself, as a sentence; null where one can. */
export function threadObstacle(place: Place, say: Sentences): string | null {
  if (place.guildId === null) return say.thread.noThreadsInMessages;
  if (!place.botIsMember) return say.thread.notAMember;
  const type = isPublicThread(place.channelType) ? place.parentType : place.channelType;
  const isForum = type === ChannelType.GuildForum;
  if (!isForum && type !== ChannelType.GuildText && type !== ChannelType.GuildAnnouncement)
    return say.thread.noThreadsHere;
  if (!may(place.callerPermissions, isForum ? 'SendMessages' : 'CreatePublicThreads'))
    return say.thread.callerMayNot;
  const missing = (isForum ? forPost : forThread).filter((name) => !may(place.permissions, name));
  return missing.length > 0 ? say.thread.missing(missing) : null;
}

const isPublicThread = (type: number | null) =>
  type === ChannelType.PublicThread || type === ChannelType.AnnouncementThread;

const may = (permissions: bigint, name: NeededPermission) =>
  (permissions & (PermissionFlagsBits[name] | PermissionFlagsBits.Administrator)) !== 0n;
