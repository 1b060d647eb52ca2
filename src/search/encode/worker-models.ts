import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { EncodeKind, PairReading, TextModels } from './text-models.js';

export type WorkerRequest =
  | { readonly id: number; readonly kind: EncodeKind; readonly texts: readonly string[] }
  | {
      readonly id: number;
      readonly kind: 'read';
      readonly question: string;
      readonly events: readonly string[];
    };

export type WorkerReply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** The shipped models in a thread of their own, so that a run never keeps an acknowledgement waiting. */
export class WorkerModels implements TextModels {
  readonly encoderId: string;
  readonly #worker: Worker;
  readonly #open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #next = 0;
  #closed = false;

  private constructor(worker: Worker, encoderId: string) {
    this.#worker = worker;
    this.encoderId = encoderId;
    worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('the model worker has stopped')));
    // A worker that waits for work keeps no process alive.
    worker.unref();
  }

  /** Opens the models that the project ships. */
  static async open(): Promise<WorkerModels> {
    const { resolve } = createRequire(import.meta.url);
    const [encoder, reader] = [resolve('#models/encoder.onnx'), resolve('#models/reader.onnx')];
    const [vocabulary, weights] = await Promise.all([
      readFile(resolve('#models/encoder-vocab.txt'), 'utf8'),
      readFile(encoder),
    ]);
    const worker = new Worker(resolve('#model-worker'), { workerData: { vocabulary, encoder, reader } });
    return new WorkerModels(worker, createHash('sha256').update(weights).digest('hex').slice(0, 16));
  }

  async encode(texts: readonly string[], kind: EncodeKind): Promise<(Float32Array | null)[]> {
    return (await this.#ask({ kind, texts })) as (Float32Array | null)[];
  }

  async read(question: string, events: readonly string[]): Promise<PairReading[] | null> {
    return (await this.#ask({ kind: 'read', question, events })) as PairReading[] | null;
  }

  /** Ends the thread once it has done what it was asked. Ended in the middle of loading, the runtime would abort the process. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#worker.ref();
    const ended = once(this.#worker, 'exit');
    this.#worker.postMessage(null);
    await ended;
  }

  #ask(request: WithoutId<WorkerRequest>): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error('the models are closed'));
    const id = this.#next++;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...request });
    });
  }

  #settle(reply: WorkerReply): void {
    const waiting = this.#open.get(reply.id);
    this.#open.delete(reply.id);
    if (this.#open.size === 0) this.#worker.unref();
    if ('error' in reply) waiting?.reject(new Error(reply.error));
    else waiting?.resolve(reply.result);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }
}

type WithoutId<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;
