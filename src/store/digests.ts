import { type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../events/calendar-date.js';
import { type Delivery, deliveryColumns, deliveryOf } from './delivery.js';
import type { Hosts } from './hosts.js';
import type { Db, Tables } from './tables.js';

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
  readonly #db: Db;
  readonly #hosts: Hosts;

  constructor(db: Db, hosts: Hosts) {
    this.#db = db;
    this.#hosts = hosts;
  }

  /**
   * Sets a digest up; it replaces the one of its kind and rhythm in its channel. A day that was dealt with stays so, so
   * that a post moved to a later hour doesn't come twice.
   */
  async set(digest: NewDigest): Promise<void> {
    const { guildId, channelId, kind, minute, weekday, timeZone, setBy, lastPosted } = digest;
    const changed = { minute, time_zone: timeZone, set_by: setBy, ...deliveryColumns(digest) };
    await this.#db
      .insertInto('digests')
      .values({
        guild_id: guildId,
        channel_id: channelId,
        kind,
        weekday,
        last_posted: lastPosted,
        ...changed,
      })
      .onConflict((on) =>
        on.expression(sql`guild_id, channel_id, kind, COALESCE(weekday, -1)`).doUpdateSet({
          ...changed,
          attempted_at: null,
          next_attempt_at: 0,
          last_posted: sql<string>`CASE WHEN digests.last_posted > excluded.last_posted THEN digests.last_posted
                                   ELSE excluded.last_posted END`,
        }),
      )
      .execute();
  }

  async get(id: number): Promise<Digest | null> {
    const row = await this.#db.selectFrom('digests').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? digestOf(row) : null;
  }

  /** The digests of a server, oldest first. */
  async of(guildId: string): Promise<Digest[]> {
    const rows = this.#db.selectFrom('digests').selectAll().where('guild_id', '=', guildId);
    return (await rows.orderBy('id').execute()).map(digestOf);
  }

  /** Every digest of every server the bot is in, oldest first. */
  async all(): Promise<Digest[]> {
    const rows = this.#db
      .selectFrom('digests')
      .selectAll()
      .where('guild_id', 'not in', (qb) => qb.selectFrom('absent_guilds').select('guild_id'));
    return (await rows.orderBy('id').execute()).map(digestOf);
  }

  /**
   * Takes a digest for this host to post; the digest as it is now. Null where another host is at it, or it is gone. It is
   * given back by `done`, `putOff` and `remove`.
   */
  async claim(id: number): Promise<Digest | null> {
    const row = await this.#db
      .updateTable('digests')
      .set({ claimed_by: this.#hosts.id })
      .where('id', '=', id)
      .where(this.#hosts.isFree('digests'))
      .returningAll()
      .executeTakeFirst();
    return row ? digestOf(row) : null;
  }

  /** Gives a digest back untouched. */
  async release(id: number): Promise<void> {
    await this.#own(id).set({ claimed_by: null }).execute();
  }

  /** Ends a digest; false where there was none. */
  async remove(id: number): Promise<boolean> {
    const removed = await this.#db.deleteFrom('digests').where('id', '=', id).executeTakeFirst();
    return removed.numDeletedRows > 0n;
  }

  /** Ends all digests of a channel that is gone; those there were. */
  async removeIn(channelId: string): Promise<Digest[]> {
    const removed = this.#db.deleteFrom('digests').where('channel_id', '=', channelId).returningAll();
    return (await removed.execute()).map(digestOf);
  }

  /** Changes how a digest is delivered. */
  async deliver(id: number, delivery: Delivery): Promise<void> {
    await this.#db.updateTable('digests').set(deliveryColumns(delivery)).where('id', '=', id).execute();
  }

  /** Marks a post as being tried, at milliseconds since 1970. To be stored before it goes out. */
  async trying(id: number, at: number): Promise<void> {
    await this.#own(id)
      .set({ attempted_at: sql<number>`COALESCE(attempted_at, ${sql.lit(at)})` })
      .execute();
  }

  /**
   * Puts a post off until a moment, in milliseconds since 1970.
   *
   * @param attemptedAt the earliest attempt whose end isn't known, null where every attempt is known to have failed.
   */
  async putOff(id: number, until: number, attemptedAt: number | null): Promise<void> {
    const later = { next_attempt_at: until, attempted_at: attemptedAt, claimed_by: null };
    await this.#own(id).set(later).execute();
  }

  /** Marks a day as dealt with: posted, or skipped. */
  async done(id: number, day: CalendarDate): Promise<void> {
    await this.#db
      .updateTable('digests')
      .set({ last_posted: day, attempted_at: null, next_attempt_at: 0, claimed_by: null })
      .where('id', '=', id)
      .execute();
  }

  /** Changes a digest, unless another host has it by now. */
  #own(id: number) {
    return this.#db.updateTable('digests').where('id', '=', id).where(this.#hosts.isFree('digests'));
  }
}

function digestOf(row: Selectable<Tables['digests']>): Digest {
  return {
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    kind: row.kind,
    minute: row.minute,
    weekday: row.weekday,
    timeZone: row.time_zone,
    setBy: row.set_by,
    lastPosted: row.last_posted as CalendarDate | null,
    attemptedAt: row.attempted_at,
    nextAttemptAt: row.next_attempt_at,
    ...deliveryOf(row),
  };
}
