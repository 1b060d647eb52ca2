import type { LongTexts } from './long-texts.js';

declare const packed: unique symbol;

/** A text as a custom_id holds it: `=` and the text itself, or `~` and the key it is kept under. Free of `|`. */
export type PackedText = string & { readonly [packed]: true };

/** Takes a string for a packed text, where it has the form of one. */
export function packedText(written: string): PackedText | undefined {
  return /^(=[^|]*|~[\w-]+)$/su.test(written) ? (written as PackedText) : undefined;
}

const shield = (text: string) => text.replace(/[%|]/g, (char) => (char === '%' ? '%25' : '%7C'));
const unshield = (text: string) => text.replace(/%(25|7C)/g, (_, code) => (code === '25' ? '%' : '|'));

/**
 * Packs texts into at most `room` characters together: as they are where they fit, else the longest first as keys into
 * `longTexts`. A key takes 17 characters.
 */
export async function packTexts(longTexts: LongTexts, room: number, texts: readonly string[]) {
  const written = texts.map((text) => `=${shield(text)}`);
  const total = () => written.reduce((sum, text) => sum + text.length, 0);
  while (total() > room) {
    const inline = written.map((text, index) => ({ index, length: text.startsWith('=') ? text.length : 0 }));
    const longest = inline.reduce((a, b) => (b.length > a.length ? b : a));
    if (longest.length === 0) break;
    written[longest.index] = `~${await longTexts.put(texts[longest.index] ?? '')}`;
  }
  return written as PackedText[];
}

/** Packs one text into at most `room` characters. */
export async function packText(longTexts: LongTexts, room: number, text: string): Promise<PackedText> {
  const [only] = await packTexts(longTexts, room, [text]);
  if (only === undefined) throw new TypeError('one text in, one text out');
  return only;
}

/** The text again; null where it was kept under a key that is gone. */
export async function unpackText(longTexts: LongTexts, text: PackedText): Promise<string | null> {
  return text.startsWith('~') ? longTexts.get(text.slice(1)) : unshield(text.slice(1));
}
