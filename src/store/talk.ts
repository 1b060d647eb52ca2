import type { Clock } from '../clock.js';
import type { Db } from './tables.js';

/** So many events of a talk are kept: what "it", "there" and "then" can still mean. */
const KEPT = 5;
/** A talk that rested so long is over: "it" means nothing of it any more. In milliseconds. */
const OVER_AFTER_MS = 24 * 60 * 60 * 1000;

/** Which events were last spoken of in a channel or thread, in public. Ids only; no word of anybody's. */
export class Talk {
  readonly #db: Db;
  readonly #clock: Clock;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** The ids of the events last spoken of, latest first; none where the talk is over. */
  async of(channelId: string): Promise<string[]> {
    const row = await this.#db
      .selectFrom('talk')
      .select(['event_ids', 'at'])
      .where('channel_id', '=', channelId)
      .executeTakeFirst();
    if (!row || this.#clock.now().getTime() - row.at > OVER_AFTER_MS) return [];
    return JSON.parse(row.event_ids) as string[];
  }

  /** Notes events that an answer everybody can see spoke of, the main one first. */
  async spokeOf(channelId: string, guildId: string | null, eventIds: readonly string[]): Promise<void> {
    const kept = [...new Set([...eventIds, ...(await this.of(channelId))])].slice(0, KEPT);
    const noted = { guild_id: guildId, event_ids: JSON.stringify(kept), at: this.#clock.now().getTime() };
    await this.#db
      .insertInto('talk')
      .values({ channel_id: channelId, ...noted })
      .onConflict((on) => on.column('channel_id').doUpdateSet(noted))
      .execute();
  }

  /** Forgets the talk of a channel that is gone. */
  async remove(channelId: string): Promise<void> {
    await this.#db.deleteFrom('talk').where('channel_id', '=', channelId).execute();
  }
}
