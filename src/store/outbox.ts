import { randomBytes } from 'node:crypto';
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Clock } from '../clock.js';
import type { Hosts } from './hosts.js';
import { type EventRef, noteKnown, sift } from './known-events.js';
import type { Db, Tables } from './tables.js';

/** Quiet time before a parcel is sent, in milliseconds: what comes meanwhile for the same follow goes into it… */
export const SETTLE_MS = 2_000;
/** …up to this. A long import takes a few messages, not hundreds. */
const LONGEST_SETTLE_MS = 120_000;

/** A message that is to be sent once: new events for one follow. */
export interface Parcel {
  readonly id: number;
  readonly followId: number;
  /** The channel of its follow. */
  readonly channelId: string;
  readonly events: readonly EventRef[];
  /** Stands in the message, so that it is known again: 12 characters, never the same twice. */
  readonly mark: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** When it was put down, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it was first tried without a known end, in milliseconds since 1970; null where there is no such attempt. */
  readonly attemptedAt: number | null;
  /** The host that is to send it. */
  readonly claimedBy: string | null;
}

/** New events for one follow. */
export interface Telling {
  readonly followId: number;
  readonly events: readonly EventRef[];
}

/** For a WHERE clause: neither sent nor given up. */
export const waits = ({ and, eb }: ExpressionBuilder<Tables, 'outbox'>) =>
  and([eb('outbox.sent_message_id', 'is', null), eb('outbox.given_up_at', 'is', null)]);

/**
 * What is still to be sent. An event becomes known and the parcels that tell of it are put down in one transaction, so
 * a crash loses neither; a parcel is claimed by one host, marked before it is tried and after it was sent, so a crash
 * between the two is seen, and the sender can look whether the message arrived.
 */
export class Outbox {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #hosts: Hosts;
  readonly #isShared: boolean;

  constructor(db: Db, clock: Clock, hosts: Hosts, isShared: boolean) {
    this.#db = db;
    this.#clock = clock;
    this.#hosts = hosts;
    this.#isShared = isShared;
  }

