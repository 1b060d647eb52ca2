import type { Db } from './tables.js';

/** The channels where mentions of the bot are not answered. */
export class QuietChannels {
  readonly #db: Db;
  /** Every message that mentions the bot asks, so the answer is kept in memory. */
  #quiet: Set<string> | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  async has(channelId: string): Promise<boolean> {
    return (await this.#all()).has(channelId);
  }

  /** Switches mentions off in a channel, or on again. */
  async set(channelId: string, guildId: string, isQuiet: boolean): Promise<void> {
    if (isQuiet)
      await this.#db
        .insertInto('quiet_channels')
        .values({ channel_id: channelId, guild_id: guildId })
        .onConflict((on) => on.column('channel_id').doUpdateSet({ guild_id: guildId }))
        .execute();
    else await this.#db.deleteFrom('quiet_channels').where('channel_id', '=', channelId).execute();
    this.forget();
  }

  /** Reads them again the next time: they were changed from elsewhere. */
  forget(): void {
    this.#quiet = null;
  }

  async of(guildId: string): Promise<string[]> {
    const quiet = this.#db.selectFrom('quiet_channels').select('channel_id').where('guild_id', '=', guildId);
    return (await quiet.orderBy('channel_id').execute()).map((row) => row.channel_id);
  }

  async #all(): Promise<Set<string>> {
    if (this.#quiet) return this.#quiet;
    const rows = await this.#db.selectFrom('quiet_channels').select('channel_id').execute();
    this.#quiet = new Set(rows.map((row) => row.channel_id));
    return this.#quiet;
  }
}
