import { plainText } from './plain-text.js';

/**
 * Cleaned texts, each kept once. The same headline is in every file that links to it, and the same names in every
 * context list: a large folder repeats each about ten times. What comes out doesn't hold on to the file it came from,
 * as a piece cut from a file's text otherwise would.
 */
export class TextPool {
  readonly #texts = new Map<string, string>();

  /** `markup` as `plainText` gives it. */
  plain(markup: string): string {
    return this.#kept(markup, plainText);
  }

  /** The text as it is. */
  same(text: string): string {
    return this.#kept(text, String);
  }

  /** Picks up a text that is no part of a longer one: it is what the same text gives from then on. */
  adopt(text: string): void {
    if (!this.#texts.has(text)) this.#texts.set(text, text);
  }

  #kept(text: string, clean: (text: string) => string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = copyOf(clean(text));
    this.#texts.set(own === text ? own : copyOf(text), own);
    return own;
  }
}

/** A copy that shares no memory with a longer text it was cut from. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
