import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Sentences } from '../views/sentences/sentences.js';
import type { Place } from './command.js';

/** What a thread takes, in the order a person grants it. */
const needed = [
  'ViewChannel',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'EmbedLinks',
] as const satisfies (keyof typeof PermissionFlagsBits)[];

/** A permission that may be missing. */
export type NeededPermission = (typeof needed)[number];

/** Why no thread can be opened in a place, as a sentence; null where one can. */
export function threadObstacle(place: Place, say: Sentences): string | null {
  if (place.guildId === null) return say.thread.noThreadsInMessages;
  if (!place.botIsMember) return say.thread.notAMember;
  if (place.channelType !== ChannelType.GuildText && place.channelType !== ChannelType.GuildAnnouncement)
    return say.thread.noThreadsHere;
  if (!may(place.callerPermissions, 'CreatePublicThreads')) return say.thread.callerMayNot;
  const missing = needed.filter((name) => !may(place.permissions, name));
  return missing.length > 0 ? say.thread.missing(missing) : null;
}

const may = (permissions: bigint, name: NeededPermission) =>
  (permissions & (PermissionFlagsBits[name] | PermissionFlagsBits.Administrator)) !== 0n;
