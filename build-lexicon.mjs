// The files that the search reads compiled: word vectors and definitions. Run by the build, and before tests and benchmarks,
// which run the search from its sources: a tokenizer that changed would miss the terms of the definitions as they were.
import { buildDefinitions } from './build-definitions.mjs';
import { buildWordVectors } from './build-word-vectors.mjs';

/** Compiles those that are missing or were compiled from something else. */
export async function buildLexicon() {
  await buildWordVectors('dist/word-vectors.bin');
  await buildDefinitions('dist/definitions.bin');
}

/** vitest asks for it under this name. */
export { buildLexicon as setup };
