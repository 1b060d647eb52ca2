import { setTimeout } from 'node:timers/promises';
import { type DatabaseConnection, type Driver, PostgresDialect, PostgresDriver } from 'kysely';
import pg from 'pg';

/** How long a restart of the server is waited for, in milliseconds. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 200;
/** A statement that takes longer has failed; so has a transaction whose process says nothing for so long. */
const STATEMENT_MS = 15_000;
const IDLE_TRANSACTION_MS = 10_000;
/** Connections a process opens at most. */
const CONNECTIONS = 8;
/** PostgreSQL's error codes for "shutting down", "starting up" and "too many connections". */
const NOT_NOW = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** A PostgreSQL server, for Kysely. A restart of the server is waited for, as far as nothing has been sent yet. */
export class PostgresServerDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  /** @param url `postgres://user:password@host:port/database`, with libpq's parameters, such as `?sslmode=require`. */
  constructor(url: string) {
    const pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: PATIENCE_MS,
      keepAlive: true,
      statement_timeout: STATEMENT_MS,
      query_timeout: STATEMENT_MS + PATIENCE_MS,
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
      application_name: 'dateline',
      types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
    });
    // Whoever uses a connection that breaks hears of it; an idle one is replaced.
    pool.on('error', () => undefined);
    // One that breaks between two statements of a transaction would end the process: the next statement fails instead.
    pool.on('connect', (client) => client.on('error', () => undefined));
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new PatientDriver({ pool: this.#pool });
  }
}

/** Moments and counts are 64 bits wide there, and always small enough for a number here. */
function parserOf(type: number, format?: 'text' | 'binary'): unknown {
  const { INT8, NUMERIC } = pg.types.builtins;
  return type === INT8 || type === NUMERIC ? Number : pg.types.getTypeParser(type, format as 'text');
}

class PatientDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await super.acquireConnection();
      } catch (error) {
        if (!NOT_NOW.has(String((error as { code?: unknown }).code)) || performance.now() > until)
          throw error;
        await setTimeout(PAUSE_MS * (0.5 + Math.random()));
      }
    }
  }
}
