import type { Client } from '@libsql/client';
import type { Clock } from '../clock.js';

/** So many events of a talk are kept: what "it", "there" and "then" can still mean. */
const KEPT = 5;
/** A talk that rested so long is over: "it" means nothing of it any more. In milliseconds. */
const OVER_AFTER_MS = 24 * 60 * 60 * 1000;

/** Which events were last spoken of in a channel or thread, in public. Ids only; no word of anybody's. */
export class Talk {
  readonly #client: Client;
  readonly #clock: Clock;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /** The ids of the events last spoken of, latest first; none where the talk is over. */
  async of(channelId: string): Promise<string[]> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT event_ids, at FROM talk WHERE channel_id = ?',
      args: [channelId],
    });
    const [row] = rows;
    if (!row || this.#clock.now().getTime() - Number(row[1]) > OVER_AFTER_MS) return [];
    return JSON.parse(String(row[0])) as string[];
  }

  /** Notes events that an answer everybody can see spoke of, the main one first. */
  async spokeOf(channelId: string, guildId: string | null, eventIds: readonly string[]): Promise<void> {
    const kept = [...new Set([...eventIds, ...(await this.of(channelId))])].slice(0, KEPT);
    await this.#client.execute({
      sql: 'INSERT OR REPLACE INTO talk VALUES (?, ?, ?, ?)',
      args: [channelId, guildId, JSON.stringify(kept), this.#clock.now().getTime()],
    });
  }

  /** Forgets the talk of a channel that is gone. */
  async remove(channelId: string): Promise<void> {
    await this.#client.execute({ sql: 'DELETE FROM talk WHERE channel_id = ?', args: [channelId] });
  }
}
