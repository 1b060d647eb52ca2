import { setImmediate } from 'node:timers/promises';
import type { Client } from '@libsql/client';

/** Ids or paths in one statement. */
const AT_ONCE = 400;

/** An event as the store names it: its id, and its path for when its wording, and with it the id, was mended since. */
export interface EventRef {
  readonly id: string;
  readonly path: string;
}

/**
 * The events that were there before: they distinguish a new event from an old one, between two runs as well. One under a known
 * path is an old one whose wording was mended; one with a known id an old one that was moved. Empty until the first
 * reading is noted, which makes nothing new.
 */
export class KnownEvents {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Whether anything was ever noted. */
  async any(): Promise<boolean> {
    const { rows } = await this.#client.execute('SELECT 1 FROM known_events LIMIT 1');
    return rows.length > 0;
  }

  /** Those of the events that are not known yet, and those that are but under another wording or path; in order. */
  async sift<T extends EventRef>(events: readonly T[]): Promise<{ added: T[]; changed: T[] }> {
    const ids = await this.#known(
      'SELECT event_id FROM known_events WHERE event_id',
      events.map(({ id }) => id),
    );
    const paths = await this.#known(
      'SELECT path FROM known_paths WHERE path',
      events.map(({ path }) => path),
    );
    return {
      added: events.filter(({ id, path }) => !ids.has(id) && !paths.has(path)),
      changed: events.filter(({ id, path }) => ids.has(id) !== paths.has(path)),
    };
  }

  /** Notes events as known, without telling anybody. For the first reading of a folder. */
  async note(events: readonly EventRef[]): Promise<void> {
    if (events.length > 0) await this.#client.batch(noteStatements(events), 'write');
  }

  /** Forgets paths whose files went: what comes there later is another event. */
  async forget(paths: readonly string[]): Promise<void> {
    const statements = pieces(paths).map((some) => ({
      sql: `DELETE FROM known_paths WHERE path IN (${some.map(() => '?').join(',')})`,
      args: some,
    }));
    if (statements.length > 0) await this.#client.batch(statements, 'write');
  }

  async #known(select: string, keys: readonly string[]): Promise<Set<string>> {
    const known = new Set<string>();
    for (const args of pieces(keys)) {
      const { rows } = await this.#client.execute({
        sql: `${select} IN (${args.map(() => '?').join(',')})`,
        args,
      });
      for (const row of rows) known.add(String(row[0]));
      await setImmediate();
    }
    return known;
  }
}

/** The statements that note events as known; for a transaction that does more. */
export function noteStatements(events: readonly EventRef[]): { sql: string; args: string[] }[] {
  const into = (table: string, keys: readonly string[]) =>
    pieces(keys).map((args) => ({
      sql: `INSERT OR IGNORE INTO ${table} VALUES ${args.map(() => '(?)').join(',')}`,
      args,
    }));
  return [
    ...into(
      'known_events',
      events.map(({ id }) => id),
    ),
    ...into(
      'known_paths',
      events.map(({ path }) => path),
    ),
  ];
}

function pieces(keys: readonly string[]): string[][] {
  const count = Math.ceil(keys.length / AT_ONCE);
  return Array.from({ length: count }, (_, i) => keys.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}
