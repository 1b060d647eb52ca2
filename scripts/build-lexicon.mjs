// The files that the search reads compiled: WordNet, the thread the models run in, the vectors of the shipped events. Run by the
// build, and before tests and benchmarks, which run the search from its sources.
import { buildShippedVectors } from './build-shipped-vectors.mjs';
import { buildWordNet } from './build-wordnet.mjs';
import { buildWorker } from './build-worker.mjs';

/** Compiles those that are missing or were compiled from something else. */
export async function buildLexicon() {
  await buildWordNet();
  await buildWorker();
  await buildShippedVectors();
}

/** vitest asks for it under this name. */
export { buildLexicon as setup };
