import {
  closeSync,
  constants,
  fstat,
  fstatSync,
  open,
  openSync,
  read,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { codeOf } from './content-files.js';
import { LARGEST_FILE } from './decode-text.js';

/** Which file something was read from, and when that last changed; another one where either differs. */
export type Stamp = number;

/** The stamp of a file that was there and could not be read. */
export const UNREAD: Stamp = -1;

const described = new Float64Array(5);
const bits = new Uint32Array(described.buffer);

/** The stamp of a file as the system describes it: a hash of 53 bits. As texts, those of a large folder take as long as asking. */
export function stampOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): Stamp {
  described[0] = dev;
  described[1] = ino;
  described[2] = size;
  described[3] = mtimeMs;
  described[4] = ctimeMs;
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let i = 0; i < bits.length; i++) {
    const part = bits[i] ?? 0;
    one = Math.imul(one ^ part, 2654435761);
    one ^= one >>> 15;
    other = Math.imul(other ^ part, 1597334677);
    other ^= other >>> 13;
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}

/** The stamp of a file that is there; null where there is none. */
export function stampNow(file: string): Stamp | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? stampOf(stats) : null;
}

/** A file's bytes, or why there are none. `bytes` may be a part of the buffer handed in: use it before the next read. */
export type BytesRead =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly stamp: Stamp }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly code: string };

/** A buffer this large holds nearly every event file whole. */
export const BUFFER_SIZE = 65_536;

// A named pipe must not make the reading wait for somebody to write into it. Windows has neither.
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a file up to just beyond the largest size that is served. */
export function readBytes(file: string): Promise<BytesRead> {
  // The callback functions of `node:fs` take a fifth of the time of `fs/promises`.
  return new Promise((resolve) => {
    open(file, READ_ONLY, (error, descriptor) => {
      if (error) return resolve(failed(error));
      const finish = (result: BytesRead) => {
        closeSync(descriptor);
        resolve(result);
      };
      let stamp = UNREAD;
      const fill = (into: Buffer<ArrayBuffer>, filled: number) => {
        read(descriptor, into, filled, into.length - filled, null, (error, count) => {
          const bytes = filled + count;
          if (error) finish(failed(error));
          else if (isWhole(bytes, into)) finish({ kind: 'bytes', bytes: into.subarray(0, bytes), stamp });
          else fill(larger(into), bytes);
        });
      };
      // Before it is read: what changes meanwhile is seen to be another one.
      fstat(descriptor, (error, stats) => {
        if (error) return finish(failed(error));
        stamp = stampOf(stats);
        fill(Buffer.allocUnsafe(BUFFER_SIZE), 0);
      });
    });
  });
}

/** The same at once, while everything else waits: for files that the system holds in memory. */
export function readBytesNow(file: string, buffer: Buffer<ArrayBuffer>): BytesRead {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, READ_ONLY);
    const stamp = stampOf(fstatSync(descriptor));
    let into = buffer;
    let bytes = readSync(descriptor, into);
    while (!isWhole(bytes, into)) {
      into = larger(into);
      bytes += readSync(descriptor, into, bytes, into.length - bytes, null);
    }
    return { kind: 'bytes', bytes: into.subarray(0, bytes), stamp };
  } catch (error) {
    return failed(error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Whether enough was read: a regular file fills the buffer unless it ends. */
const isWhole = (bytes: number, buffer: Buffer) => bytes < buffer.length || bytes > LARGEST_FILE;
const larger = (full: Buffer<ArrayBuffer>) => Buffer.concat([full, Buffer.allocUnsafe(LARGEST_FILE)]);

function failed(error: unknown): BytesRead {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR'
    ? { kind: 'gone' }
    : { kind: 'unreadable', code };
}
