import { randomBytes } from 'node:crypto';
import type { Client, Row } from '@libsql/client';
import type { Clock } from '../clock.js';
import { type EventRef, noteStatements } from './known-events.js';

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
  /** When it was first tried without a known end, in milliseconds since 1970; null where there is no such attempt. */
  readonly attemptedAt: number | null;
}

/** Neither sent nor given up. */
const WAITS = 'sent_message_id IS NULL AND given_up_at IS NULL';
/** Its server is there. */
const REACHABLE = '(guild_id IS NULL OR guild_id NOT IN (SELECT guild_id FROM absent_guilds))';
const PARCEL = 'SELECT outbox.*, channel_id FROM outbox JOIN follows ON follows.id = follow_id';
/** The oldest parcel of each follow, so that order is kept. */
const FIRST = `outbox.id IN (SELECT MIN(id) FROM outbox WHERE ${WAITS} GROUP BY follow_id)`;

/**
 * What is still to be sent. An event becomes known and the parcels that tell of it are put down in one transaction, so
 * a crash loses neither; a parcel is marked before it is tried and after it was sent, so a crash between the two is
 * seen, and the sender can look whether the message arrived.
 */
export class Outbox {
  readonly #client: Client;
  readonly #clock: Clock;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /**
   * Notes events as known and stores the messages about them, all or nothing. What waits for a follow and was not
   * tried yet takes the new events in: many small changes in a row become one message.
   */
  async put(
    known: readonly EventRef[],
    parcels: readonly { readonly followId: number; readonly events: readonly EventRef[] }[],
  ): Promise<void> {
    if (known.length === 0 && parcels.length === 0) return;
    const now = this.#clock.now().getTime();
    await this.#client.batch(
      [
        ...noteStatements(known),
        ...parcels.flatMap(({ followId, events }) => {
          const json = JSON.stringify(events);
          const untried = `follow_id = ? AND ${WAITS} AND attempts = 0`;
          return [
            {
              // Two JSON arrays, neither empty, become one.
              sql: `UPDATE outbox SET events = substr(events, 1, length(events) - 1) || ',' || substr(?, 2),
                    next_attempt_at = min(?, created_at + ?) WHERE ${untried}`,
              args: [json, now + SETTLE_MS, LONGEST_SETTLE_MS, followId],
            },
            {
              // The follow may have ended since it was read.
              sql: `INSERT INTO outbox (follow_id, events, mark, next_attempt_at, created_at)
                    SELECT id, ?, ?, ?, ? FROM follows
                    WHERE id = ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE ${untried})`,
              args: [json, randomBytes(9).toString('base64url'), now + SETTLE_MS, now, followId, followId],
            },
          ];
        }),
      ],
      'write',
    );
  }

  /**
   * Parcels whose time has come, oldest first: for each channel one at the most, so that order is kept and a slow channel
   * holds up no other.
   *
   * @param busy channels that are being written to.
   */
  async due(limit: number, busy: readonly string[] = []): Promise<Parcel[]> {
    const { rows } = await this.#client.execute({
      sql: `WITH ready AS (${PARCEL} WHERE ${WAITS} AND next_attempt_at <= ? AND ${FIRST} AND ${REACHABLE}
              AND channel_id NOT IN (${busy.map(() => '?').join(',')}))
            SELECT * FROM ready WHERE id IN (SELECT MIN(id) FROM ready GROUP BY channel_id) ORDER BY id LIMIT ?`,
      args: [this.#clock.now().getTime(), ...busy, limit],
    });
    return rows.map(parcelOf);
  }

  /** When the next parcel of a channel that isn't busy is due, in milliseconds since 1970; null where none waits. */
  async nextDue(busy: readonly string[] = []): Promise<number | null> {
    const { rows } = await this.#client.execute({
      sql: `SELECT MIN(next_attempt_at) FROM outbox JOIN follows ON follows.id = follow_id
            WHERE ${WAITS} AND ${FIRST} AND ${REACHABLE} AND channel_id NOT IN (${busy.map(() => '?').join(',')})`,
      args: [...busy],
    });
    return rows[0]?.[0] === null || rows[0] === undefined ? null : Number(rows[0][0]);
  }

  /** The parcel of a mark, sent or not: the buttons of its message ask for it. */
  async marked(mark: string): Promise<Parcel | null> {
    const { rows } = await this.#client.execute({ sql: `${PARCEL} WHERE mark = ?`, args: [mark] });
    return rows[0] ? parcelOf(rows[0]) : null;
  }

  /**
   * Marks a parcel as being tried now. To be stored before the message goes out.
   *
   * @returns the parcel as it is to be sent: nothing is put into it any more. Null where its follow has ended.
   */
  async trying(id: number): Promise<Parcel | null> {
    const [, tried] = await this.#client.batch(
      [
        {
          sql: 'UPDATE outbox SET attempts = attempts + 1, attempted_at = COALESCE(attempted_at, ?) WHERE id = ?',
          args: [this.#clock.now().getTime(), id],
        },
        { sql: `${PARCEL} WHERE outbox.id = ?`, args: [id] },
      ],
      'write',
    );
    return tried?.rows[0] ? parcelOf(tried.rows[0]) : null;
  }

  /** Marks a parcel as sent. Its events are kept for the buttons of its message. */
  async sent(id: number, messageId: string): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE outbox SET sent_message_id = ? WHERE id = ?',
      args: [messageId, id],
    });
  }

  /** Puts a parcel off, by milliseconds. Whether its last attempt arrived is not known. */
  async putOff(id: number, ms: number): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE outbox SET next_attempt_at = ? WHERE id = ?',
      args: [this.#clock.now().getTime() + ms, id],
    });
  }

  /**
   * Puts a parcel off whose last attempt is known not to have arrived.
   *
   * @param attemptedAt the earliest attempt before it whose end isn't known, or null.
   */
  async refused(id: number, ms: number, attemptedAt: number | null): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE outbox SET next_attempt_at = ?, attempted_at = ? WHERE id = ?',
      args: [this.#clock.now().getTime() + ms, attemptedAt, id],
    });
  }

  /** How many wait to be sent, and since when the oldest does, in milliseconds since 1970; null where none waits. */
  async waiting(): Promise<{ readonly count: number; readonly oldest: number | null }> {
    const { rows } = await this.#client.execute(
      `SELECT COUNT(*), MIN(created_at) FROM outbox WHERE ${WAITS}`,
    );
    const [row] = rows;
    const oldest = row?.[1] ?? null;
    return { count: Number(row?.[0] ?? 0), oldest: oldest === null ? null : Number(oldest) };
  }

  /** Gives a message up. It is kept, so that what was not posted can still be looked up. */
  async giveUp(id: number): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE outbox SET given_up_at = ? WHERE id = ?',
      args: [this.#clock.now().getTime(), id],
    });
  }

  /** Parcels that were given up, oldest first. */
  async givenUp(): Promise<Parcel[]> {
    const { rows } = await this.#client.execute(`${PARCEL} WHERE given_up_at IS NOT NULL ORDER BY outbox.id`);
    return rows.map(parcelOf);
  }
}

function parcelOf(row: Row): Parcel {
  return {
    id: Number(row.id),
    followId: Number(row.follow_id),
    channelId: String(row.channel_id),
    events: JSON.parse(String(row.events)) as EventRef[],
    mark: String(row.mark),
    attempts: Number(row.attempts),
    attemptedAt: row.attempted_at === null ? null : Number(row.attempted_at),
  };
}
