import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Db } from './tables.js';

/** Whose text it is: it goes with its server, or when its person asks. */
export interface TextOwner {
  readonly guildId: string | null;
  readonly userId: string | null;
}

const nobody: TextOwner = { guildId: null, userId: null };

/** Words too long for a button's custom_id, kept under a short key that the button contains instead. */
export class StoredLongTexts {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #owner: TextOwner;

  constructor(db: Db, clock: Clock, owner: TextOwner = nobody) {
    this.#db = db;
    this.#clock = clock;
    this.#owner = owner;
  }

  /** The same texts, where what is put in belongs to somebody. */
  for(owner: TextOwner): StoredLongTexts {
    return new StoredLongTexts(this.#db, this.#clock, owner);
  }

  /** Keeps a text; the same text of the same owner always has the same key, of 12 characters. */
  async put(text: string): Promise<string> {
    const { guildId, userId } = this.#owner;
    const whose = guildId === null && userId === null ? '' : `${guildId} ${userId}\n`;
    const key = createHash('sha256').update(`${whose}${text}`).digest('base64url').slice(0, 12);
    const used_at = this.#clock.now().getTime();
    await this.#db
      .insertInto('long_texts')
      .values({ key, text, used_at, guild_id: guildId, user_id: userId })
      .onConflict((on) => on.column('key').doUpdateSet({ used_at }))
      .execute();
    return key;
  }

  /** The text under a key, or null where none is kept. */
  async get(key: string): Promise<string | null> {
    const row = await this.#db
      .updateTable('long_texts')
      .set({ used_at: this.#clock.now().getTime() })
      .where('key', '=', key)
      .returning('text')
      .executeTakeFirst();
    return row?.text ?? null;
  }
}
