import type { Clock } from '../clock.js';
import { waits } from './outbox.js';
import type { Db } from './tables.js';

/** A channel that the bot has no permission to write in. */
export interface RefusedChannel {
  readonly channelId: string;
  /** When it was first refused, in milliseconds since 1970. */
  readonly since: number;
  /** The ids of the people who have been notified. */
  readonly told: readonly string[];
}

/** The channels that the bot is refused in for lack of a permission, until it gets through again. */
export class RefusedChannels {
  readonly #db: Db;
  readonly #clock: Clock;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Notes a refusal; the first one counts. */
  async refused(channelId: string, guildId: string | null): Promise<RefusedChannel> {
    const since = this.#clock.now().getTime();
    await this.#db
      .insertInto('refused_channels')
      .values({ channel_id: channelId, guild_id: guildId, since })
      .onConflict((on) => on.column('channel_id').doNothing())
      .execute();
    return (await this.get(channelId)) ?? { channelId, since, told: [] };
  }

  async get(channelId: string): Promise<RefusedChannel | null> {
    const row = await this.#db
      .selectFrom('refused_channels')
      .selectAll()
      .where('channel_id', '=', channelId)
      .executeTakeFirst();
    return row ? { channelId, since: row.since, told: JSON.parse(row.told) as string[] } : null;
  }

  /** The ids of those among some channels that the bot is refused in. */
  async among(channelIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#db.selectFrom('refused_channels').select('channel_id').execute();
    const refused = new Set(rows.map((row) => row.channel_id));
    return new Set(channelIds.filter((id) => refused.has(id)));
  }

  /** Notes that a person has been notified of it. */
  async told({ channelId, told }: RefusedChannel, userId: string): Promise<void> {
    await this.#db
      .updateTable('refused_channels')
      .set({ told: JSON.stringify([...new Set([...told, userId])]) })
      .where('channel_id', '=', channelId)
      .execute();
  }

  /** Forgets a channel that let the bot through again, or is gone; false where it wasn't refused. */
  async cleared(channelId: string): Promise<boolean> {
    const removed = await this.#db
      .deleteFrom('refused_channels')
      .where('channel_id', '=', channelId)
      .executeTakeFirst();
    return removed.numDeletedRows > 0n;
  }

  /** Makes due now what waits for a permission in a server: something about its permissions has changed. */
  async hurry(guildId: string): Promise<boolean> {
    const refused = this.#db
      .selectFrom('refused_channels')
      .select('channel_id')
      .where('guild_id', '=', guildId);
    if ((await refused.limit(1).execute()).length === 0) return false;
    const now = this.#clock.now().getTime();
    return this.#db.transaction().execute(async (tx) => {
      const follows = await tx
        .updateTable('outbox')
        .set({ next_attempt_at: now })
        .where(waits)
        .where('next_attempt_at', '>', now)
        .where('follow_id', 'in', (qb) =>
          qb.selectFrom('follows').select('id').where('channel_id', 'in', refused),
        )
        .executeTakeFirst();
      const digests = await tx
        .updateTable('digests')
        .set({ next_attempt_at: 0 })
        .where('channel_id', 'in', refused)
        .executeTakeFirst();
      return follows.numUpdatedRows + digests.numUpdatedRows > 0n;
    });
  }
}
