/** The thread that the operator's models run in. Bundled to dist/folder-worker.js by the build. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerRequests } from '../encode/answer-requests.js';
import { FolderHost } from './folder-host.js';
import type { FolderRequest } from './folder-models.js';

const { folder, roles } = workerData;
answerRequests<FolderHost, FolderRequest>(parentPort, FolderHost.open(folder, roles), (host, request) => {
  if (request.kind === 'encode') return host.encode(request.texts);
  if (request.kind === 'score') return host.score(request.question, request.texts);
  return host.read(request.question, request.text);
});
