import { isUtf8 } from 'node:buffer';

/** A file's bytes as text, or why they are none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly line: number; readonly reason: string };

/** Largest file that is read as an event, in bytes. */
export const LARGEST_FILE = 500_000;

/** Decodes UTF-8, with or without a byte order mark. */
export function decodeText(bytes: Buffer): Decoded {
  if (bytes.length > LARGEST_FILE)
    return unreadable(1, `It is larger than ${LARGEST_FILE / 1000} kB, too large for an event.`);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return unreadable(1, 'It is written in UTF-16. Save it as UTF-8.');
  if (bytes.includes(0)) return unreadable(1, 'It is binary data, not text.');
  if (!isUtf8(bytes)) return unreadable(lineOfBadByte(bytes), 'It is not UTF-8 text. Save it as UTF-8.');
  const text = bytes.toString('utf8');
  return { kind: 'text', text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
}

function unreadable(line: number, reason: string): Decoded {
  return { kind: 'unreadable', line, reason };
}

function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (!isUtf8(bytes.subarray(start, end < 0 ? undefined : end))) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return 1;
}
