import type { Client } from '@libsql/client';
import type { Clock } from '../clock.js';

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
  readonly #client: Client;
  readonly #clock: Clock;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  async leave(userId: string, { kind, channelId, guildId, label }: Notice): Promise<void> {
    await this.#client.execute({
      sql: 'INSERT INTO notices (user_id, kind, channel_id, guild_id, label, at) VALUES (?, ?, ?, ?, ?, ?)',
      args: [userId, kind, channelId, guildId, label, this.#clock.now().getTime()],
    });
  }

  /** The notices for a person, oldest first. They are then gone. */
  async take(userId: string): Promise<Notice[]> {
    const { rows } = await this.#client.execute({
      sql: 'DELETE FROM notices WHERE user_id = ? RETURNING *',
      args: [userId],
    });
    return rows
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map((row) => ({
        kind: String(row.kind) as Notice['kind'],
        channelId: String(row.channel_id),
        guildId: row.guild_id === null ? null : String(row.guild_id),
        label: String(row.label),
      }));
  }
}
