import { createHash } from 'node:crypto';
import type { Client } from '@libsql/client';
import type { Clock } from '../clock.js';

/** Whose text it is: it goes with its server, or when its person asks. */
export interface TextOwner {
  readonly guildId: string | null;
  readonly userId: string | null;
}

const nobody: TextOwner = { guildId: null, userId: null };

/** Words too long for a button's custom_id, kept under a short key that the button contains instead. */
export class StoredLongTexts {
  readonly #client: Client;
  readonly #clock: Clock;
  readonly #owner: TextOwner;

  constructor(client: Client, clock: Clock, owner: TextOwner = nobody) {
    this.#client = client;
    this.#clock = clock;
    this.#owner = owner;
  }

  /** The same texts, where what is put in belongs to somebody. */
  for(owner: TextOwner): StoredLongTexts {
    return new StoredLongTexts(this.#client, this.#clock, owner);
  }

  /** Keeps a text; the same text of the same owner always has the same key, of 12 characters. */
  async put(text: string): Promise<string> {
    const { guildId, userId } = this.#owner;
    const whose = guildId === null && userId === null ? '' : `${guildId} ${userId}\n`;
    const key = createHash('sha256').update(`${whose}${text}`).digest('base64url').slice(0, 12);
    await this.#client.execute({
      sql: `INSERT INTO long_texts (key, text, used_at, guild_id, user_id) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET used_at = excluded.used_at`,
      args: [key, text, this.#clock.now().getTime(), guildId, userId],
    });
    return key;
  }

  /** The text under a key, or null where none is kept. */
  async get(key: string): Promise<string | null> {
    const { rows } = await this.#client.execute({
      sql: 'UPDATE long_texts SET used_at = ? WHERE key = ? RETURNING text',
      args: [this.#clock.now().getTime(), key],
    });
    return rows[0] ? String(rows[0][0]) : null;
  }
}
