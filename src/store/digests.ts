import type { Client, Row } from '@libsql/client';
import type { CalendarDate } from '../events/calendar-date.js';

/** What a daily post tells: the same day in other years, or the day before. */
export type DigestKind = 'on-this-day' | 'yesterday';

/** A server's daily post. */
export interface Digest {
  readonly guildId: string;
  readonly channelId: string;
  readonly kind: DigestKind;
  /** The hour of the day it is posted at, 0 to 23, by the wall clock of its zone. */
  readonly hour: number;
  /** An IANA time zone. */
  readonly timeZone: string;
  /** Who set it: told when it had to be turned off. */
  readonly setBy: string;
  /** The last day it was posted for or skipped, by the calendar of its zone. */
  readonly lastPosted: CalendarDate | null;
  /** When a post was last tried, in milliseconds since 1970; null once it is known how that ended. */
  readonly attemptedAt: number | null;
}

/** The daily posts, one a server at the most. */
export class Digests {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /**
   * Sets a server's daily post; it replaces the one before. A day that was dealt with before stays so, lest a post that
   * is moved to a later hour comes twice.
   */
  async set(digest: Omit<Digest, 'attemptedAt'>): Promise<void> {
    const { guildId, channelId, kind, hour, timeZone, setBy, lastPosted } = digest;
    await this.#client.execute({
      sql: `INSERT INTO digests VALUES (?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (guild_id) DO UPDATE SET
              channel_id = excluded.channel_id, kind = excluded.kind, hour = excluded.hour,
              time_zone = excluded.time_zone, set_by = excluded.set_by, attempted_at = NULL,
              last_posted = CASE WHEN last_posted > excluded.last_posted THEN last_posted
                            ELSE excluded.last_posted END`,
      args: [guildId, channelId, kind, hour, timeZone, setBy, lastPosted],
    });
  }

  async get(guildId: string): Promise<Digest | null> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT * FROM digests WHERE guild_id = ?',
      args: [guildId],
    });
    return rows[0] ? digestOf(rows[0]) : null;
  }

  async all(): Promise<Digest[]> {
    const { rows } = await this.#client.execute('SELECT * FROM digests ORDER BY guild_id');
    return rows.map(digestOf);
  }

  /** Ends a server's daily post; false where it had none. */
  async remove(guildId: string): Promise<boolean> {
    const removed = await this.#client.execute({
      sql: 'DELETE FROM digests WHERE guild_id = ?',
      args: [guildId],
    });
    return removed.rowsAffected > 0;
  }

  /** Marks a post as being tried, at milliseconds since 1970. To be stored before it goes out. */
  async trying(guildId: string, at: number): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE digests SET attempted_at = ? WHERE guild_id = ?',
      args: [at, guildId],
    });
  }

  /** Marks a day as dealt with: posted, or skipped. */
  async done(guildId: string, day: CalendarDate): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE digests SET last_posted = ?, attempted_at = NULL WHERE guild_id = ?',
      args: [day, guildId],
    });
  }
}

function digestOf(row: Row): Digest {
  return {
    guildId: String(row.guild_id),
    channelId: String(row.channel_id),
    kind: String(row.kind) as DigestKind,
    hour: Number(row.hour),
    timeZone: String(row.time_zone),
    setBy: String(row.set_by),
    lastPosted: row.last_posted === null ? null : (String(row.last_posted) as CalendarDate),
    attemptedAt: row.attempted_at === null ? null : Number(row.attempted_at),
  };
}
