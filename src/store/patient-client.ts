import { setTimeout } from 'node:timers/promises';
import { type Client, LibsqlError } from '@libsql/client';

/** How long a statement waits for another process that writes, in milliseconds. */
const PATIENCE_MS = 5_000;
/** How long each attempt blocks the whole process, in milliseconds: a locked database must not keep it from anything. */
export const ATTEMPT_MS = 20;
const PAUSE_MS = 80;

/**
 * A client of a database file that waits where another process writes, without blocking this one meanwhile.
 *
 * A connection that was refused once is opened again: libSQL leaves its statement unfinished, and no transaction of that
 * connection could be committed any more ("SQL statements in progress").
 *
 * @param client made with `timeout: ATTEMPT_MS`.
 */
export function patientClient(client: Client): Client {
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error)) throw error;
        await client.reconnect();
        if (performance.now() > until) throw error;
        await setTimeout(PAUSE_MS * (0.5 + Math.random()));
      }
    }
  };
  return new Proxy(client, {
    get(target, property) {
      const value = Reflect.get(target, property, target) as unknown;
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
      if (property !== 'execute' && property !== 'batch') return method;
      return (...args: unknown[]) => patiently(() => method(...args));
    },
  });
}

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && /BUSY|LOCKED/.test(`${error.code} ${error.message}`);
}
