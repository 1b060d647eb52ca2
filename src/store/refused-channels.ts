import type { Client } from '@libsql/client';
import type { Clock } from '../clock.js';

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
  readonly #client: Client;
  readonly #clock: Clock;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /** Notes a refusal; the first one counts. */
  async refused(channelId: string, guildId: string | null): Promise<RefusedChannel> {
    const since = this.#clock.now().getTime();
    await this.#client.execute({
      sql: 'INSERT OR IGNORE INTO refused_channels (channel_id, guild_id, since) VALUES (?, ?, ?)',
      args: [channelId, guildId, since],
    });
    return (await this.get(channelId)) ?? { channelId, since, told: [] };
  }

  async get(channelId: string): Promise<RefusedChannel | null> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT * FROM refused_channels WHERE channel_id = ?',
      args: [channelId],
    });
    const [row] = rows;
    if (!row) return null;
    return { channelId, since: Number(row.since), told: JSON.parse(String(row.told)) as string[] };
  }

  /** The ids of those among some channels that the bot is refused in. */
  async among(channelIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.#client.execute('SELECT channel_id FROM refused_channels');
    const refused = new Set(rows.map((row) => String(row[0])));
    return new Set(channelIds.filter((id) => refused.has(id)));
  }

  /** Notes that a person has been notified of it. */
  async told({ channelId, told }: RefusedChannel, userId: string): Promise<void> {
    await this.#client.execute({
      sql: 'UPDATE refused_channels SET told = ? WHERE channel_id = ?',
      args: [JSON.stringify([...new Set([...told, userId])]), channelId],
    });
  }

  /** Forgets a channel that let the bot through again, or is gone; false where it wasn't refused. */
  async cleared(channelId: string): Promise<boolean> {
    const removed = await this.#client.execute({
      sql: 'DELETE FROM refused_channels WHERE channel_id = ?',
      args: [channelId],
    });
    return removed.rowsAffected > 0;
  }

  /** Makes due now what waits for a permission in a server: something about its permissions has changed. */
  async hurry(guildId: string): Promise<boolean> {
    const known = await this.#client.execute({
      sql: 'SELECT 1 FROM refused_channels WHERE guild_id = ? LIMIT 1',
      args: [guildId],
    });
    if (known.rows.length === 0) return false;
    const now = this.#clock.now().getTime();
    const refused = 'SELECT channel_id FROM refused_channels WHERE guild_id = ?';
    const [follows, digests] = await this.#client.batch(
      [
        {
          sql: `UPDATE outbox SET next_attempt_at = ? WHERE sent_message_id IS NULL AND given_up_at IS NULL
                AND next_attempt_at > ?
                AND follow_id IN (SELECT id FROM follows WHERE channel_id IN (${refused}))`,
          args: [now, now, guildId],
        },
        {
          sql: `UPDATE digests SET next_attempt_at = 0 WHERE channel_id IN (${refused})`,
          args: [guildId],
        },
      ],
      'write',
    );
    return (follows?.rowsAffected ?? 0) + (digests?.rowsAffected ?? 0) > 0;
  }
}
