import type { MessagePort } from 'node:worker_threads';
import type { RequestReply } from './request-worker.js';

/**
 * Answers the requests of a `RequestWorker` inside its thread, one at a time: a run uses the whole thread.
 *
 * @param host what answers them, once it is there.
 */
export function answerRequests<Host, Request extends object>(
  port: MessagePort | null,
  host: Promise<Host>,
  answer: (host: Host, request: Request) => Promise<unknown>,
): void {
  let last: Promise<unknown> = Promise.resolve();
  // If it fails to open, every request gets that error.
  host.catch(() => {});
  const reply = async (request: Request & { readonly id: number }): Promise<RequestReply> => {
    try {
      return { id: request.id, result: await answer(await host, request) };
    } catch (error) {
      return { id: request.id, error: error instanceof Error ? error.message : String(error) };
    }
  };
  port?.on('message', (request: (Request & { readonly id: number }) | null) => {
    if (request === null) {
      void last.then(() => host.catch(() => {})).then(() => port.close());
      return;
    }
    last = last.then(() => reply(request)).then((sent) => port.postMessage(sent));
  });
}
