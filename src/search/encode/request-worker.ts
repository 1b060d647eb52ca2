import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What comes back for a request. */
export type RequestReply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** A thread that answers requests; while none is open it keeps no process alive. */
export class RequestWorker<Request extends object> {
  readonly #worker: Worker;
  readonly #open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #next = 0;
  #closed = false;

  /** @param file the bundled thread, which calls `answerRequests`. */
  constructor(file: string, workerData: unknown) {
    this.#worker = new Worker(file, { workerData });
    this.#worker.on('message', (reply: RequestReply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the model worker has stopped')));
    this.#worker.unref();
  }

  ask(request: Request): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error('the models are closed'));
    const id = this.#next++;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...request });
    });
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

  #settle(reply: RequestReply): void {
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
