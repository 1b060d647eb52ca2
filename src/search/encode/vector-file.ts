import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KEPT_BYTES } from './event-vectors.js';

/** Bytes of a text's hash that name its vector. */
export const KEY_BYTES = 16;
const RECORD_BYTES = KEY_BYTES + KEPT_BYTES;

/**
 * Vectors by the hash of the text they were made of, in a file that only grows: records of key and vector. What a crash
 * leaves unfinished at the end is cut off; all of it can be computed again.
 */
export class VectorFile {
  readonly #path: string;
  readonly #known = new Map<string, Int8Array>();

  private constructor(path: string) {
    this.#path = path;
  }

  /** Opens a file of vectors; one that isn't there is empty. */
  static async open(path: string): Promise<VectorFile> {
    const file = new VectorFile(path);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    const whole = bytes.length - (bytes.length % RECORD_BYTES);
    for (let at = 0; at < whole; at += RECORD_BYTES) {
      const key = bytes.toString('latin1', at, at + KEY_BYTES);
      file.#known.set(key, new Int8Array(bytes.buffer, bytes.byteOffset + at + KEY_BYTES, KEPT_BYTES));
    }
    if (whole !== bytes.length) await file.#rewrite();
    return file;
  }

  get(key: string): Int8Array | undefined {
    return this.#known.get(key);
  }

  /** Adds vectors and writes them behind the others. */
  async add(vectors: ReadonlyMap<string, Int8Array>): Promise<void> {
    if (vectors.size === 0) return;
    for (const [key, vector] of vectors) this.#known.set(key, vector);
    await mkdir(dirname(this.#path), { recursive: true });
    const handle = await open(this.#path, 'a');
    try {
      await handle.write(recordsOf(vectors));
    } finally {
      await handle.close();
    }
  }

  async #rewrite(): Promise<void> {
    const beside = `${this.#path}.${process.pid}.new`;
    try {
      await writeFile(beside, recordsOf(this.#known));
      await rename(beside, this.#path);
    } catch {
      await rm(beside, { force: true }).catch(() => {});
    }
  }
}

function recordsOf(vectors: ReadonlyMap<string, Int8Array>): Buffer {
  return Buffer.concat(
    [...vectors].flatMap(([key, vector]) => [
      Buffer.from(key, 'latin1'),
      Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
    ]),
  );
}
