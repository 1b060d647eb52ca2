import { PermissionFlagsBits as Bits, ChannelType } from 'discord-api-types/v10';
import { blankChannel } from './channel.js';
import { guild, role } from './seed-world.js';
import { timeOf } from './snowflake.js';
import type { Guild, World } from './world.js';

const EPOCH_MS = timeOf('0');
/** The servers are made so far apart, in milliseconds: a prime number, so that they spread over any number of shards. */
const APART_MS = 997;
const JOINED = '2024-02-01T00:00:00.000000+00:00';

/**
 * Adds servers that the bot is in, each with a general and a news channel, and Ada, who owns it, as the only person. Their
 * ids are the same in every run.
 *
 * @returns the servers, each with the id of its news channel.
 */
export function addServers(world: World, count: number): { guild: Guild; general: string; news: string }[] {
  const owner = world.home.ownerId;
  const before = world.guilds.size;
  return Array.from({ length: count }, (_, at) => {
    const made = Date.UTC(2024, 0, 2) + (before + at) * APART_MS;
    const idAt = (offset: number) => (BigInt(made - EPOCH_MS + offset) << 22n).toString();
    const added = guild(idAt(0), `Server ${at + 1}`, owner);
    const botRole = role(idAt(1), world.bot.user.username, Bits.ManageThreads, 1, world.bot.user.id);
    added.roles.set(botRole.id, botRole);
    added.members.set(world.bot.user.id, { roles: [botRole.id], joinedAt: JOINED });
    added.members.set(owner, { roles: [], joinedAt: JOINED });
    world.guilds.set(added.id, added);
    const channel = (offset: number, name: string) => {
      const id = idAt(offset);
      const type = ChannelType.GuildText;
      world.channels.set(id, blankChannel({ id, type, guildId: added.id, name, position: offset }));
      return id;
    };
    return { guild: added, general: channel(2, 'general'), news: channel(3, 'news') };
  });
}
