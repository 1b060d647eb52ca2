import { EventEmitter } from 'node:events';
import type { APIRole, APIUser } from 'discord-api-types/v10';
import { refuse } from '../api-error.js';
import type { Channel } from './channel.js';
import type { Happening } from './happening.js';
import { Snowflakes } from './snowflake.js';
import type { StoredMessage } from './stored-message.js';

/** Somebody with an account: a person, or the bot. */
export interface Account {
  readonly user: APIUser;
  /** How tests and the page name them: "ada". */
  readonly handle: string;
  readonly locale: string;
  /** False where nobody but a friend may write to them: Discord answers 50007. */
  dmsOpen: boolean;
  /** Whether the person installed the bot for themselves. */
  readonly installedApp: boolean;
}

/** A member of a guild. */
export interface Member {
  readonly roles: string[];
  readonly joinedAt: string;
}

/** A server. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: Map<string, APIRole>;
  readonly members: Map<string, Member>;
}

/** Everything there is, in memory, and the channel on which its domain events are sent. */
export class World {
  readonly ids = new Snowflakes();
  readonly accounts = new Map<string, Account>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly #messages = new Map<string, Map<string, StoredMessage>>();
  readonly #wire = new EventEmitter<{ happening: [Happening] }>();
  /** The guild the page shows: the one the bot is a member of. */
  readonly home: Guild;
  readonly bot: Account;
  readonly applicationId: string;

  constructor(home: Guild, bot: Account) {
    this.home = home;
    this.bot = bot;
    this.applicationId = bot.user.id;
    this.guilds.set(home.id, home);
    this.accounts.set(bot.user.id, bot);
    this.#wire.setMaxListeners(0);
  }

  /** Tells everyone who listens. */
  tell(happening: Happening): void {
    this.#wire.emit('happening', happening);
  }

  /** Listens; the function given back stops it. */
  listen(listener: (happening: Happening) => void): () => void {
    this.#wire.on('happening', listener);
    return () => this.#wire.off('happening', listener);
  }

  /** @throws ApiError 10003 */
  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (!channel) throw refuse.unknownChannel();
    return channel;
  }

  /** @throws ApiError 10004 */
  guild(id: string): Guild {
    const guild = this.guilds.get(id);
    if (!guild) throw refuse.unknownGuild();
    return guild;
  }

  /** @throws ApiError 10013 */
  account(id: string): Account {
    const account = this.accounts.get(id);
    if (!account) throw refuse.unknownUser();
    return account;
  }

  /** Whether the bot is a member of the guild. */
  botIsIn(guildId: string): boolean {
    return this.guilds.get(guildId)?.members.has(this.bot.user.id) ?? false;
  }

  /** A channel's messages, oldest first, ephemeral ones among them. */
  messagesOf(channelId: string): Map<string, StoredMessage> {
    const known = this.#messages.get(channelId);
    if (known) return known;
    const none = new Map<string, StoredMessage>();
    this.#messages.set(channelId, none);
    return none;
  }

  /** A message everyone in the channel sees. @throws ApiError 10008 */
  message(channelId: string, id: string): StoredMessage {
    const message = this.messagesOf(channelId).get(id);
    if (!message || message.onlyFor !== null) throw refuse.unknownMessage();
    return message;
  }

  /** The threads of a channel, or of a whole guild. */
  threads(where: { readonly parentId?: string; readonly guildId?: string }): Channel[] {
    return [...this.channels.values()].filter(
      (c) =>
        c.thread !== null &&
        (where.parentId === undefined || c.parentId === where.parentId) &&
        (where.guildId === undefined || c.guildId === where.guildId),
    );
  }

  /** Takes a channel away with its threads and messages. */
  removeChannel(channel: Channel): void {
    for (const thread of this.threads({ parentId: channel.id })) this.removeChannel(thread);
    this.channels.delete(channel.id);
    this.#messages.delete(channel.id);
    this.tell({ kind: 'channel-delete', channel });
  }
}
