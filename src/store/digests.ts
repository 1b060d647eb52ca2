import type { Client, Row } from '@libsql/client';
import type { CalendarDate } from '../events/calendar-date.js';
import { type Delivery, deliveryOf } from './delivery.js';

/** What a digest is about: this day in other years, the day before, or the seven days before. */
export type DigestKind = 'on-this-day' | 'yesterday' | 'last-week';

/** A post that a server gets every day or every week. */
export interface Digest extends Delivery {
  readonly id: number;
  readonly guildId: string;
  readonly channelId: string;
  readonly kind: DigestKind;
  /** The minute of the day it is posted at, 0 to 1439, by the wall clock of its zone. */
  readonly minute: number;
  /** The day of the week it is posted on, 0 (Sunday) to 6; null for every day. */
  readonly weekday: number | null;
  /** An IANA time zone. */
  readonly timeZone: string;
  /** The person who set it up: notified when it had to be turned off. */
  readonly setBy: string;
  /** The last day it was posted for or skipped, by the calendar of its zone. */
  readonly lastPosted: CalendarDate | null;
  /** When a post was first tried whose end isn't known, in milliseconds since 1970; null where every end is known. */
  readonly attemptedAt: number | null;
  /** Not to be tried before this, in milliseconds since 1970. */
  readonly nextAttemptAt: number;
}

/** What a digest is set up with. */
export type NewDigest = Omit<Digest, 'id' | 'attemptedAt' | 'nextAttemptAt' | keyof Delivery> &
  Partial<Delivery>;

/** The digests of all servers. A channel has one of a kind for each rhythm. */
export class Digests {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /**
   * Sets a digest up; it replaces the one of its kind and rhythm in its channel. A day that was dealt with stays so, so
   * that a post moved to a later hour doesn't come twice.
   */
  async set(digest: NewDigest): Promise<void> {
    const { guildId, channelId, kind, minute, weekday, timeZone, setBy, lastPosted } = digest;
    const { silent = false, publish = false, pingRole = null } = digest;
    await this.#client.execute({
      sql: `INSERT INTO digests
              (guild_id, channel_id, kind, minute, weekday, time_zone, set_by, last_posted, silent, publish, ping_role)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (guild_id, channel_id, kind, COALESCE(weekday, -1)) DO UPDATE SET
              minute = excluded.minute, time_zone = excluded.time_zone, set_by = excluded.set_by,
              silent = excluded.silent, publish = excluded.publish, ping_role = excluded.ping_role,
              attempted_at = NULL, next_attempt_at = 0,
              last_posted = CASE WHEN last_posted > excluded.last_posted THEN last_posted
                            ELSE excluded.last_posted END`,
      args: [
        guildId,
        channelId,
        kind,
        minute,
        weekday,
        timeZone,
        setBy,
        lastPosted,
        silent ? 1 : 0,
        publish ? 1 : 0,
        pingRole,
      ],
    });
  }

  async get(id: number): Promise<Digest | null> {
    const { rows } = await this.#client.execute({ sql: 'SELECT * FROM digests WHERE id = ?', args: [id] });
    return rows[0] ? digestOf(rows[0]) : null;
  }

  /** The digests of a server, oldest first. */
  async of(guildId: string): Promise<Digest[]> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT * FROM digests WHERE guild_id = ? ORDER BY id',
      args: [guildId],
    });
    return rows.map(digestOf);
  }

  /** Every digest of every server the bot is in, oldest first. */
  async all(): Promise<Digest[]> {
    const { rows } = await this.#client.execute(
      'SELECT * FROM digests WHERE guild_id NOT IN (SELECT guild_id FROM absent_guilds) ORDER BY id',
    );
    return rows.map(digestOf);
  }

  /** Ends a digest; false where there was none. */
  async remove(id: number): Promise<boolean> {
    const removed = await this.#client.execute({ sql: 'DELETE FROM digests WHERE id = ?', args: [id] });
    return removed.rowsAffected > 0;
  }

  /** Ends all digests of a channel that is gone; those there were. */
  async removeIn(channelId: string): Promise<Digest[]> {
    const { rows } = await this.#client.execute({
      sql: 'DELETE FROM digests WHERE channel_id = ? RETURNING *',
      args: [channelId],
    });
    return rows.map(digestOf);
  }

  /** Changes how a digest is delivered. */
  async deliver(id: number, { silent, publish, pingRole }: Delivery): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE digests SET silent = ?, publish = ?, ping_role = ? WHERE id = ?',
      args: [silent ? 1 : 0, publish ? 1 : 0, pingRole, id],
    });
  }

  /** Marks a post as being tried, at milliseconds since 1970. To be stored before it goes out. */
  async trying(id: number, at: number): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE digests SET attempted_at = COALESCE(attempted_at, ?) WHERE id = ?',
      args: [at, id],
    });
  }

  /**
   * Puts a post off until a moment, in milliseconds since 1970.
   *
   * @param attemptedAt the earliest attempt whose end isn't known, null where every attempt is known to have failed.
   */
  async putOff(id: number, until: number, attemptedAt: number | null): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE digests SET next_attempt_at = ?, attempted_at = ? WHERE id = ?',
      args: [until, attemptedAt, id],
    });
  }

  /** Marks a day as dealt with: posted, or skipped. */
  async done(id: number, day: CalendarDate): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE digests SET last_posted = ?, attempted_at = NULL, next_attempt_at = 0 WHERE id = ?',
      args: [day, id],
    });
  }
}

function digestOf(row: Row): Digest {
  return {
    id: Number(row.id),
    guildId: String(row.guild_id),
    channelId: String(row.channel_id),
    kind: String(row.kind) as DigestKind,
    minute: Number(row.minute),
    weekday: row.weekday === null ? null : Number(row.weekday),
    timeZone: String(row.time_zone),
    setBy: String(row.set_by),
    lastPosted: row.last_posted === null ? null : (String(row.last_posted) as CalendarDate),
    attemptedAt: row.attempted_at === null ? null : Number(row.attempted_at),
    nextAttemptAt: Number(row.next_attempt_at),
    ...deliveryOf(row),
  };
}
