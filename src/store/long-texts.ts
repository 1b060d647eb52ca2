import { createHash } from 'node:crypto';
import type { Client } from '@libsql/client';
import type { Clock } from '../clock.js';

/** Words too long for a button's custom_id, kept under a short key that the button holds instead. */
export class StoredLongTexts {
  readonly #client: Client;
  readonly #clock: Clock;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /** Keeps a text; the same text always has the same key, of 12 characters. */
  async put(text: string): Promise<string> {
    const key = createHash('sha256').update(text).digest('base64url').slice(0, 12);
    await this.#client.execute({
      sql: 'INSERT INTO long_texts VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET used_at = excluded.used_at',
      args: [key, text, this.#clock.now().getTime()],
    });
    return key;
  }

  /** The text under a key, or null where none is kept. */
  async get(key: string): Promise<string | null> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT text FROM long_texts WHERE key = ?',
      args: [key],
    });
    return rows[0] ? String(rows[0][0]) : null;
  }
}
