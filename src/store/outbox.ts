import { randomBytes } from 'node:crypto';
import type { Client, Row } from '@libsql/client';
import type { Clock } from '../clock.js';
import { noteStatements } from './known-events.js';

/** An event as a parcel names it: its id, and its path for when its wording, and with it the id, was mended since. */
export interface EventRef {
  readonly id: string;
  readonly path: string;
}

/** A message that is to be sent once: new events for one follow. */
export interface Parcel {
  readonly id: number;
  readonly followId: number;
  readonly events: readonly EventRef[];
  /** Stands in the message, so that it is known again: 12 characters, never the same twice. */
  readonly mark: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** When it was last tried, in milliseconds since 1970; null where it never was. */
  readonly attemptedAt: number | null;
}

/** Neither sent nor given up. */
const WAITS = 'sent_message_id IS NULL AND given_up_at IS NULL';

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

  /** Notes events as known and puts down what is to be told of them, all or nothing. */
  async put(
    newEventIds: readonly string[],
    parcels: readonly { readonly followId: number; readonly events: readonly EventRef[] }[],
  ): Promise<void> {
    const now = this.#clock.now().getTime();
    await this.#client.batch(
      [
        ...noteStatements(newEventIds),
        ...parcels.map(({ followId, events }) => ({
          // The follow may have ended since it was read.
          sql: `INSERT INTO outbox (follow_id, events, mark, next_attempt_at, created_at)
                SELECT id, ?, ?, ?, ? FROM follows WHERE id = ?`,
          args: [JSON.stringify(events), randomBytes(9).toString('base64url'), now, now, followId],
        })),
      ],
      'write',
    );
  }

  /** Parcels whose time has come, oldest first; for each follow only its oldest, so that order is kept. */
  async due(limit: number): Promise<Parcel[]> {
    const { rows } = await this.#client.execute({
      sql: `SELECT * FROM outbox WHERE ${WAITS} AND next_attempt_at <= ?
            AND id IN (SELECT MIN(id) FROM outbox WHERE ${WAITS} GROUP BY follow_id)
            ORDER BY id LIMIT ?`,
      args: [this.#clock.now().getTime(), limit],
    });
    return rows.map(parcelOf);
  }

  /** When the next parcel is due, in milliseconds since 1970; null where none waits. */
  async nextDue(): Promise<number | null> {
    const { rows } = await this.#client.execute(
      `SELECT MIN(next_attempt_at) FROM outbox WHERE ${WAITS}
       AND id IN (SELECT MIN(id) FROM outbox WHERE ${WAITS} GROUP BY follow_id)`,
    );
    return rows[0]?.[0] === null || rows[0] === undefined ? null : Number(rows[0][0]);
  }

  /** The parcel of a mark, sent or not: the buttons of its message ask for it. */
  async marked(mark: string): Promise<Parcel | null> {
    const { rows } = await this.#client.execute({ sql: 'SELECT * FROM outbox WHERE mark = ?', args: [mark] });
    return rows[0] ? parcelOf(rows[0]) : null;
  }

  /** Marks a parcel as being tried now. To be stored before the message goes out. */
  async trying(id: number): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE outbox SET attempts = attempts + 1, attempted_at = ? WHERE id = ?',
      args: [this.#clock.now().getTime(), id],
    });
  }

  /** Marks a parcel as sent. Its events are kept for the buttons of its message. */
  async sent(id: number, messageId: string): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE outbox SET sent_message_id = ? WHERE id = ?',
      args: [messageId, id],
    });
  }

  /** Puts a parcel off, by milliseconds. */
  async putOff(id: number, ms: number): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE outbox SET next_attempt_at = ? WHERE id = ?',
      args: [this.#clock.now().getTime() + ms, id],
    });
  }

  /** Gives a parcel up. It stays, so that what was not told can still be looked up. */
  async giveUp(id: number): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE outbox SET given_up_at = ? WHERE id = ?',
      args: [this.#clock.now().getTime(), id],
    });
  }

  /** Parcels that were given up, oldest first. */
  async givenUp(): Promise<Parcel[]> {
    const { rows } = await this.#client.execute(
      'SELECT * FROM outbox WHERE given_up_at IS NOT NULL ORDER BY id',
    );
    return rows.map(parcelOf);
  }
}

function parcelOf(row: Row): Parcel {
  return {
    id: Number(row.id),
    followId: Number(row.follow_id),
    events: JSON.parse(String(row.events)) as EventRef[],
    mark: String(row.mark),
    attempts: Number(row.attempts),
    attemptedAt: row.attempted_at === null ? null : Number(row.attempted_at),
  };
}
