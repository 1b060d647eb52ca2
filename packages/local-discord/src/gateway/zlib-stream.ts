import { constants, createDeflate, type Deflate } from 'node:zlib';

/**
 * The transport compression that discord.py, eris and oceanic ask for: one zlib stream for the whole connection, flushed
 * after each message, so that each ends with 00 00 FF FF.
 */
export class ZlibStream {
  readonly #deflate: Deflate = createDeflate({ flush: constants.Z_SYNC_FLUSH });
  readonly #waiting: string[] = [];
  readonly #out: (bytes: Buffer) => void;
  #parts: Buffer[] = [];
  #isBusy = false;
  #isClosed = false;

  /** @param out takes each compressed message, in order */
  constructor(out: (bytes: Buffer) => void) {
    this.#out = out;
    this.#deflate.on('data', (part: Buffer) => this.#parts.push(part));
    this.#deflate.on('error', () => undefined);
  }

  send(text: string): void {
    this.#waiting.push(text);
    this.#next();
  }

  close(): void {
    this.#isClosed = true;
    this.#deflate.destroy();
  }

  #next(): void {
    if (this.#isBusy || this.#isClosed) return;
    const text = this.#waiting.shift();
    if (text === undefined) return;
    this.#isBusy = true;
    this.#deflate.write(text);
    this.#deflate.flush(constants.Z_SYNC_FLUSH, () => {
      const bytes = Buffer.concat(this.#parts);
      this.#parts = [];
      this.#isBusy = false;
      if (!this.#isClosed) this.#out(bytes);
      this.#next();
    });
  }
}
