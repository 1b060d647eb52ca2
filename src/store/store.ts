import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Clock } from '../clock.js';
import { AbsentGuilds } from './absent-guilds.js';
import { type DatabaseAddress, DatabaseError, type OpenDatabase, openDatabase } from './database.js';
import { Digests } from './digests.js';
import { Follows } from './follows.js';
import { Hosts, OwnClock } from './hosts.js';
import { KnownEvents } from './known-events.js';
import { StoredLongTexts } from './long-texts.js';
import { Notes } from './notes.js';
import { Notices } from './notices.js';
import { Outbox, waits } from './outbox.js';
import { QuietChannels } from './quiet-channels.js';
import { RefusedChannels } from './refused-channels.js';
import { StoryThreads } from './story-threads.js';
import type { Tables } from './tables.js';
import { Talk } from './talk.js';
import { Votes } from './votes.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What a button needs is kept for so long after it was last used, in milliseconds. */
const BUTTONS_MS = 180 * DAY_MS;
/** A conversation that rested for so long is over. */
const TALK_MS = DAY_MS;
/** What people said about answers is counted for so long. */
const VOTES_MS = 400 * DAY_MS;

/** The tables that have what belongs to a server, by a column `guild_id`. */
const OF_GUILD = [
  'follows',
  'threads',
  'talk',
  'digests',
  'long_texts',
  'quiet_channels',
  'refused_channels',
  'notices',
  'absent_guilds',
] as const;

/** What is kept about a person, or about a server, as numbers. */
export interface Kept {
  readonly follows: number;
  readonly digests: number;
  readonly threads: number;
  readonly longTexts: number;
  /** Answers a person voted on; not counted for servers. */
  readonly votes?: number;
}

/** How a store keeps time. */
export interface StoreOptions {
  /** `own` makes the clock that is handed in count for everything, also where several hosts share the database. */
  readonly time?: 'own' | 'database';
}

/** All the bot must remember. */
export class Store {
  readonly longTexts: StoredLongTexts;
  readonly threads: StoryThreads;
  readonly talk: Talk;
  readonly knownEvents: KnownEvents;
  readonly follows: Follows;
  readonly outbox: Outbox;
  readonly digests: Digests;
  readonly notes: Notes;
  readonly notices: Notices;
  readonly refusedChannels: RefusedChannels;
  readonly absentGuilds: AbsentGuilds;
  readonly quietChannels: QuietChannels;
  readonly votes: Votes;
  /** The processes that share the database, and what each of them claims. */
  readonly hosts: Hosts;
  /** Whether other processes may use the database at the same time. */
  readonly isShared: boolean;
  /** What is due is decided by this clock: the database's own where hosts share it. */
  readonly clock: Clock;
  readonly #db: Kysely<Tables>;

  private constructor({ db, dialect }: OpenDatabase, clock: Clock, options: StoreOptions) {
    this.#db = db;
    this.isShared = dialect.name === 'postgres';
    const ownTime = options.time === 'own' || !this.isShared;
    const own = new OwnClock(clock, !ownTime);
    const now = () =>
      ownTime
        ? sql<number>`CAST(${clock.now().getTime()} AS BIGINT)`
        : sql<number>`CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`;
    this.clock = own;
    this.hosts = new Hosts(db, now, own, this.isShared);
    this.longTexts = new StoredLongTexts(db, own);
    this.threads = new StoryThreads(db, own, this.hosts);
    this.talk = new Talk(db, own);
    this.knownEvents = new KnownEvents(db);
    this.follows = new Follows(db, own);
    this.outbox = new Outbox(db, own, this.hosts, this.isShared);
    this.digests = new Digests(db, this.hosts);
    this.notes = new Notes(db);
    this.notices = new Notices(db, own);
    this.refusedChannels = new RefusedChannels(db, own);
    this.absentGuilds = new AbsentGuilds(db, own);
    this.quietChannels = new QuietChannels(db);
    this.votes = new Votes(db, own);
  }

  /** Opens the database. @throws DatabaseError with a sentence for the operator. */
  static async open(address: DatabaseAddress, clock: Clock, options: StoreOptions = {}): Promise<Store> {
    const store = new Store(await openDatabase(address), clock, options);
    await store.hosts.join();
    return store;
  }

