import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Metrics } from './metrics.js';

/** What must be so for the bot to be of use. */
export interface Readiness {
  /** The gateway is connected. */
  readonly gateway: boolean;
  /** The events are read and indexed. */
  readonly index: boolean;
  /** The database can be written to. */
  readonly store: boolean;
}

/** Where others ask whether the bot is well. */
export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Thrown where the port can't be listened on. */
export class HealthPortTaken extends Error {
  override readonly name = 'HealthPortTaken';
}

/**
 * Serves `/healthz` (the process is alive), `/readyz` (it is of use: 200, or 503 with what is missing) and `/metrics` for
 * Prometheus.
 *
 * @param port 0 for any free one.
 * @throws HealthPortTaken
 */
export async function serveHealth(
  { host, port }: { readonly host: string; readonly port: number },
  readiness: () => Promise<Readiness>,
  metrics: Metrics,
): Promise<HealthServer> {
  const app = new Hono()
    .get('/healthz', (c) => c.text('alive\n'))
    .get('/readyz', async (c) => {
      const ready = await readiness();
      return c.json(ready, Object.values(ready).every(Boolean) ? 200 : 503);
    })
    .get('/metrics', async (c) => c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }));
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new HealthPortTaken(
          `HEALTH_PORT ${port} can't be listened on (${error.code ?? error.message}). Set it to another port, or leave it out.`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
