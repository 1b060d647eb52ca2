import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { compiledParts, WordLines } from './word-lines.js';

const NONE = new Uint32Array();

/**
 * WordNet's definitions turned around: which meanings are defined with a word, so that "flightless bird" leads to the
 * penguin. Compiled by `build-definitions.mjs`: a line of JSON, a line for each term with the number of
 * definitions it stands in, the place of its first key and how many keys it has (none where it defines too many), then the
 * keys of the meanings defined, four bytes each.
 */
export class Definitions {
  readonly #definitions: number;
  readonly #text: Buffer;
  readonly #lines: WordLines;
  readonly #keys: Uint32Array;

  private constructor(file: Buffer) {
    const { head, text, bytes } = compiledParts<{ readonly definitions: number }>(file);
    this.#definitions = head.definitions;
    this.#text = text;
    this.#lines = new WordLines(text);
    // Copied: the keys begin at any byte, an array of numbers only at every fourth.
    this.#keys = new Uint32Array(Uint8Array.from(bytes).buffer);
  }

  /** Opens the file that the build leaves. */
  static async open(): Promise<Definitions> {
    return new Definitions(await readFile(createRequire(import.meta.url).resolve('#definitions')));
  }

  /** The meanings defined with a term, as keys of the thesaurus; none for a term that defines too many. */
  definedWith(term: string): Uint32Array {
    const [, first = 0, keys = 0] = this.#line(term);
    return keys === 0 ? NONE : this.#keys.subarray(first, first + keys);
  }

  /** How much a term tells of what it defines, 0 to 1: the fewer are defined with it, the more. */
  rarity(term: string): number {
    const [count = 0] = this.#line(term);
    return Math.log(1 + this.#definitions / (1 + count)) / Math.log(1 + this.#definitions);
  }

  /** The numbers behind a term; none where no definition has it. */
  #line(term: string): number[] {
    const at = this.#lines.after(term);
    if (at < 0) return [];
    return this.#text.toString('latin1', at, this.#text.indexOf('\n', at)).split(' ').map(Number);
  }
}
