import type { Concept } from '../concept.js';
import type { EventIndex } from '../event-index.js';
import type { WordVectors } from './word-vectors.js';

/** What a question means: its words that carry it, and their meaning all together. */
export interface QuestionMeaning {
  readonly words: readonly {
    readonly row: number;
    readonly weight: number;
    /** Which of the question's concepts it is. */
    readonly concept: number;
  }[];
  readonly sum: Int8Array;
}

/** What a question's words mean; words of asking and words nothing is known of are left out. */
export function meaningOf(
  concepts: readonly Concept[],
  index: EventIndex,
  vectors: WordVectors,
): QuestionMeaning {
  const words = concepts.flatMap(({ asking, word, id }, concept) => {
    const row = asking ? undefined : vectors.row(word);
    return row === undefined ? [] : [{ row, weight: index.rarity(id), concept }];
  });
  const sum = new Int8Array(vectors.dimensions);
  vectors.sum(
    words.map(({ row }) => row),
    sum,
  );
  return { words, sum };
}
