import { bytesOf } from './kept-file.js';

/** Whole numbers below 2^32 to keep, in one growing array. */
export class NumbersToKeep {
  #numbers = new Uint32Array(1 << 12);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = number;
  }

  /** As a section of a file. */
  get bytes(): Uint8Array {
    return bytesOf(this.#numbers.subarray(0, this.#length));
  }
}
