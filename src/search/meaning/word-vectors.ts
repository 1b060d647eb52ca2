import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { compiledParts, numberAt, WordLines } from '../lexicon/word-lines.js';

/** How much of its length a word keeps in a text's meaning: half at about this place in the order of frequency. */
const HALF_AT = 200;

/**
 * What words mean, as directions in a space: words used alike lie near one another, whether a dictionary ties them or not
 * ("romance" and "relationship"). GloVe vectors (Pennington, Socher and Manning, 2014) of the wink-embeddings package,
 * compiled by `build-word-vectors.mjs`: a line of JSON, the words sorted, each with its row, then the rows of bytes.
 */
export class WordVectors {
  readonly dimensions: number;
  readonly #text: Buffer;
  readonly #lines: WordLines;
  readonly #matrix: Int8Array;
  /** Where sums are made: one for all, since a start makes one for each event. */
  readonly #sum: Float32Array;

  private constructor(file: Buffer) {
    const { head, text, bytes } = compiledParts<{ readonly dimensions: number }>(file);
    this.dimensions = head.dimensions;
    this.#text = text;
    this.#lines = new WordLines(text);
    this.#matrix = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#sum = new Float32Array(head.dimensions);
  }

  /** How many words there are, each with a row. */
  get size(): number {
    return this.#matrix.length / this.dimensions;
  }

  /** Opens the file that the build leaves. */
  static async open(): Promise<WordVectors> {
    return new WordVectors(await readFile(createRequire(import.meta.url).resolve('#word-vectors')));
  }

  /** The row of a folded word, the most frequent word's first; undefined where nothing is known of it. */
  row(word: string): number | undefined {
    const at = this.#lines.after(word);
    return at < 0 ? undefined : numberAt(this.#text, at);
  }

  /** The most frequent words of the language, in no order. */
  frequentWords(count: number): string[] {
    return this.#text
      .toString('latin1')
      .split('\n')
      .flatMap((line) => {
        const [word = '', row] = line.split(' ');
        return row !== undefined && Number(row) < count ? [word] : [];
      });
  }

  /** How near two words are in meaning: the cosine of their vectors, about -1 to 1. */
  nearness(one: number, other: number): number {
    if (one === other) return 1;
    return (
      dot(this.#matrix, one * this.dimensions, this.#matrix, other * this.dimensions, this.dimensions) * UNIT
    );
  }

  /**
   * The meaning of a text: its words' vectors added up, frequent words kept short (Arora, Liang and Ma, "A Simple but
   * Tough-to-Beat Baseline for Sentence Embeddings", 2017), written into `target` at length 1 in the same bytes.
   */
  sum(rows: readonly number[], target: Int8Array): void {
    const { dimensions } = this;
    const sum = this.#sum.fill(0);
    for (const row of rows) {
      const weight = 1 / (1 + HALF_AT / (row + 1));
      const begin = row * dimensions;
      for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + weight * (this.#matrix[begin + i] ?? 0);
    }
    let square = 0;
    for (const part of sum) square += part * part;
    const factor = square === 0 ? 0 : SCALE / Math.sqrt(square);
    for (let i = 0; i < dimensions; i++)
      target[i] = Math.max(-127, Math.min(127, Math.round((sum[i] ?? 0) * factor)));
  }
}

/** A component of a vector of length 1 becomes a byte by this factor (see build-word-vectors.mjs). */
const SCALE = 300;
const UNIT = 1 / (SCALE * SCALE);

/** The product of two rows of bytes, four at a time. */
function dot(left: Int8Array, l: number, right: Int8Array, r: number, length: number): number {
  let a = 0;
  let b = 0;
  for (let i = 0; i < length; i += 4) {
    a +=
      (left[l + i] as number) * (right[r + i] as number) +
      (left[l + i + 1] as number) * (right[r + i + 1] as number);
    b +=
      (left[l + i + 2] as number) * (right[r + i + 2] as number) +
      (left[l + i + 3] as number) * (right[r + i + 3] as number);
  }
  return a + b;
}

/**
 * The cosine of two meanings made by `sum`, the second one of many in a row. The first dimensions tell the most: of these
 * alone it is a first guess.
 */
export function likenessOf(meaning: Int8Array, others: Int8Array, at: number): number {
  return dot(meaning, 0, others, at * meaning.length, meaning.length) * UNIT;
}
