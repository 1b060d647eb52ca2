import type { Client } from '@libsql/client';
import type { Clock } from '../clock.js';

/** So long what was set up in a server that is missing is kept, in milliseconds. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** What a look at the servers came to. */
export interface Roll {
  /** Missing for the first time now. */
  readonly missing: readonly string[];
  /** There again. */
  readonly back: readonly string[];
  /** Missing for a month: what was set up there may go. */
  readonly overdue: readonly string[];
}

/**
 * Servers that were missing at a start. A server can be missing because the bot was removed while it was down, and also
 * because a token or an outage was wrong for a day: so it is kept for a month, and nothing is sent there meanwhile.
 */
export class AbsentGuilds {
  readonly #client: Client;
  readonly #clock: Clock;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /**
   * Compares the servers that something is kept for with those that are there.
   *
   * @param kept ids of the servers something is kept for.
   * @param present ids of the servers the bot is in.
   */
  async look(kept: readonly string[], present: readonly string[]): Promise<Roll> {
    const now = this.#clock.now().getTime();
    const { rows } = await this.#client.execute('SELECT guild_id, since FROM absent_guilds');
    const since = new Map(rows.map((row) => [String(row[0]), Number(row[1])]));
    const there = new Set(present);
    const missing = kept.filter((id) => !there.has(id) && !since.has(id));
    const back = [...since.keys()].filter((id) => there.has(id));
    const overdue = [...since].filter(([id, at]) => !there.has(id) && now - at >= KEPT_MS).map(([id]) => id);
    const statements = [
      ...missing.map((id) => ({ sql: 'INSERT INTO absent_guilds VALUES (?, ?)', args: [id, now] })),
      ...back.map((id) => ({ sql: 'DELETE FROM absent_guilds WHERE guild_id = ?', args: [id] })),
    ];
    if (statements.length > 0) await this.#client.batch(statements, 'write');
    return { missing, back, overdue };
  }

  /** A server is there (again); true where it had been missing. */
  async isBack(guildId: string): Promise<boolean> {
    const removed = await this.#client.execute({
      sql: 'DELETE FROM absent_guilds WHERE guild_id = ?',
      args: [guildId],
    });
    return removed.rowsAffected > 0;
  }
}
