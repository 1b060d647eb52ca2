/** The thread that the models run in. Bundled to dist/model-worker.js by the build. */
import { parentPort, workerData } from 'node:worker_threads';
import { ModelHost } from './model-host.js';
import type { WorkerReply, WorkerRequest } from './worker-models.js';

const host = ModelHost.open(workerData);
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (request: WorkerRequest | null) => {
  if (request === null) {
    void last.then(() => host.catch(() => {})).then(() => parentPort?.close());
    return;
  }
  // One run at a time: the session uses the whole thread.
  last = last.then(() => answer(request)).then((reply) => parentPort?.postMessage(reply));
});

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  try {
    const models = await host;
    const result =
      request.kind === 'read'
        ? await models.read(request.question, request.events)
        : await models.encode(request.texts, request.kind);
    return { id: request.id, result };
  } catch (error) {
    return { id: request.id, error: String(error) };
  }
}
