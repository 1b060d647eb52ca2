import type { Clock } from '../clock.js';
import type { Db } from './tables.js';

/** Something that a person has to know and that could not be sent by direct message. */
export interface Notice {
  readonly kind: 'follow-refused' | 'follow-ended' | 'digest-refused' | 'digest-ended';
  readonly channelId: string;
  readonly guildId: string | null;
  /** What it is about: the subject of a follow, or a digest's kind. */
  readonly label: string;
}

/** Notices that could not be sent by direct message: shown once, the next time the person asks what is followed. */
export class Notices {
  readonly #db: Db;
  readonly #clock: Clock;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  async leave(userId: string, { kind, channelId, guildId, label }: Notice): Promise<void> {
    const at = this.#clock.now().getTime();
    await this.#db
      .insertInto('notices')
      .values({ user_id: userId, kind, channel_id: channelId, guild_id: guildId, label, at })
      .execute();
  }

  /** The notices for a person, oldest first. They are then gone. */
  async take(userId: string): Promise<Notice[]> {
    const rows = await this.#db.deleteFrom('notices').where('user_id', '=', userId).returningAll().execute();
    return rows
      .sort((a, b) => a.id - b.id)
      .map(({ kind, channel_id, guild_id, label }) => ({
        kind,
        channelId: channel_id,
        guildId: guild_id,
        label,
      }));
  }
}
