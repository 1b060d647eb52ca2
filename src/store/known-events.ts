import type { Client } from '@libsql/client';

/** Ids asked for in one statement. */
const AT_ONCE = 400;

/**
 * The events that were there before, by id: what tells a new event from an old one, between two runs as well. Empty
 * until the first reading is noted, which makes nothing new.
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

  /** Those of the ids that are not known yet, in the order given. */
  async newAmong(ids: readonly string[]): Promise<string[]> {
    const known = new Set<string>();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      const { rows } = await this.#client.execute({
        sql: `SELECT event_id FROM known_events WHERE event_id IN (${some.map(() => '?').join(',')})`,
        args: some,
      });
      for (const row of rows) known.add(String(row[0]));
    }
    return ids.filter((id) => !known.has(id));
  }

  /** Notes ids as known, without telling anybody. For the first reading of a folder. */
  async note(ids: readonly string[]): Promise<void> {
    await this.#client.batch(noteStatements(ids), 'write');
  }
}

/** The statements that note ids as known; for a transaction that does more. */
export function noteStatements(ids: readonly string[]): { sql: string; args: string[] }[] {
  const statements: { sql: string; args: string[] }[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const sql = `INSERT OR IGNORE INTO known_events VALUES ${some.map(() => '(?)').join(',')}`;
    statements.push({ sql, args: some });
  }
  return statements;
}
