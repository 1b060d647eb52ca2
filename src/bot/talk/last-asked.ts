import { LRUCache } from 'lru-cache';
import type { AskedBefore } from '../../archive/conversation/asked-before.js';

/** Channels remembered at once. */
const CHANNELS = 10_000;
/** A talk that rested so long is over. */
const OVER_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * What the last question in each channel asked, for the next one to lean on. In memory only: after a restart a question
 * leans on the event spoken of, whose id the store keeps, and nothing of what was asked is ever on disk.
 */
export class LastAsked {
  readonly #channels = new LRUCache<string, AskedBefore>({ max: CHANNELS, ttl: OVER_AFTER_MS });

  of(channelId: string): AskedBefore | null {
    return this.#channels.get(channelId) ?? null;
  }

  /** Notes what was asked; null after an answer that leaves no question to ask again. */
  note(channelId: string, asked: AskedBefore | null): void {
    if (asked) this.#channels.set(channelId, asked);
    else this.#channels.delete(channelId);
  }
}
