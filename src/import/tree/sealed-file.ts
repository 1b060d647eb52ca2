import { hash } from 'node:crypto';

const HASH_LENGTH = 22;
const HASH_LINE = /^(---\n[\s\S]*?\n)hash: "([\w-]{22})"\n/;
const hashLine = (sealed: string) => `hash: "${sealed}"\n`;
const HASH_LINE_LENGTH = hashLine('').length + HASH_LENGTH;
/** Up to here a loop is faster than a call of the engine's. */
const SHORT = 32;

/** A file as it is to be written, with the hash in it. */
export interface SealedFile {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

function hashOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url').slice(0, HASH_LENGTH);
}

/**
 * Composes files as the import writes them: front matter that ends with the hash of everything else in the file, then
 * the body. They are composed as bytes, since a tree repeats most of its text: what is encoded once is copied.
 */
export class FileComposer {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #end = 0;
  #frontEnd = 0;

  /** Begins a file. The one before is overwritten. */
  begin(frontMatter: readonly string[]): this {
    // The hash is known last; the front matter moves down before it then.
    this.#end = HASH_LINE_LENGTH;
    this.text(`---\n${frontMatter.join('\n')}\n`);
    this.#frontEnd = this.#end;
    return this.text('---\n');
  }

  text(text: string): this {
    this.#makeRoom(text.length * 3);
    this.#end += this.#bytes.write(text, this.#end);
    return this;
  }

  /** Text that was encoded before; with `from`, without this many bytes at its front. */
  encoded(text: Uint8Array, from = 0): this {
    const { length } = text;
    this.#makeRoom(length);
    const bytes = this.#bytes;
    let end = this.#end;
    if (length > SHORT) {
      bytes.set(from === 0 ? text : text.subarray(from), end);
      end += length - from;
    } else
      for (let at = from; at < length; at += 1) {
        bytes[end] = text[at] ?? 0;
        end += 1;
      }
    this.#end = end;
    return this;
  }

  /** Ends the file. Its bytes stand until the next one is begun. */
  seal(): SealedFile {
    const sealed = hashOf(this.#bytes.subarray(HASH_LINE_LENGTH, this.#end));
    this.#bytes.copyWithin(0, HASH_LINE_LENGTH, this.#frontEnd);
    this.#bytes.write(hashLine(sealed), this.#frontEnd - HASH_LINE_LENGTH);
    return { bytes: this.#bytes.subarray(0, this.#end), hash: sealed };
  }

  #makeRoom(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafe(2 * (this.#end + more));
    bytes.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = bytes;
  }
}

/**
 * The recorded hash of a file that is as the import wrote it; null for one that a person wrote or changed, be it
 * by one letter. Line ends don't count: tools change them. Empty for an empty file: nobody wrote that, a power cut leaves
 * it.
 */
export function unbrokenSeal(text: string): string | null {
  if (text === '') return '';
  const plain = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  const line = HASH_LINE.exec(plain);
  if (!line) return null;
  const [whole, front = '', recorded = ''] = line;
  return hashOf(front + plain.slice(whole.length)) === recorded ? recorded : null;
}
