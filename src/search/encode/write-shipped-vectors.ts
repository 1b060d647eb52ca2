import { readFile, rm, writeFile } from 'node:fs/promises';
import { EventLibrary } from '../../events/event-library.js';
import { VectorFile } from './vector-file.js';
import { VectorIndex } from './vector-index.js';
import { WorkerModels } from './worker-models.js';

/** Writes the vectors of a folder of events to a file, keeping those that are there of the same model. Run by the build. */
export async function writeShippedVectors(content: string, path: string): Promise<void> {
  const models = await WorkerModels.open();
  const madeBy = `${path}.model`;
  const model = await readFile(madeBy, 'utf8').catch(() => '');
  if (model !== models.encoderId) await rm(path, { force: true });
  const { events } = await EventLibrary.open(content);
  const file = await VectorFile.open(path);
  const index = new VectorIndex(models, [file], file);
  await index.put(events.entries());
  await index.ready();
  await writeFile(madeBy, models.encoderId);
  await models.close();
}
