import type { Clock } from '../clock.js';
import { pieces } from './pieces.js';
import type { Db } from './tables.js';

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
  readonly #db: Db;
  readonly #clock: Clock;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
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
    const rows = await this.#db.selectFrom('absent_guilds').selectAll().execute();
    const since = new Map(rows.map((row) => [row.guild_id, row.since]));
    const there = new Set(present);
    const missing = kept.filter((id) => !there.has(id) && !since.has(id));
    const back = [...since.keys()].filter((id) => there.has(id));
    const overdue = [...since].filter(([id, at]) => !there.has(id) && now - at >= KEPT_MS).map(([id]) => id);
    await this.#db.transaction().execute(async (tx) => {
      const gone = missing.map((guild_id) => ({ guild_id, since: now }));
      for (const some of pieces(gone))
        await tx
          .insertInto('absent_guilds')
          .values(some)
          .onConflict((on) => on.doNothing())
          .execute();
      for (const some of pieces(back))
        await tx.deleteFrom('absent_guilds').where('guild_id', 'in', some).execute();
    });
    return { missing, back, overdue };
  }

  /** A server is there (again); true where it had been missing. */
  async isBack(guildId: string): Promise<boolean> {
    const removed = await this.#db
      .deleteFrom('absent_guilds')
      .where('guild_id', '=', guildId)
      .executeTakeFirst();
    return removed.numDeletedRows > 0n;
  }
}
