import type { Client } from '@libsql/client';

/** The channels where mentions of the bot are not answered. */
export class QuietChannels {
  readonly #client: Client;
  /** Every message that mentions the bot asks, so the answer is kept in memory. */
  #quiet: Set<string> | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  async has(channelId: string): Promise<boolean> {
    return (await this.#all()).has(channelId);
  }

  /** Switches mentions off in a channel, or on again. */
  async set(channelId: string, guildId: string, isQuiet: boolean): Promise<void> {
    await this.#client.execute(
      isQuiet
        ? { sql: 'INSERT OR REPLACE INTO quiet_channels VALUES (?, ?)', args: [channelId, guildId] }
        : { sql: 'DELETE FROM quiet_channels WHERE channel_id = ?', args: [channelId] },
    );
    this.forget();
  }

  /** Reads them again the next time: they were changed from elsewhere. */
  forget(): void {
    this.#quiet = null;
  }

  async of(guildId: string): Promise<string[]> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT channel_id FROM quiet_channels WHERE guild_id = ? ORDER BY channel_id',
      args: [guildId],
    });
    return rows.map((row) => String(row[0]));
  }

  async #all(): Promise<Set<string>> {
    if (this.#quiet) return this.#quiet;
    const { rows } = await this.#client.execute('SELECT channel_id FROM quiet_channels');
    this.#quiet = new Set(rows.map((row) => String(row[0])));
    return this.#quiet;
  }
}
