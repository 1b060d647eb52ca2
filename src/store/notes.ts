import type { Client } from '@libsql/client';

/** Small things to remember under a name: when something last ran. */
export class Notes {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async get(name: string): Promise<string | null> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT value FROM notes WHERE name = ?',
      args: [name],
    });
    return rows[0] ? String(rows[0][0]) : null;
  }

  async set(name: string, value: string): Promise<void> {
    await this.#client.execute({
      sql: 'INSERT OR REPLACE INTO notes VALUES (?, ?)',
      args: [name, value],
    });
  }
}
