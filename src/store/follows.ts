import type { Selectable } from 'kysely';
import type { Clock } from '../clock.js';
import { type Delivery, deliveryColumns, deliveryOf } from './delivery.js';
import type { Db, Tables } from './tables.js';

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
  readonly #db: Db;
  readonly #clock: Clock;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Keeps a follow. One channel follows one subject once: a second wish gives the first back, with `isNew` false. */
  async add(follow: NewFollow): Promise<{ follow: Follow; isNew: boolean }> {
    const { guildId, channelId, userId, direct, kind, subject, label, without = '' } = follow;
    const inserted = await this.#db
      .insertInto('follows')
      .values({
        guild_id: guildId,
        channel_id: channelId,
        user_id: userId,
        direct: direct ? 1 : 0,
        kind,
        subject,
        label,
        created_at: this.#clock.now().getTime(),
        without,
        ...deliveryColumns(follow),
      })
      .onConflict((on) => on.columns(['channel_id', 'kind', 'subject']).doNothing())
      .executeTakeFirst();
    const row = await this.#rows()
      .where('channel_id', '=', channelId)
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (!row) throw new Error(`the follow of ${kind} ${subject} was not kept`);
    return { follow: followOf(row), isNew: (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n };
  }

  async get(id: number): Promise<Follow | null> {
    const row = await this.#rows().where('id', '=', id).executeTakeFirst();
    return row ? followOf(row) : null;
  }

  /** Every follow of every server, oldest first. */
  async all(): Promise<Follow[]> {
    return (await this.#rows().execute()).map(followOf);
  }

  /** The follows of a channel or thread, oldest first. */
  async inChannel(channelId: string): Promise<Follow[]> {
    return (await this.#rows().where('channel_id', '=', channelId).execute()).map(followOf);
  }

  /** What a person set, in the channels of one server and by direct message. */
  async of(userId: string, guildId: string | null): Promise<Follow[]> {
    const rows = await this.#rows()
      .where('user_id', '=', userId)
      .where(({ or, eb }) =>
        or([
          eb('direct', '=', 1),
          guildId === null ? eb('guild_id', 'is', null) : eb('guild_id', '=', guildId),
        ]),
      )
      .execute();
    return rows.map(followOf);
  }

  /** Ends a follow; what was still to be posted goes with it. False where there was none. */
  async remove(id: number): Promise<boolean> {
    return this.#db.transaction().execute(async (tx) => {
      await tx.deleteFrom('outbox').where('follow_id', '=', id).execute();
      const removed = await tx.deleteFrom('follows').where('id', '=', id).executeTakeFirst();
      return removed.numDeletedRows > 0n;
    });
  }

  /** What is followed in the channels of a server, oldest first. */
  async inGuild(guildId: string): Promise<Follow[]> {
    return (await this.#rows().where('guild_id', '=', guildId).execute()).map(followOf);
  }

  /** How many follows there are. */
  async count(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('follows')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Changes how the messages of a follow are delivered. */
  async deliver(id: number, delivery: Delivery): Promise<void> {
    await this.#db.updateTable('follows').set(deliveryColumns(delivery)).where('id', '=', id).execute();
  }

  /** Ends the follows of a channel that is gone, and returns them. */
  async removeIn(channelId: string): Promise<Follow[]> {
    return this.#db.transaction().execute(async (tx) => {
      const there = tx.selectFrom('follows').select('id').where('channel_id', '=', channelId);
      await tx.deleteFrom('outbox').where('follow_id', 'in', there).execute();
      const removed = await tx
        .deleteFrom('follows')
        .where('channel_id', '=', channelId)
        .returningAll()
        .execute();
      return removed.map(followOf);
    });
  }

  #rows() {
    return this.#db.selectFrom('follows').selectAll().orderBy('id');
  }
}

function followOf(row: Selectable<Tables['follows']>): Follow {
  return {
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    userId: row.user_id,
    direct: row.direct === 1,
    kind: row.kind,
    subject: row.subject,
    label: row.label,
    without: row.without,
    ...deliveryOf(row),
  };
}
