import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Clock } from '../clock.js';
import type { Db } from './tables.js';

/** A host that says nothing for so long is dead to the others, in milliseconds; they take over what it was at. */
export const LEASE_MS = 20_000;
/** How often a host shows that it lives. */
const BEAT_MS = 4_000;
/** A host stops a little before the others take over. */
const MARGIN_MS = 4_000;
/** How often a host whose turn it isn't looks again. */
const TURN_PAUSE_MS = 250;

/** The tables whose rows one host works on at a time. */
type Claimed = 'outbox' | 'digests' | 'threads';

/**
 * The processes that share a database. Each has a row that says until when it lives, by the database's clock, and moves
 * that moment on while it works. What it claims in other tables (`claimed_by`) is its own exactly as long: one beat keeps
 * all of it, and where a process dies, hangs or loses the database, the others have it after `LEASE_MS`.
 *
 * A process whose time ran out comes back under another id: whatever it was at under the old one is no longer its own.
 */
export class Hosts {
  readonly #db: Db;
  readonly #now: () => RawBuilder<number>;
  readonly #clock: OwnClock;
  readonly #isShared: boolean;
  #id: string = randomUUID();
  #beaten = { steady: performance.now(), wall: Date.now() };
  #timer: NodeJS.Timeout | null = null;
  #about = `${hostname()}, process ${process.pid}`;

  /**
   * @param now the moment, as SQL: the database's own clock where it is shared.
   * @param isShared whether other processes use the database at the same time.
   */
  constructor(db: Db, now: () => RawBuilder<number>, clock: OwnClock, isShared: boolean) {
    this.#db = db;
    this.#now = now;
    this.#clock = clock;
    this.#isShared = isShared;
  }

  /** The name this process claims under. */
  get id(): string {
    return this.#id;
  }

  /** Takes a place among the hosts, and keeps it. */
  async join(): Promise<void> {
    // Alone in the database: whoever claimed something there is gone.
    if (!this.#isShared) await this.#db.deleteFrom('hosts').execute();
    await this.beat();
    if (!this.#isShared) return;
    this.#timer = setInterval(() => void this.beat().catch(() => undefined), BEAT_MS);
    this.#timer.unref();
  }

  /** Says what this host does, for whoever looks at the table. */
  async describe(about: string): Promise<void> {
    this.#about = `${hostname()}, process ${process.pid}, ${about}`;
    await this.#db.updateTable('hosts').set({ about: this.#about }).where('id', '=', this.#id).execute();
  }

  /** Shows that this process lives. */
  async beat(): Promise<void> {
    const begun = { steady: performance.now(), wall: Date.now() };
    const kept = await this.#db
      .updateTable('hosts')
      .set({ until: sql<number>`${this.#now()} + ${LEASE_MS}` })
      .where('id', '=', this.#id)
      .where('until', '>', this.#now())
      .returning('until')
      .executeTakeFirst();
    const row = kept ?? (await this.#comeBack());
    this.#beaten = begun;
    this.#clock.setTo(row.until - LEASE_MS, begun.steady);
  }

  async #comeBack(): Promise<{ until: number }> {
    this.#id = randomUUID();
    await this.#db.deleteFrom('hosts').where('until', '<=', this.#now()).execute();
    return this.#db
      .insertInto('hosts')
      .values({ id: this.#id, until: sql<number>`${this.#now()} + ${LEASE_MS}`, about: this.#about })
      .returning('until')
      .executeTakeFirstOrThrow();
  }

  /**
   * Whether what was claimed under an id is still this process's own, with enough time left to act on it. To be asked
   * right before something is done that must happen once.
   */
  holds(id: string | null): boolean {
    if (!this.#isShared) return true;
    // A machine that was suspended shows it in one of the two clocks.
    const since = Math.max(performance.now() - this.#beaten.steady, Date.now() - this.#beaten.wall);
    return id === this.#id && since < LEASE_MS - MARGIN_MS;
  }

  /** For a WHERE clause: the row is nobody's, this host's, or a dead one's. */
  isFree(table: Claimed): RawBuilder<SqlBool> {
    return sql<SqlBool>`(${sql.ref(`${table}.claimed_by`)} IS NULL OR ${sql.ref(`${table}.claimed_by`)} = ${this.#id}
      OR ${sql.ref(`${table}.claimed_by`)} NOT IN (${this.#living()}))`;
  }

  /** For a WHERE clause: another host is at work on the row. */
  isTaken(table: Claimed): RawBuilder<SqlBool> {
    return sql<SqlBool>`(${sql.ref(`${table}.claimed_by`)} <> ${this.#id}
      AND ${sql.ref(`${table}.claimed_by`)} IN (${this.#living()}))`;
  }

  /** Takes what one host at a time does, or keeps it; false while another has it. */
  async take(name: string): Promise<boolean> {
    const taken = await sql`INSERT INTO leases (name, holder) VALUES (${name}, ${this.#id})
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder
      WHERE leases.holder = excluded.holder OR leases.holder NOT IN (${this.#living()})
      RETURNING holder`.execute(this.#db);
    return taken.rows.length > 0;
  }

  /** Gives back what was taken. */
  async release(name: string): Promise<void> {
    await this.#db.deleteFrom('leases').where('name', '=', name).where('holder', '=', this.#id).execute();
  }

  /**
   * Does what one host at a time may do; waits for its turn, which a host that dies or hangs leaves after `LEASE_MS`.
   *
   * @param work gets a test of whether the turn is still this host's, to be asked right before what must happen once.
   * @param signal ends the waiting.
   */
  async inTurn(
    name: string,
    work: (isMine: () => boolean) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const within = signal ? { signal } : {};
    let id = this.#id;
    while (!(await this.take(name))) {
      await setTimeout(TURN_PAUSE_MS, null, within);
      id = this.#id;
    }
    try {
      await work(() => this.holds(id));
    } finally {
      await this.release(name).catch(() => undefined);
    }
  }

  /** How many hosts live, this one included. */
  async count(): Promise<number> {
    const { rows } = await sql`${this.#living()}`.execute(this.#db);
    return rows.length;
  }

  /** Gives up all claims at once: what this host was at is free for the others. */
  async leave(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#db
      .deleteFrom('hosts')
      .where('id', '=', this.#id)
      .execute()
      .catch(() => undefined);
  }

  #living() {
    return sql`SELECT id FROM hosts WHERE until > ${this.#now()}`;
  }
}

/** A clock that can be set by the database's, so that hosts whose clocks differ agree on what is due. */
export class OwnClock implements Clock {
  readonly #clock: Clock;
  readonly #follows: boolean;
  /** What the database's clock is ahead of ours, in milliseconds. */
  #ahead = 0;

  /** @param follows whether it is set at all; else it is the clock that was handed in. */
  constructor(clock: Clock, follows: boolean) {
    this.#clock = clock;
    this.#follows = follows;
  }

  now(): Date {
    return new Date(this.#clock.now().getTime() + this.#ahead);
  }

  /** @param databaseNow what the database's clock showed between `since` (by `performance.now()`) and now. */
  setTo(databaseNow: number, since: number): void {
    if (!this.#follows) return;
    const halfWay = (performance.now() - since) / 2;
    this.#ahead = Math.round(databaseNow + halfWay - this.#clock.now().getTime());
  }
}
