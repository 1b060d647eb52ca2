import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { RequestWorker } from './request-worker.js';
import type { EncodeKind, PairReading, TextModels } from './text-models.js';

/** What the thread is asked. */
export type ModelRequest =
  | { readonly kind: EncodeKind; readonly texts: readonly string[] }
  | { readonly kind: 'read'; readonly question: string; readonly events: readonly string[] };

/** The shipped models in a thread of their own, so that a run never keeps an acknowledgement waiting. */
export class WorkerModels implements TextModels {
  readonly encoderId: string;
  readonly #worker: RequestWorker<ModelRequest>;

  private constructor(worker: RequestWorker<ModelRequest>, encoderId: string) {
    this.#worker = worker;
    this.encoderId = encoderId;
  }

  /** Opens the models that the project ships. */
  static async open(): Promise<WorkerModels> {
    const { resolve } = createRequire(import.meta.url);
    const [encoder, reader] = [resolve('#models/encoder.onnx'), resolve('#models/reader.onnx')];
    const [vocabulary, weights] = await Promise.all([
      readFile(resolve('#models/encoder-vocab.txt'), 'utf8'),
      readFile(encoder),
    ]);
    const worker = new RequestWorker<ModelRequest>(resolve('#model-worker'), { vocabulary, encoder, reader });
    return new WorkerModels(worker, createHash('sha256').update(weights).digest('hex').slice(0, 16));
  }

  async encode(texts: readonly string[], kind: EncodeKind): Promise<(Float32Array | null)[]> {
    return (await this.#worker.ask({ kind, texts })) as (Float32Array | null)[];
  }

  async read(question: string, events: readonly string[]): Promise<PairReading[] | null> {
    return (await this.#worker.ask({ kind: 'read', question, events })) as PairReading[] | null;
  }

  close(): Promise<void> {
    return this.#worker.close();
  }
}