  /**
   * Ties the database to an application; the first one that asks gets it.
   *
   * @throws DatabaseError where it belongs to another application: its follows must neither be sent nor deleted.
   */
  async belongTo(applicationId: string): Promise<void> {
    await this.#db
      .insertInto('notes')
      .values({ name: 'application', value: applicationId })
      .onConflict((on) => on.doNothing())
      .execute();
    const owner = await this.notes.get('application');
    if (owner === applicationId) return;
    throw new DatabaseError(
      `This database belongs to another bot (application ${owner}), and DISCORD_TOKEN is for application ${applicationId}. ` +
        'Use the token of that bot, or set DATA_DIR (or DATABASE_URL) to a new place for this one. Nothing was changed.',
    );
  }

  /** Deletes all that is kept for a server: the bot was removed from it, or a manager asked for it. */
  async forgetGuild(guildId: string): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      const follows = tx.selectFrom('follows').select('id').where('guild_id', '=', guildId);
      await tx.deleteFrom('outbox').where('follow_id', 'in', follows).execute();
      for (const table of OF_GUILD) await tx.deleteFrom(table).where('guild_id', '=', guildId).execute();
    });
    this.quietChannels.forget();
  }

  /** Deletes all that is kept about a person: their follows, the digests they set up, their texts and notices. */
  async forgetPerson(userId: string): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      const follows = tx.selectFrom('follows').select('id').where('user_id', '=', userId);
      await tx.deleteFrom('outbox').where('follow_id', 'in', follows).execute();
      await tx.deleteFrom('follows').where('user_id', '=', userId).execute();
      await tx.deleteFrom('digests').where('set_by', '=', userId).execute();
      await tx.deleteFrom('long_texts').where('user_id', '=', userId).execute();
      await tx.deleteFrom('notices').where('user_id', '=', userId).execute();
      await new Votes(tx, this.clock).forget(userId);
    });
  }

  /** How much is kept about a person. */
  async keptAbout(userId: string): Promise<Kept> {
    return {
      follows: await this.#count('follows', (eb) => eb('user_id', '=', userId)),
      digests: await this.#count('digests', (eb) => eb('set_by', '=', userId)),
      threads: 0,
      longTexts: await this.#count('long_texts', (eb) => eb('user_id', '=', userId)),
      votes: await this.votes.countOf(userId),
    };
  }

  /** How much is kept for a server. */
  async keptFor(guildId: string): Promise<Kept> {
    return {
      follows: await this.#count('follows', (eb) => eb('guild_id', '=', guildId)),
      digests: await this.#count('digests', (eb) => eb('guild_id', '=', guildId)),
      threads: await this.#count('threads', (eb) => eb('guild_id', '=', guildId)),
      longTexts: await this.#count('long_texts', (eb) => eb('guild_id', '=', guildId)),
    };
  }

  /** Deletes what is too old to be needed: texts and lists of buttons that nobody presses any more, ended talks. */
  async prune(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.#db.transaction().execute(async (tx) => {
      await tx
        .deleteFrom('long_texts')
        .where('used_at', '<', now - BUTTONS_MS)
        .execute();
      await tx
        .deleteFrom('outbox')
        .where((eb) => eb.not(waits(eb)))
        .where('created_at', '<', now - BUTTONS_MS)
        .execute();
      await tx
        .deleteFrom('talk')
        .where('at', '<', now - TALK_MS)
        .execute();
      await tx
        .deleteFrom('notices')
        .where('at', '<', now - BUTTONS_MS)
        .execute();
      await new Votes(tx, this.clock).prune(now - VOTES_MS);
    });
  }

  /** The servers something is kept for. */
  async guilds(): Promise<string[]> {
    const ids = new Set<string>();
    for (const table of OF_GUILD) {
      if (table === 'absent_guilds') continue;
      const rows = this.#db.selectFrom(table).select('guild_id').distinct().where('guild_id', 'is not', null);
      for (const { guild_id } of await rows.execute()) if (guild_id !== null) ids.add(guild_id);
    }
    return [...ids];
  }

  /** Whether it can be written to just now: what a health check asks. */
  async isWritable(): Promise<boolean> {
    try {
      await this.notes.set('looked-at', '');
      return true;
    } catch {
      return false;
    }
  }

  /** Gives up what this process has claimed, and closes the database. */
  async close(): Promise<void> {
    await this.hosts.leave();
    await this.#db.destroy();
  }

  async #count<T extends keyof Tables>(
    table: T,
    which: (eb: ExpressionBuilder<Tables, T>) => Expression<SqlBool>,
  ): Promise<number> {
    const counted = this.#db
      .selectFrom(table as keyof Tables)
      .select(({ fn }) => fn.countAll<number>().as('count'));
    return (await counted.where(which as never).executeTakeFirstOrThrow()).count;
  }
}
