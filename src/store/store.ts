import type { Client } from '@libsql/client';
import type { Clock } from '../clock.js';
import { type DatabaseAddress, openDatabase } from './database.js';
import { Digests } from './digests.js';
import { Follows } from './follows.js';
import { KnownEvents } from './known-events.js';
import { StoredLongTexts } from './long-texts.js';
import { Notes } from './notes.js';
import { Outbox } from './outbox.js';
import { StoryThreads } from './story-threads.js';
import { Talk } from './talk.js';

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
  readonly #client: Client;

  private constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.longTexts = new StoredLongTexts(client, clock);
    this.threads = new StoryThreads(client, clock);
    this.talk = new Talk(client, clock);
    this.knownEvents = new KnownEvents(client);
    this.follows = new Follows(client, clock);
    this.outbox = new Outbox(client, clock);
    this.digests = new Digests(client);
    this.notes = new Notes(client);
  }

  /** Opens the database. @throws DatabaseError with a sentence for the operator. */
  static async open(address: DatabaseAddress, clock: Clock): Promise<Store> {
    return new Store(await openDatabase(address), clock);
  }

  /** Deletes all that is kept for a server: the bot was removed from it. */
  async forgetGuild(guildId: string): Promise<void> {
    const args = [guildId];
    await this.#client.batch(
      [
        { sql: 'DELETE FROM outbox WHERE follow_id IN (SELECT id FROM follows WHERE guild_id = ?)', args },
        ...['follows', 'threads', 'talk', 'digests'].map((table) => ({
          sql: `DELETE FROM ${table} WHERE guild_id = ?`,
          args,
        })),
      ],
      'write',
    );
  }

  /** The servers something is kept for. */
  async guilds(): Promise<string[]> {
    const { rows } = await this.#client.execute(
      ['follows', 'threads', 'talk', 'digests']
        .map((table) => `SELECT guild_id FROM ${table} WHERE guild_id IS NOT NULL`)
        .join(' UNION '),
    );
    return rows.map((row) => String(row[0]));
  }

  close(): void {
    this.#client.close();
  }
}
