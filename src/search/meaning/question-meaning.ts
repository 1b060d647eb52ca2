import type { Concept } from '../concept.js';
import type { WordVectors } from './word-vectors.js';

/** What a question's words mean all together, as `WordVectors.sum` makes it; words of asking are left out. */
export function meaningOf(concepts: readonly Concept[], vectors: WordVectors): Int8Array {
  const sum = new Int8Array(vectors.dimensions);
  vectors.sum(
    concepts.flatMap(({ asking, word }) => (asking ? [] : (vectors.row(word) ?? []))),
    sum,
  );
  return sum;
}
