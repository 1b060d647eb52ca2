import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role, SpanReading } from './folder-reading.js';
import { OnnxModel, type Output } from './onnx-model.js';
import { bestSpanOf } from './span-of-logits.js';
import { TextTokenizer } from './text-tokenizer.js';

/** Tokens of a text, and of a question with a text. */
const MOST_TOKENS = 256;
/** Texts run at one go. */
const BATCH = 8;

/** Outputs that each kind of model may have; one of them it must have. */
const OUTPUTS: Readonly<Record<Role, readonly string[]>> = {
  encoder: ['sentence_embedding', 'last_hidden_state', 'token_embeddings'],
  'cross-encoder': ['logits'],
  reader: ['start_logits'],
};

interface Opened {
  readonly model: OnnxModel;
  readonly tokenizer: TextTokenizer;
}

/** The models of a folder in this thread: runs block it. */
export class FolderHost {
  readonly #models: ReadonlyMap<Role, Opened>;

  private constructor(models: ReadonlyMap<Role, Opened>) {
    this.#models = models;
  }

  /** Opens the models of some roles. @throws Error that names the role whose files can't be used, and why. */
  static async open(folder: string, roles: readonly Role[]): Promise<FolderHost> {
    const models = new Map<Role, Opened>();
    for (const role of roles) {
      try {
        models.set(role, await openRole(join(folder, role), role));
      } catch (error) {
        throw new Error(`${role}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return new FolderHost(models);
  }

  async encode(texts: readonly string[]): Promise<Float32Array[] | null> {
    const opened = this.#models.get('encoder');
    if (!opened) return null;
    return this.#batches(texts, async (batch) => {
      const rows = batch.map((text) => opened.tokenizer.row(text, null, MOST_TOKENS));
      const outputs = await opened.model.run(rows, opened.tokenizer);
      const name = OUTPUTS.encoder.find((output) => outputs[output] !== undefined) ?? '';
      return rows.map((row, i) => unit(pooled(outputs[name], i, row.ids.length)));
    });
  }

  async score(question: string, texts: readonly string[]): Promise<number[] | null> {
    const opened = this.#models.get('cross-encoder');
    if (!opened) return null;
    return this.#batches(texts, async (batch) => {
      const rows = batch.map((text) => opened.tokenizer.row(question, text, MOST_TOKENS));
      const { logits } = await opened.model.run(rows, opened.tokenizer);
      const width = logits?.dims[1] ?? 1;
      // With two classes the second is "relevant".
      const of = (row: number, at: number) => logits?.data[row * width + at] ?? 0;
      return rows.map((_, i) => (width === 1 ? of(i, 0) : of(i, 1) - of(i, 0)));
    });
  }

  async read(question: string, text: string): Promise<SpanReading | null> {
    const opened = this.#models.get('reader');
    if (!opened) return null;
    const { tokenizer, model } = opened;
    const row = tokenizer.row(question, text, MOST_TOKENS);
    const words = tokenizer.words(text);
    const first =
      words && placeOf(row.ids, tokenizer.bare(text), tokenizer.row(question, null, MOST_TOKENS).ids.length);
    if (!words || first === null) return null;
    const { start_logits: starts, end_logits: ends } = await model.run([row], tokenizer);
    return starts && ends ? bestSpanOf(text, words, first, starts.data, ends.data) : null;
  }

  async #batches<T>(texts: readonly string[], run: (batch: readonly string[]) => Promise<T[]>): Promise<T[]> {
    const all: T[] = [];
    for (let at = 0; at < texts.length; at += BATCH) all.push(...(await run(texts.slice(at, at + BATCH))));
    return all;
  }
}

async function openRole(folder: string, role: Role): Promise<Opened> {
  const json = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8')) as object;
  const config = await json('tokenizer_config.json').catch(() => ({}));
  const tokenizer = new TextTokenizer(await json('tokenizer.json'), config);
  const model = await OnnxModel.open(join(folder, 'model.onnx'));
  if (!OUTPUTS[role].some((output) => model.outputs.includes(output)))
    throw new Error(`its outputs are ${model.outputs.join(', ')}, none of ${OUTPUTS[role].join(', ')}`);
  return { model, tokenizer };
}

/** Where the tokens of a text begin behind those of a question: some models put one mark between them, some two. */
function placeOf(ids: readonly number[], text: readonly number[], after: number): number | null {
  const found = [after, after + 1].find(
    (at) => ids[at] === text[0] && ids[at + 1] === (text[1] ?? ids.at(-1)),
  );
  return found ?? null;
}

/** A row of an output as one vector: the mean over its tokens where there is one for each. */
function pooled(output: Output | undefined, row: number, tokens: number): Float32Array {
  if (!output) return new Float32Array(0);
  const width = output.dims.at(-1) ?? 0;
  if (output.dims.length === 2) return output.data.slice(row * width, (row + 1) * width);
  const length = output.dims[1] ?? 0;
  const mean = new Float32Array(width);
  for (let i = 0; i < tokens; i++)
    for (let d = 0; d < width; d++)
      mean[d] = (mean[d] ?? 0) + (output.data[(row * length + i) * width + d] ?? 0) / tokens;
  return mean;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((part) => part / length);
}
