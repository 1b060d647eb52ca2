import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import Database from 'libsql';
import { isBusy } from '../sqlite-busy.js';

/** How long a statement waits for another process that writes, in milliseconds. */
const PATIENCE_MS = 5_000;
/** How long each attempt blocks the whole process, in milliseconds: a locked database must not stop anything else. */
const ATTEMPT_MS = 20;
const PAUSE_MS = 80;

/**
 * A database file, for Kysely. Three things differ from Kysely's own dialect: while another process writes, a statement
 * waits without blocking this process; a transaction takes the write lock at its beginning, so that none fails half-way;
 * and migrations run in a transaction, which SQLite supports.
 */
export class SqliteFileDialect extends SqliteDialect {
  readonly #file: SqliteFile;

  constructor(path: string) {
    const file = new SqliteFile(path);
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#file);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** An open file that can be opened again. */
class SqliteFile {
  readonly #path: string;
  #database: Database.Database;

  constructor(path: string) {
    this.#path = path;
    this.#database = new Database(path, { timeout: ATTEMPT_MS });
  }

  prepare(sql: string) {
    const statement = this.#database.prepare(sql);
    return {
      reader: statement.reader,
      all: (parameters: readonly unknown[]) => statement.all(...parameters),
      run: (parameters: readonly unknown[]) => statement.run(...parameters),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters),
    };
  }

  /** A connection that was refused once keeps its statement unfinished and could commit nothing any more. */
  reopen(): void {
    this.#database.close();
    this.#database = new Database(this.#path, { timeout: ATTEMPT_MS });
  }

  close(): void {
    this.#database.close();
  }
}

class PatientDriver extends SqliteDriver {
  readonly #file: SqliteFile;
  #connection: { readonly plain: DatabaseConnection; readonly patient: DatabaseConnection } | null = null;

  constructor(file: SqliteFile) {
    super({ database: file });
    this.#file = file;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const plain = await super.acquireConnection();
    this.#connection ??= { plain, patient: patientConnection(plain, this.#file) };
    return this.#connection.patient;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Once a transaction has begun, its statements are never refused: it has the write lock. */
function patientConnection(plain: DatabaseConnection, file: SqliteFile): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery) {
      const until = performance.now() + PATIENCE_MS;
      for (;;) {
        try {
          return await plain.executeQuery<R>(query);
        } catch (error) {
          if (!isBusy(error)) throw error;
          file.reopen();
          if (performance.now() > until) throw error;
          await setTimeout(PAUSE_MS * (0.5 + Math.random()));
        }
      }
    },
    streamQuery: (query, size) => plain.streamQuery(query, size),
  };
}
