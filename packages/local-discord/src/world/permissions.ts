import { PermissionFlagsBits as Bits, OverwriteType } from 'discord-api-types/v10';
import { refuse } from '../api-error.js';
import type { Channel } from './channel.js';
import type { Guild, World } from './world.js';

/** Every permission there is. */
const ALL = Object.values(Bits).reduce((all, bit) => all | bit, 0n);

/** What someone may do in a direct message, as Discord reports it to an app. */
const IN_DIRECT_MESSAGES =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.ReadMessageHistory |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.MentionEveryone |
  Bits.UseExternalEmojis;

/** What nobody can do who may not send. */
const NEED_SENDING = Bits.MentionEveryone | Bits.EmbedLinks | Bits.AttachFiles | Bits.SendTTSMessages;

/** What someone may do in a guild before any channel's overwrites. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL;
  let permissions = 0n;
  for (const id of [guild.id, ...member.roles])
    permissions |= BigInt(guild.roles.get(id)?.permissions ?? '0');
  return permissions & Bits.Administrator ? ALL : permissions;
}

/**
 * What someone may do in a channel: roles, then the channel's overwrites for everyone, for roles and for the member, in
 * Discord's order. A thread has its parent's overwrites. Zero where the channel can't be seen.
 */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  if (channel.guildId === null) return channel.recipients.includes(userId) ? IN_DIRECT_MESSAGES : 0n;
  const guild = world.guild(channel.guildId);
  const base = guildPermissions(guild, userId);
  const member = guild.members.get(userId);
  if (!member || base === ALL) return member ? base : 0n;
  const carrier = channel.thread && channel.parentId ? world.channels.get(channel.parentId) : channel;
  const overwrites = carrier?.overwrites ?? [];
  let permissions = base;
  const everyone = overwrites.find((o) => o.id === guild.id);
  if (everyone) permissions = (permissions & ~BigInt(everyone.deny)) | BigInt(everyone.allow);
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of overwrites) {
    if (overwrite.type !== OverwriteType.Role || !member.roles.includes(overwrite.id)) continue;
    allow |= BigInt(overwrite.allow);
    deny |= BigInt(overwrite.deny);
  }
  permissions = (permissions & ~deny) | allow;
  const own = overwrites.find((o) => o.type === OverwriteType.Member && o.id === userId);
  if (own) permissions = (permissions & ~BigInt(own.deny)) | BigInt(own.allow);
  if (!(permissions & Bits.ViewChannel)) return 0n;
  const sending = channel.thread ? Bits.SendMessagesInThreads : Bits.SendMessages;
  return permissions & sending ? permissions : permissions & ~NEED_SENDING;
}

/** Whether someone may do all of this in a channel. */
export function may(world: World, userId: string, channel: Channel, needed: bigint): boolean {
  return (permissionsIn(world, userId, channel) & needed) === needed;
}

/** @throws ApiError 50001 where the channel can't be seen, 50013 where another permission is missing */
export function demand(world: World, userId: string, channel: Channel, needed = 0n): void {
  const permissions = permissionsIn(world, userId, channel);
  if (!(permissions & Bits.ViewChannel)) throw refuse.missingAccess();
  if ((permissions & needed) !== needed) throw refuse.missingPermissions();
}
