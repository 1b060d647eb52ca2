import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Channel } from '../world/channel.js';
import { permissionsIn } from '../world/permissions.js';
import type { World } from '../world/world.js';

/** What an app that only a person installed may do there, of what the person may. */
const BROUGHT_ALONG = Bits.EmbedLinks | Bits.AttachFiles | Bits.MentionEveryone | Bits.UseExternalEmojis;

/** What an interaction reports that the app may do in its channel. */
export function appPermissions(world: World, channel: Channel, person: string): bigint {
  if (channel.guildId !== null && world.botIsIn(channel.guildId))
    return permissionsIn(world, world.bot.user.id, channel);
  if (channel.guildId !== null) return permissionsIn(world, person, channel) & BROUGHT_ALONG;
  const withBot = channel.recipients.includes(world.bot.user.id);
  const common = Bits.EmbedLinks | Bits.AttachFiles | Bits.MentionEveryone;
  return withBot ? common | Bits.UseExternalEmojis : common;
}
