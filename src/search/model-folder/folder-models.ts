import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { codeOf } from '../../events/content-files.js';
import { RequestWorker } from '../encode/request-worker.js';
import {
  type FolderModel,
  type FolderModels,
  ModelFolderError,
  ROLES,
  type Role,
  type SpanReading,
} from './folder-reading.js';

/** What the thread is asked. */
export type FolderRequest =
  | { readonly kind: 'encode'; readonly texts: readonly string[] }
  | { readonly kind: 'score'; readonly question: string; readonly texts: readonly string[] }
  | { readonly kind: 'read'; readonly question: string; readonly text: string };

/**
 * Opens the models in a folder: `encoder/`, `cross-encoder/` and `reader/`, each with model.onnx and tokenizer.json; some of
 * them may be missing. All of them are run once, so that what can't be used is known now.
 *
 * @throws ModelFolderError with a sentence for the operator.
 */
export async function openModelFolder(folder: string): Promise<FolderModels> {
  const roles = await rolesIn(folder);
  const models = await Promise.all(roles.map((role) => described(folder, role)));
  const { resolve } = createRequire(import.meta.url);
  const opened = new OpenFolder(models, new RequestWorker(resolve('#folder-worker'), { folder, roles }));
  try {
    await opened.encode(['A first text.']);
    await opened.score('What is this?', ['A first text.']);
    await opened.read('What is this?', 'A first text.');
    return opened;
  } catch (error) {
    await opened.close();
    const why = error instanceof Error ? error.message : String(error);
    throw new ModelFolderError(
      `The models in MODEL_DIR (${folder}) can’t be used: ${why}. docs/models.md says what belongs there.`,
    );
  }
}

/** The roles a folder has models for. */
async function rolesIn(folder: string): Promise<Role[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new ModelFolderError(
      `MODEL_DIR (${folder}) can’t be read (${codeOf(error)}). Check the path, or leave it unset.`,
    );
  }
  const roles = ROLES.filter((role) => names.includes(role));
  if (roles.length > 0) return roles;
  throw new ModelFolderError(
    `MODEL_DIR (${folder}) has none of the folders ${ROLES.join(', ')}. docs/models.md says what belongs there.`,
  );
}

async function described(folder: string, role: Role): Promise<FolderModel> {
  const file = join(folder, role, 'model.onnx');
  try {
    const [{ size }, weights] = await Promise.all([stat(file), readFile(file)]);
    return { role, file, bytes: size, id: createHash('sha256').update(weights).digest('hex').slice(0, 16) };
  } catch (error) {
    throw new ModelFolderError(
      `${file} can’t be read (${codeOf(error)}). docs/models.md says what belongs there.`,
    );
  }
}

class OpenFolder implements FolderModels {
  readonly models: readonly FolderModel[];
  readonly #worker: RequestWorker<FolderRequest>;

  constructor(models: readonly FolderModel[], worker: RequestWorker<FolderRequest>) {
    this.models = models;
    this.#worker = worker;
  }

  async encode(texts: readonly string[]): Promise<Float32Array[] | null> {
    return (await this.#worker.ask({ kind: 'encode', texts })) as Float32Array[] | null;
  }

  async score(question: string, texts: readonly string[]): Promise<number[] | null> {
    return (await this.#worker.ask({ kind: 'score', question, texts })) as number[] | null;
  }

  async read(question: string, text: string): Promise<SpanReading | null> {
    return (await this.#worker.ask({ kind: 'read', question, text })) as SpanReading | null;
  }

  close(): Promise<void> {
    return this.#worker.close();
  }
}