  /**
   * Notes events as known and stores the messages about them, all or nothing. What waits for a follow and was not
   * tried yet takes the new events in: many small changes in a row become one message.
   *
   * @param news those of the events that nobody may have known before: where another host was first, they are left out.
   * @returns the ids of the news that this host was first with, and the messages that were stored.
   */
  async put(
    known: readonly EventRef[],
    parcels: readonly Telling[],
    news: readonly EventRef[] = [],
  ): Promise<{ readonly first: readonly EventRef[]; readonly announced: readonly Telling[] }> {
    if (known.length === 0 && parcels.length === 0) return { first: [], announced: [] };
    return this.#db.transaction().execute(async (tx) => {
      // Hosts that see the same file at the same moment take turns here.
      if (this.#isShared) await sql`SELECT pg_advisory_xact_lock(${sql.lit(INTAKE_LOCK)})`.execute(tx);
      const first = this.#isShared ? (await sift(tx, news)).added : news;
      const late = new Set(news.filter((event) => !first.includes(event)).map(({ path }) => path));
      const announced = parcels
        .map(({ followId, events }) => ({ followId, events: events.filter(({ path }) => !late.has(path)) }))
        .filter(({ events }) => events.length > 0);
      await noteKnown(tx, known);
      for (const telling of announced) await this.#putDown(tx, telling);
      return { first, announced };
    });
  }

  async #putDown(tx: Db, { followId, events }: Telling): Promise<void> {
    const now = this.#clock.now().getTime();
    const json = JSON.stringify(events);
    const latest = sql<number>`created_at + ${sql.lit(LONGEST_SETTLE_MS)}`;
    const settled = sql.lit(now + SETTLE_MS);
    const gathered = await tx
      .updateTable('outbox')
      .set({
        // Two JSON arrays, neither empty, become one.
        events: sql<string>`substr(events, 1, length(events) - 1) || ',' || ${json.slice(1)}`,
        next_attempt_at: sql<number>`CASE WHEN ${latest} < ${settled} THEN ${latest} ELSE ${settled} END`,
      })
      .where('follow_id', '=', followId)
      .where(waits)
      .where('attempts', '=', 0)
      .executeTakeFirst();
    if (gathered.numUpdatedRows > 0n) return;
    // The follow may have ended since it was read.
    const follow = await tx.selectFrom('follows').select('id').where('id', '=', followId).executeTakeFirst();
    if (!follow) return;
    const mark = randomBytes(9).toString('base64url');
    await tx
      .insertInto('outbox')
      .values({ follow_id: followId, events: json, mark, next_attempt_at: now + SETTLE_MS, created_at: now })
      .execute();
  }

  /**
   * Parcels whose time has come, oldest first: for each channel one at the most, so that order is kept and a slow channel
   * holds up no other. They are this host's to send.
   *
   * @param busy channels that are being written to.
   */
  async due(limit: number, busy: readonly string[] = []): Promise<Parcel[]> {
    const now = this.#clock.now().getTime();
    const ready = this.#waiting(busy).where('next_attempt_at', '<=', now);
    return this.#db.transaction().execute(async (tx) => {
      let due = tx
        .selectFrom('outbox')
        .innerJoin('follows', 'follows.id', 'outbox.follow_id')
        .selectAll('outbox')
        .select('channel_id')
        .where(waits)
        .where(this.#hosts.isFree('outbox'))
        .where(
          'outbox.id',
          'in',
          ready.select(({ fn }) => fn.min('outbox.id').as('id')).groupBy('channel_id'),
        )
        .orderBy('outbox.id')
        .limit(limit);
      if (this.#isShared) due = due.forUpdate('outbox').skipLocked();
      const rows = await due.execute();
      const ids = rows.map(({ id }) => id);
      const mine = { claimed_by: this.#hosts.id };
      if (ids.length > 0) await tx.updateTable('outbox').set(mine).where('id', 'in', ids).execute();
      return rows.map((row) => parcelOf({ ...row, ...mine }));
    });
  }

  /** When the next parcel of a channel that isn't busy is due, in milliseconds since 1970; null where none waits. */
  async nextDue(busy: readonly string[] = []): Promise<number | null> {
    const { next } = await this.#waiting(busy)
      .select(({ fn }) => fn.min('next_attempt_at').as('next'))
      .executeTakeFirstOrThrow();
    return next;
  }

  /** The oldest parcel of each follow, so that order is kept, where its server is there and nobody writes to its channel. */
  #waiting(busy: readonly string[]) {
    const oldest = this.#db
      .selectFrom('outbox')
      .select(({ fn }) => fn.min('id').as('id'))
      .where(waits)
      .groupBy('follow_id');
    const taken = this.#db
      .selectFrom('outbox')
      .innerJoin('follows', 'follows.id', 'outbox.follow_id')
      .select('channel_id')
      .where(waits)
      .where(this.#hosts.isTaken('outbox'));
    let waiting = this.#db
      .selectFrom('outbox')
      .innerJoin('follows', 'follows.id', 'outbox.follow_id')
      .where('outbox.id', 'in', oldest)
      .where(({ or, eb }) =>
        or([
          eb('guild_id', 'is', null),
          eb('guild_id', 'not in', (qb) => qb.selectFrom('absent_guilds').select('absent_guilds.guild_id')),
        ]),
      );
    if (this.#isShared) waiting = waiting.where('channel_id', 'not in', taken);
    return busy.length > 0 ? waiting.where('channel_id', 'not in', busy) : waiting;
  }

  /** The parcel of a mark, sent or not: the buttons of its message ask for it. */
  async marked(mark: string): Promise<Parcel | null> {
    const row = await this.#parcels().where('mark', '=', mark).executeTakeFirst();
    return row ? parcelOf(row) : null;
  }

  /**
   * Marks a parcel as being tried now. To be stored before the message goes out.
   *
   * @returns the parcel as it is to be sent: nothing is put into it any more. Null where its follow has ended, or another
   *   host has it by now.
   */
  async trying(id: number): Promise<Parcel | null> {
    return this.#db.transaction().execute(async (tx) => {
      const now = sql.lit(this.#clock.now().getTime());
      const tried = await tx
        .updateTable('outbox')
        .set({
          attempts: sql<number>`attempts + 1`,
          attempted_at: sql<number>`COALESCE(attempted_at, ${now})`,
        })
        .where('id', '=', id)
        .where(waits)
        .where(this.#hosts.isFree('outbox'))
        .executeTakeFirst();
      if (tried.numUpdatedRows === 0n) return null;
      const row = await this.#parcels(tx).where('outbox.id', '=', id).executeTakeFirst();
      return row ? parcelOf(row) : null;
    });
  }

  /** Marks a parcel as sent. Its events are kept for the buttons of its message. */
  async sent(id: number, messageId: string): Promise<void> {
    await this.#db.updateTable('outbox').set({ sent_message_id: messageId }).where('id', '=', id).execute();
  }

  /** Puts a parcel off, by milliseconds. Whether its last attempt arrived is not known. */
  async putOff(id: number, ms: number): Promise<void> {
    const later = this.#clock.now().getTime() + ms;
    await this.#own(id).set({ next_attempt_at: later, claimed_by: null }).execute();
  }

  /**
   * Puts a parcel off whose last attempt is known not to have arrived.
   *
   * @param attemptedAt the earliest attempt before it whose end isn't known, or null.
   */
  async refused(id: number, ms: number, attemptedAt: number | null): Promise<void> {
    const later = this.#clock.now().getTime() + ms;
    await this.#own(id)
      .set({ next_attempt_at: later, attempted_at: attemptedAt, claimed_by: null })
      .execute();
  }

  /** How many wait to be sent, and since when the oldest does, in milliseconds since 1970; null where none waits. */
  async waiting(): Promise<{ readonly count: number; readonly oldest: number | null }> {
    return this.#db
      .selectFrom('outbox')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('created_at').as('oldest')])
      .where(waits)
      .executeTakeFirstOrThrow();
  }

  /** Gives a message up. It is kept, so that what was not posted can still be looked up. */
  async giveUp(id: number): Promise<void> {
    await this.#own(id).set({ given_up_at: this.#clock.now().getTime() }).execute();
  }

  /** Parcels that were given up, oldest first. */
  async givenUp(): Promise<Parcel[]> {
    const rows = this.#parcels().where('given_up_at', 'is not', null).orderBy('outbox.id');
    return (await rows.execute()).map(parcelOf);
  }

  /** Changes a parcel, unless another host has it by now. */
  #own(id: number) {
    return this.#db.updateTable('outbox').where('id', '=', id).where(this.#hosts.isFree('outbox'));
  }

  #parcels(db: Db = this.#db) {
    return db
      .selectFrom('outbox')
      .innerJoin('follows', 'follows.id', 'outbox.follow_id')
      .selectAll('outbox')
      .select('channel_id');
  }
}

/** The number of the lock that hosts take turns by when they put new events down. */
const INTAKE_LOCK = 46_240_501;

function parcelOf(row: Selectable<Tables['outbox']> & { channel_id: string }): Parcel {
  return {
    id: row.id,
    followId: row.follow_id,
    channelId: row.channel_id,
    events: JSON.parse(row.events) as EventRef[],
    mark: row.mark,
    attempts: row.attempts,
    createdAt: row.created_at,
    attemptedAt: row.attempted_at,
    claimedBy: row.claimed_by,
  };
}
