import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Texts too long for a custom_id, kept under short keys so that a button still finds them after a restart. */
export interface LongTexts {
  /** Keeps a text; the same text always gets the same key. */
  put(text: string): Promise<string>;
  /** The text, or null where it is no longer kept. */
  get(key: string): Promise<string | null>;
}

/** The key of a text: 16 characters of `A-Za-z0-9_-` (96 bits of SHA-256). */
export function longTextKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** Keeps texts in memory: the last 10,000, until the process ends. */
export class LongTextsInMemory implements LongTexts {
  readonly #texts = new LRUCache<string, string>({ max: 10_000 });

  async put(text: string) {
    const key = longTextKey(text);
    this.#texts.set(key, text);
    return key;
  }

  async get(key: string) {
    return this.#texts.get(key) ?? null;
  }
}
