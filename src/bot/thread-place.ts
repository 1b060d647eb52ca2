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
  if ((place.permissions & PermissionFlagsBits.Administrator) !== 0n) return null;
  const missing = needed.filter((name) => (place.permissions & PermissionFlagsBits[name]) === 0n);
  return missing.length > 0 ? say.thread.missing(missing) : null;
}
