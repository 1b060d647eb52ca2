import { limits } from '../limits.js';
import type { StoredMessage } from './happening.js';

/** The bot's messages of the last minutes by channel and nonce, so that one sent twice is posted once. */
export class Nonces {
  readonly #sent = new Map<string, { readonly message: StoredMessage; readonly at: number }>();

  /** The message sent in a channel with a nonce within the last minutes. */
  find(channelId: string, nonce: string, now = Date.now()): StoredMessage | undefined {
    const sent = this.#sent.get(`${channelId} ${nonce}`);
    return sent && now - sent.at <= limits.nonceMs ? sent.message : undefined;
  }

  remember(channelId: string, nonce: string, message: StoredMessage, now = Date.now()): void {
    for (const [key, { at }] of this.#sent) {
      if (now - at <= limits.nonceMs) break;
      this.#sent.delete(key);
    }
    this.#sent.set(`${channelId} ${nonce}`, { message, at: now });
  }
}
