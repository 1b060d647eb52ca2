import { limits } from '../limits.js';
import type { StoredMessage } from './stored-message.js';

/** Messages of the last minutes by author and nonce, in whatever channel, so that one sent twice is posted once. */
export class Nonces {
  readonly #sent = new Map<string, { readonly message: StoredMessage; readonly at: number }>();

  /** The message an author sent with a nonce within the last minutes. */
  find(author: string, nonce: string, now = Date.now()): StoredMessage | undefined {
    const sent = this.#sent.get(`${author} ${nonce}`);
    return sent && now - sent.at <= limits.nonceMs ? sent.message : undefined;
  }

  remember(author: string, nonce: string, message: StoredMessage, now = Date.now()): void {
    for (const [key, { at }] of this.#sent) {
      if (now - at <= limits.nonceMs) break;
      this.#sent.delete(key);
    }
    this.#sent.set(`${author} ${nonce}`, { message, at: now });
  }
}
