/** The thread that the models run in. Bundled to dist/model-worker.js by the build. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerRequests } from './answer-requests.js';
import { ModelHost } from './model-host.js';
import type { ModelRequest } from './worker-models.js';

answerRequests<ModelHost, ModelRequest>(parentPort, ModelHost.open(workerData), (models, request) =>
  request.kind === 'read'
    ? models.read(request.question, request.events)
    : models.encode(request.texts, request.kind),
);
