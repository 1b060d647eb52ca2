import type { Client, Row } from '@libsql/client';
import type { Clock } from '../clock.js';
import { noteStatements } from './known-events.js';

/** A message that is to be sent once: new events for one follow. */
export interface Parcel {
  readonly id: number;
  readonly followId: number;
  readonly eventIds: readonly string[];
  /** How often it was tried. */
  readonly attempts: number;
  /** When it was last tried, in milliseconds since 1970; null where it never was. */
  readonly attemptedAt: number | null;
}

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
    parcels: readonly { readonly followId: number; readonly eventIds: readonly string[] }[],
  ): Promise<void> {
    const now = this.#clock.now().getTime();
    await this.#client.batch(
      [
        ...noteStatements(newEventIds),
        ...parcels.map(({ followId, eventIds }) => ({
          // The follow may have ended since it was read.
          sql: `INSERT INTO outbox (follow_id, event_ids, next_attempt_at, created_at)
                SELECT id, ?, ?, ? FROM follows WHERE id = ?`,
          args: [JSON.stringify(eventIds), now, now, followId],
        })),
      ],
      'write',
    );
  }

  /** Parcels whose time has come, oldest first; for each follow only its oldest, so that order is kept. */
  async due(limit: number): Promise<Parcel[]> {
    const { rows } = await this.#client.execute({
      sql: `SELECT * FROM outbox WHERE sent_message_id IS NULL AND next_attempt_at <= ?
            AND id IN (SELECT MIN(id) FROM outbox WHERE sent_message_id IS NULL GROUP BY follow_id)
            ORDER BY id LIMIT ?`,
      args: [this.#clock.now().getTime(), limit],
    });
    return rows.map(parcelOf);
  }

  /** When the next parcel is due, in milliseconds since 1970; null where none waits. */
  async nextDue(): Promise<number | null> {
    const { rows } = await this.#client.execute(
      'SELECT MIN(next_attempt_at) FROM outbox WHERE sent_message_id IS NULL',
    );
    return rows[0]?.[0] === null || rows[0] === undefined ? null : Number(rows[0][0]);
  }

  async get(id: number): Promise<Parcel | null> {
    const { rows } = await this.#client.execute({ sql: 'SELECT * FROM outbox WHERE id = ?', args: [id] });
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

  /** Gives a parcel up. */
  async drop(id: number): Promise<void> {
    await this.#client.execute({ sql: 'DELETE FROM outbox WHERE id = ?', args: [id] });
  }
}

function parcelOf(row: Row): Parcel {
  return {
    id: Number(row.id),
    followId: Number(row.follow_id),
    eventIds: JSON.parse(String(row.event_ids)) as string[],
    attempts: Number(row.attempts),
    attemptedAt: row.attempted_at === null ? null : Number(row.attempted_at),
  };
}
