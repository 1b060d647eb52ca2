import type { TextModels } from '../encode/text-models.js';
import type { FolderModels } from './folder-reading.js';

/** Numbers of a vector as it is kept, whatever the model's own number. */
const KEPT = 256;

/**
 * The encoder of a folder in the form that vectors are kept in: projected at random to 256 numbers, which keeps cosines but for
 * a few hundredths (Johnson and Lindenstrauss 1984; Achlioptas 2003), and spreads what they say evenly over all of them.
 */
export class FolderEncoder implements TextModels {
  readonly encoderId: string;
  readonly #models: FolderModels;
  #signs: Int8Array | null = null;

  constructor(models: FolderModels, encoderId: string) {
    this.#models = models;
    this.encoderId = encoderId;
  }

  async encode(texts: readonly string[]): Promise<(Float32Array | null)[]> {
    const vectors = (await this.#models.encode(texts)) ?? [];
    return texts.map((_, i) => {
      const vector = vectors[i];
      return vector ? this.#projected(vector) : null;
    });
  }

  async read(): Promise<null> {
    return null;
  }

  /** The folder's models are closed with the folder. */
  async close(): Promise<void> {}

  #projected(vector: Float32Array): Float32Array {
    this.#signs ??= signs(vector.length * KEPT);
    const projected = new Float32Array(KEPT);
    for (let to = 0; to < KEPT; to++) {
      let sum = 0;
      for (let from = 0; from < vector.length; from++)
        sum += (vector[from] ?? 0) * (this.#signs[to * vector.length + from] ?? 0);
      projected[to] = sum;
    }
    const length = Math.hypot(...projected) || 1;
    return projected.map((part) => part / length);
  }
}

/** The number of signs, the same in every process: vectors are kept on disk. A linear congruential generator (Numerical Recipes). */
function signs(count: number): Int8Array {
  let state = 1;
  return Int8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state & 0x8000_0000 ? 1 : -1;
  });
}
