import type { Client } from '@libsql/client';
import type { Clock } from '../clock.js';
import { AbsentGuilds } from './absent-guilds.js';
import { type DatabaseAddress, DatabaseError, openDatabase } from './database.js';
import { Digests } from './digests.js';
import { Follows } from './follows.js';
import { KnownEvents } from './known-events.js';
import { StoredLongTexts } from './long-texts.js';
import { Notes } from './notes.js';
import { Notices } from './notices.js';
import { Outbox } from './outbox.js';
import { QuietChannels } from './quiet-channels.js';
import { RefusedChannels } from './refused-channels.js';
import { StoryThreads } from './story-threads.js';
import { Talk } from './talk.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What a button needs is kept for so long after it was last used, in milliseconds. */
const BUTTONS_MS = 180 * DAY_MS;
/** A conversation that rested for so long is over. */
const TALK_MS = DAY_MS;

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
  readonly #client: Client;
  readonly #clock: Clock;

  private constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
    this.longTexts = new StoredLongTexts(client, clock);
    this.threads = new StoryThreads(client, clock);
    this.talk = new Talk(client, clock);
    this.knownEvents = new KnownEvents(client);
    this.follows = new Follows(client, clock);
    this.outbox = new Outbox(client, clock);
    this.digests = new Digests(client);
    this.notes = new Notes(client);
    this.notices = new Notices(client, clock);
    this.refusedChannels = new RefusedChannels(client, clock);
    this.absentGuilds = new AbsentGuilds(client, clock);
    this.quietChannels = new QuietChannels(client);
  }

  /** Opens the database. @throws DatabaseError with a sentence for the operator. */
  static async open(address: DatabaseAddress, clock: Clock): Promise<Store> {
    return new Store(await openDatabase(address), clock);
  }

  /**
   * Ties the database to an application; the first one that asks gets it.
   *
   * @throws DatabaseError where it belongs to another application: its follows must neither be sent nor deleted.
   */
  async belongTo(applicationId: string): Promise<void> {
    await this.#client.execute({
      sql: `INSERT OR IGNORE INTO notes VALUES ('application', ?)`,
      args: [applicationId],
    });
    const owner = await this.notes.get('application');
    if (owner === applicationId) return;
    throw new DatabaseError(
      `This database belongs to another bot (application ${owner}), and DISCORD_TOKEN is for application ${applicationId}. ` +
        'Use the token of that bot, or set DATA_DIR (or DATABASE_URL) to a new place for this one. Nothing was changed.',
    );
  }

  /** Deletes all that is kept for a server: the bot was removed from it, or a manager asked for it. */
  async forgetGuild(guildId: string): Promise<void> {
    const args = [guildId];
    await this.#client.batch(
      [
        { sql: 'DELETE FROM outbox WHERE follow_id IN (SELECT id FROM follows WHERE guild_id = ?)', args },
        ...OF_GUILD.map((table) => ({ sql: `DELETE FROM ${table} WHERE guild_id = ?`, args })),
      ],
      'write',
    );
    this.quietChannels.forget();
  }

  /** Deletes all that is kept about a person: their follows, the digests they set up, their texts and notices. */
  async forgetPerson(userId: string): Promise<void> {
    const args = [userId];
    await this.#client.batch(
      [
        { sql: 'DELETE FROM outbox WHERE follow_id IN (SELECT id FROM follows WHERE user_id = ?)', args },
        { sql: 'DELETE FROM follows WHERE user_id = ?', args },
        { sql: 'DELETE FROM digests WHERE set_by = ?', args },
        { sql: 'DELETE FROM long_texts WHERE user_id = ?', args },
        { sql: 'DELETE FROM notices WHERE user_id = ?', args },
      ],
      'write',
    );
  }

  /** How much is kept about a person. */
  keptAbout(userId: string): Promise<Kept> {
    return this.#count(
      ['follows WHERE user_id', 'digests WHERE set_by', null, 'long_texts WHERE user_id'],
      userId,
    );
  }

  /** How much is kept for a server. */
  keptFor(guildId: string): Promise<Kept> {
    return this.#count(
      [
        'follows WHERE guild_id',
        'digests WHERE guild_id',
        'threads WHERE guild_id',
        'long_texts WHERE guild_id',
      ],
      guildId,
    );
  }

  /** Deletes what is too old to be needed: texts and lists of buttons that nobody presses any more, ended talks. */
  async prune(): Promise<void> {
    const now = this.#clock.now().getTime();
    await this.#client.batch(
      [
        { sql: 'DELETE FROM long_texts WHERE used_at < ?', args: [now - BUTTONS_MS] },
        {
          sql: `DELETE FROM outbox WHERE (sent_message_id IS NOT NULL OR given_up_at IS NOT NULL)
                AND created_at < ?`,
          args: [now - BUTTONS_MS],
        },
        { sql: 'DELETE FROM talk WHERE at < ?', args: [now - TALK_MS] },
        { sql: 'DELETE FROM notices WHERE at < ?', args: [now - BUTTONS_MS] },
      ],
      'write',
    );
  }

  /** The servers something is kept for. */
  async guilds(): Promise<string[]> {
    const { rows } = await this.#client.execute(
      OF_GUILD.filter((table) => table !== 'absent_guilds')
        .map((table) => `SELECT guild_id FROM ${table} WHERE guild_id IS NOT NULL`)
        .join(' UNION '),
    );
    return rows.map((row) => String(row[0]));
  }

  /** Whether it can be written to just now: what a health check asks. */
  async isWritable(): Promise<boolean> {
    try {
      await this.#client.execute(`INSERT OR REPLACE INTO notes VALUES ('looked-at', '')`);
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    this.#client.close();
  }

  async #count(wheres: readonly (string | null)[], id: string): Promise<Kept> {
    const counts = wheres.map((where) => (where ? `(SELECT COUNT(*) FROM ${where} = ?)` : '0'));
    const { rows } = await this.#client.execute({
      sql: `SELECT ${counts.join(', ')}`,
      args: wheres.flatMap((where) => (where ? [id] : [])),
    });
    const [follows = 0, digests = 0, threads = 0, longTexts = 0] = [0, 1, 2, 3].map((i) =>
      Number(rows[0]?.[i] ?? 0),
    );
    return { follows, digests, threads, longTexts };
  }
}
