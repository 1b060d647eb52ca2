import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { leaveGuild } from '../rest/user-routes.js';
import type { Channel } from '../world/channel.js';
import { may } from '../world/permissions.js';
import type { World } from '../world/world.js';
import { PersonError } from './person-error.js';

/** What happens to a bot at the hands of those who run the server. */
export class Admin {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Takes permissions from the bot in one channel (bits of PermissionFlagsBits). */
  denyBot(channel: string, permissions: bigint): void {
    this.#overwrite(this.channel(channel), (denied) => denied | permissions);
  }

  /** Gives them back. */
  allowBot(channel: string, permissions: bigint): void {
    this.#overwrite(this.channel(channel), (denied) => denied & ~permissions);
  }

  /** Allows the bot in one channel what everybody else is denied there. */
  grantBot(channel: string, permissions: bigint): void {
    this.#overwrite(
      this.channel(channel),
      (denied) => denied & ~permissions,
      (allowed) => allowed | permissions,
    );
  }

  /** Deletes a channel or thread, with all that hangs on it. */
  deleteChannel(channel: string): void {
    this.#world.removeChannel(this.channel(channel));
  }

  /** Throws the bot out of the server. */
  removeBot(): void {
    leaveGuild(this.#world, this.#world.home.id);
  }

  /** Takes the bot into the server again. */
  inviteBot(): void {
    const { home, bot } = this.#world;
    const role = [...home.roles.values()].find((r) => r.tags?.bot_id === bot.user.id);
    home.members.set(bot.user.id, { roles: role ? [role.id] : [], joinedAt: new Date().toISOString() });
    this.#world.tell({ kind: 'guild-join', guildId: home.id });
  }

  /** A channel of the server by name, or a thread by id. @throws PersonError */
  channel(named: string): Channel {
    const found =
      this.#world.channels.get(named) ??
      [...this.#world.channels.values()].find((c) => c.name === named && !c.thread);
    if (!found) throw new PersonError(`there is no channel "${named}"`);
    return found;
  }

  #overwrite(
    channel: Channel,
    change: (denied: bigint) => bigint,
    grant: (allowed: bigint) => bigint = (allowed) => allowed,
  ): void {
    const { id } = this.#world.bot.user;
    const sawIt = may(this.#world, id, channel, PermissionFlagsBits.ViewChannel);
    const own = channel.overwrites.find((o) => o.id === id);
    const deny = change(BigInt(own?.deny ?? '0')).toString();
    const allow = grant(BigInt(own?.allow ?? '0')).toString();
    const others = channel.overwrites.filter((o) => o.id !== id);
    channel.overwrites = [...others, { id, type: OverwriteType.Member, allow, deny }];
    const opened = !sawIt && may(this.#world, id, channel, PermissionFlagsBits.ViewChannel);
    this.#world.tell({ kind: 'channel-update', channel, opened });
  }
}
