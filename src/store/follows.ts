import type { Client, Row } from '@libsql/client';
import type { Clock } from '../clock.js';
import { type Delivery, deliveryOf } from './delivery.js';

/** What is followed: a story (by the id of one of its events), a topic, or words. */
export type FollowKind = 'story' | 'topic' | 'words';

/** Somebody's wish to hear of new events, and where to tell them. */
export interface Follow extends Delivery {
  readonly id: number;
  /** Null for a follow that is sent by direct message. */
  readonly guildId: string | null;
  /** The channel, thread or direct-message channel it is posted in. */
  readonly channelId: string;
  /** Who set it. */
  readonly userId: string;
  /** True where it is sent by direct message. */
  readonly direct: boolean;
  readonly kind: FollowKind;
  /** An event's id, a topic or words, as `kind` says. */
  readonly subject: string;
  /** What a person reads in lists. */
  readonly label: string;
  /** Words of which an event may have none; empty where nothing is left out. */
  readonly without: string;
}

/** What a follow is set up with. */
export type NewFollow = Omit<Follow, 'id' | 'without' | keyof Delivery> &
  Partial<Delivery & Pick<Follow, 'without'>>;

/** The follows, kept in the database. */
export class Follows {
  readonly #client: Client;
  readonly #clock: Clock;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /** Keeps a follow. One channel follows one subject once: a second wish gives the first back, with `isNew` false. */
  async add(follow: NewFollow): Promise<{ follow: Follow; isNew: boolean }> {
    const { guildId, channelId, userId, direct, kind, subject, label, without = '' } = follow;
    const { silent = false, publish = false, pingRole = null } = follow;
    const inserted = await this.#client.execute({
      sql: `INSERT INTO follows (guild_id, channel_id, user_id, direct, kind, subject, label, created_at,
              without, silent, publish, ping_role)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (channel_id, kind, subject) DO NOTHING`,
      args: [
        guildId,
        channelId,
        userId,
        direct ? 1 : 0,
        kind,
        subject,
        label,
        this.#clock.now().getTime(),
        without,
        silent ? 1 : 0,
        publish ? 1 : 0,
        pingRole,
      ],
    });
    const { rows } = await this.#client.execute({
      sql: 'SELECT * FROM follows WHERE channel_id = ? AND kind = ? AND subject = ?',
      args: [channelId, kind, subject],
    });
    const [row] = rows;
    if (!row) throw new Error(`the follow of ${kind} ${subject} was not kept`);
    return { follow: followOf(row), isNew: inserted.rowsAffected > 0 };
  }

  async get(id: number): Promise<Follow | null> {
    const { rows } = await this.#client.execute({ sql: 'SELECT * FROM follows WHERE id = ?', args: [id] });
    return rows[0] ? followOf(rows[0]) : null;
  }

  /** Every follow of every server, oldest first. */
  async all(): Promise<Follow[]> {
    return this.#select('SELECT * FROM follows ORDER BY id', []);
  }

  /** The follows of a channel or thread, oldest first. */
  async inChannel(channelId: string): Promise<Follow[]> {
    return this.#select('SELECT * FROM follows WHERE channel_id = ? ORDER BY id', [channelId]);
  }

  /** What a person set, in the channels of one server and by direct message. */
  async of(userId: string, guildId: string | null): Promise<Follow[]> {
    return this.#select(
      'SELECT * FROM follows WHERE user_id = ? AND (direct = 1 OR guild_id IS ?) ORDER BY id',
      [userId, guildId],
    );
  }

  /** Ends a follow; what was still to be posted goes with it. False where there was none. */
  async remove(id: number): Promise<boolean> {
    const [, removed] = await this.#client.batch(
      [
        { sql: 'DELETE FROM outbox WHERE follow_id = ?', args: [id] },
        { sql: 'DELETE FROM follows WHERE id = ?', args: [id] },
      ],
      'write',
    );
    return (removed?.rowsAffected ?? 0) > 0;
  }

  /** What is followed in the channels of a server, oldest first. */
  async inGuild(guildId: string): Promise<Follow[]> {
    return this.#select('SELECT * FROM follows WHERE guild_id = ? ORDER BY id', [guildId]);
  }

  /** How many follows there are. */
  async count(): Promise<number> {
    const { rows } = await this.#client.execute('SELECT COUNT(*) FROM follows');
    return Number(rows[0]?.[0]);
  }

  /** Changes how the messages of a follow are delivered. */
  async deliver(id: number, { silent, publish, pingRole }: Delivery): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE follows SET silent = ?, publish = ?, ping_role = ? WHERE id = ?',
      args: [silent ? 1 : 0, publish ? 1 : 0, pingRole, id],
    });
  }

  /** Ends the follows of a channel that is gone, and returns them. */
  async removeIn(channelId: string): Promise<Follow[]> {
    const [, removed] = await this.#client.batch(
      [
        {
          sql: 'DELETE FROM outbox WHERE follow_id IN (SELECT id FROM follows WHERE channel_id = ?)',
          args: [channelId],
        },
        { sql: 'DELETE FROM follows WHERE channel_id = ? RETURNING *', args: [channelId] },
      ],
      'write',
    );
    return (removed?.rows ?? []).map(followOf);
  }

  async #select(sql: string, args: (string | null)[]): Promise<Follow[]> {
    const { rows } = await this.#client.execute({ sql, args });
    return rows.map(followOf);
  }
}

function followOf(row: Row): Follow {
  return {
    id: Number(row.id),
    guildId: row.guild_id === null ? null : String(row.guild_id),
    channelId: String(row.channel_id),
    userId: String(row.user_id),
    direct: Number(row.direct) === 1,
    kind: String(row.kind) as FollowKind,
    subject: String(row.subject),
    label: String(row.label),
    without: String(row.without),
    ...deliveryOf(row),
  };
}
