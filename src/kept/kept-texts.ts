import { bytesOf, numbersIn, type Sections } from './kept-file.js';

/** Characters up to this one take a byte. */
const ONE_BYTE = /^[\0-\xff]*$/;
/** The end of a text in its bytes, with this bit set where its characters take two bytes each. */
const WIDE = 0x80000000;
const LARGEST = 0x7fffffff;

/** Texts to keep, each once, with a number each. */
export class TextsToKeep {
  readonly #numbers = new Map<string, number>();
  readonly #ends: number[] = [];
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** The number of a text, from 0 in the order they first came. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#ends.length;
    this.#numbers.set(text, number);
    const wide = !ONE_BYTE.test(text);
    const end = this.#length + (wide ? 2 * text.length : text.length);
    if (end > LARGEST) throw new RangeError('more text than can be kept');
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * end);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#bytes.write(text, this.#length, wide ? 'utf16le' : 'latin1');
    this.#length = end;
    this.#ends.push(wide ? end + WIDE : end);
    return number;
  }

  /** The sections of a file, their names beginning with one. */
  sections(name: string): Sections {
    return {
      [`${name}.ends`]: bytesOf(Uint32Array.from(this.#ends)),
      [`${name}.bytes`]: this.#bytes.subarray(0, this.#length),
    };
  }
}

/** Texts that were kept, by their numbers; each is made when it is first asked for. */
export class KeptTexts {
  readonly #ends: Uint32Array;
  readonly #bytes: Buffer;
  readonly #made: (string | undefined)[];

  constructor(sections: Sections, name: string) {
    this.#ends = numbersIn(sections, `${name}.ends`);
    const bytes = sections[`${name}.bytes`] ?? new Uint8Array(0);
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#made = new Array(this.#ends.length);
  }

  get count(): number {
    return this.#ends.length;
  }

  /** @throws RangeError where there is none of a number */
  text(number: number): string {
    const made = this.#made[number];
    if (made !== undefined) return made;
    const end = this.#ends[number];
    if (end === undefined) throw new RangeError(`no text ${number} is kept`);
    const begin = (this.#ends[number - 1] ?? 0) & LARGEST;
    const text = this.#bytes.toString(end >= WIDE ? 'utf16le' : 'latin1', begin, end & LARGEST);
    this.#made[number] = text;
    return text;
  }
}
