import { closeSync, constants, open, read } from 'node:fs';
import { LARGEST_FILE } from './decode-text.js';

/** A file's bytes, or why there are none. `bytes` may be a part of the buffer handed in: use it before the next read. */
export type BytesRead =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly code: string };

/** A buffer this large holds nearly every event file whole. */
export const BUFFER_SIZE = 65_536;

// A named pipe must not make the reading wait for somebody to write into it. Windows has neither.
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file up to just beyond the largest size that is served. Uses the callback functions of `node:fs`, since a
 * start-up reads tens of thousands of small files and `fs/promises` takes five times as long for each.
 */
export function readBytes(
  file: string,
  buffer: Buffer<ArrayBuffer> = Buffer.allocUnsafe(BUFFER_SIZE),
): Promise<BytesRead> {
  return new Promise((resolve) => {
    open(file, READ_ONLY, (error, descriptor) => {
      if (error) return resolve(failed(error));
      const finish = (result: BytesRead) => {
        closeSync(descriptor);
        resolve(result);
      };
      const fill = (into: Buffer<ArrayBuffer>, filled: number) => {
        read(descriptor, into, filled, into.length - filled, null, (error, count) => {
          const bytes = filled + count;
          if (error) finish(failed(error));
          // A regular file fills the buffer unless it ends.
          else if (bytes < into.length || bytes > LARGEST_FILE)
            finish({ kind: 'bytes', bytes: into.subarray(0, bytes) });
          else fill(Buffer.concat([into, Buffer.allocUnsafe(LARGEST_FILE)]), bytes);
        });
      };
      fill(buffer, 0);
    });
  });
}

function failed(error: NodeJS.ErrnoException): BytesRead {
  return error.code === 'ENOENT' || error.code === 'EISDIR'
    ? { kind: 'gone' }
    : { kind: 'unreadable', code: error.code ?? error.message };
}
