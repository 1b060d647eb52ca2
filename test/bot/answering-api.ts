import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request a bot made. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** An HTTP server on loopback that answers as told and keeps what it was asked. */
export async function answeringApi(answer: (request: Request) => { status: number; body: unknown }) {
  const requests: Request[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    requests.push(request);
    const { status, body } = answer(request);
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

async function read(incoming: IncomingMessage): Promise<Request> {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  const path = new URL(incoming.url ?? '/', 'http://localhost').pathname.replace('/api/v10', '');
  return { method: incoming.method ?? '', path, body: text === '' ? null : JSON.parse(text) };
}
