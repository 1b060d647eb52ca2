import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TextModels } from './text-models.js';
import { VectorFile } from './vector-file.js';
import { WorkerModels } from './worker-models.js';

/** What the learned models need: themselves, and where vectors are looked up and kept. */
export interface EngineModels {
  readonly models: TextModels;
  /** Files of vectors that may be known already. */
  readonly known: readonly VectorFile[];
  /** The one of them that new vectors are added to. */
  readonly keep: VectorFile | null;
}

/**
 * Opens the models that the project ships, with the vectors of the shipped events.
 *
 * @param dataDir the folder to keep the vectors of other events in; without it they are computed at every start.
 */
export async function openModels(dataDir?: string): Promise<EngineModels> {
  const models = await WorkerModels.open();
  const shipped = await VectorFile.open(createRequire(import.meta.url).resolve('#shipped-vectors'));
  const keep =
    dataDir === undefined ? null : await VectorFile.open(join(dataDir, 'vectors', `${models.encoderId}.bin`));
  return { models, known: keep ? [shipped, keep] : [shipped], keep };
}
