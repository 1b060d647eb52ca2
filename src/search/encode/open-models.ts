import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openModelFolder } from '../model-folder/folder-models.js';
import { ModelFolderError } from '../model-folder/folder-reading.js';
import type { OpenedFolder } from '../model-folder/folder-support.js';
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
  /** The operator's own models, where there are some. */
  readonly folder?: OpenedFolder;
  /** A sentence about why the operator's models are not used. */
  readonly problem?: string;
}

/**
 * Opens the models that the project ships, with the vectors of the shipped events.
 *
 * @param dataDir the folder to keep the vectors of other events in; without it they are computed at every start.
 * @param modelDir a folder of more models (docs/models.md). Where they can't be used, the shipped ones are, and `problem` says why.
 */
export async function openModels(dataDir?: string, modelDir?: string): Promise<EngineModels> {
  const models = await WorkerModels.open();
  const shipped = await VectorFile.open(createRequire(import.meta.url).resolve('#shipped-vectors'));
  const vectorsOf = async (id: string) =>
    dataDir === undefined ? null : await VectorFile.open(join(dataDir, 'vectors', `${id}.bin`));
  const keep = await vectorsOf(models.encoderId);
  const own = { models, known: keep ? [shipped, keep] : [shipped], keep };
  if (modelDir === undefined) return own;
  try {
    const opened = await openModelFolder(modelDir);
    const encoder = opened.models.find(({ role }) => role === 'encoder');
    return { ...own, folder: { models: opened, keep: encoder ? await vectorsOf(encoder.id) : null } };
  } catch (error) {
    if (!(error instanceof ModelFolderError)) throw error;
    return { ...own, problem: `${error.message} The models that come with Dateline are used.` };
  }
}
