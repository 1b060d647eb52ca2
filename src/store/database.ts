import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Kysely, Migrator, sql } from 'kysely';
import { makeFolder } from '../make-folder.js';
import {
  asMigrations,
  COUNTED_BEFORE,
  type Dialect,
  MIGRATIONS,
  type MigrationSteps,
  POSTGRES,
  SQLITE,
} from './migrations.js';
import { PostgresServerDialect } from './postgres-dialect.js';
import { SqliteFileDialect } from './sqlite-dialect.js';
import type { Tables } from './tables.js';

/** Why a database can't be used, in a sentence for the operator. Nothing in it was changed. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** Where the database is: a file in the data folder, or a PostgreSQL server (`postgres://…`). */
export type DatabaseAddress = { readonly dataDir: string } | { readonly url: string };

/** An open database that is up to date. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

/**
 * Opens the database and brings it up to date; all migrations that are missing run in one transaction.
 *
 * @throws DatabaseError where it is damaged, emptied, made by a newer Dateline, or out of reach; it is then left as it was.
 */
export async function openDatabase(
  address: DatabaseAddress,
  migrations: MigrationSteps = MIGRATIONS,
): Promise<OpenDatabase> {
  if ('url' in address) return openServer(address.url, migrations);
  const file = join(address.dataDir, 'dateline.db');
  let db: Kysely<Tables> | null = null;
  try {
    await makeFolder(dirname(file));
    await makeWhole(file, migrations);
    db = new Kysely<Tables>({ dialect: new SqliteFileDialect(file) });
    // The write-ahead log survives a killed process, and readers don't wait for a writer.
    await sql`PRAGMA journal_mode = WAL`.execute(db);
    const check = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(db);
    if (check.rows[0]?.quick_check !== 'ok') throw damaged(file);
    await migrate(db, SQLITE, file, migrations);
    return { db, dialect: SQLITE };
  } catch (error) {
    await db?.destroy();
    throw explained(error, file, 'Check DATA_DIR, and that this user may write there.');
  }
}

async function openServer(url: string, migrations: MigrationSteps): Promise<OpenDatabase> {
  const where = withoutPassword(url);
  const db = new Kysely<Tables>({ dialect: new PostgresServerDialect(url) });
  try {
    await migrate(db, POSTGRES, where, migrations);
    return { db, dialect: POSTGRES };
  } catch (error) {
    await db.destroy();
    throw explained(error, where, 'Check DATABASE_URL, and that PostgreSQL runs and accepts this user.');
  }
}

function withoutPassword(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `postgres://${host}${pathname}`;
  } catch {
    return 'of DATABASE_URL';
  }
}

/**
 * Makes a new database beside its place and moves it there once it is whole: a file without anything in it is then never
 * one that was just begun.
 *
 * @throws DatabaseError where the file is there but empty: something emptied it.
 */
async function makeWhole(file: string, migrations: MigrationSteps): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === 0)
    throw new DatabaseError(
      `The database ${file} is an empty file: something has emptied it, and all follows and settings with it. ` +
        'Put a backup back, or delete the file to start with nothing.',
    );
  if (size !== null) return;
  const begun = `${file}.new`;
  for (const leftover of [begun, `${begun}-wal`, `${begun}-shm`]) await rm(leftover, { force: true });
  const db = new Kysely<Tables>({ dialect: new SqliteFileDialect(begun) });
  try {
    await migrate(db, SQLITE, file, migrations);
  } finally {
    await db.destroy();
  }
  await rename(begun, file);
}

async function migrate(
  db: Kysely<Tables>,
  dialect: Dialect,
  where: string,
  steps: MigrationSteps,
): Promise<void> {
  const migrations = asMigrations(steps(dialect));
  const names = Object.keys(migrations);
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const has = (table: string) => tables.some(({ name }) => name === table);
  if (has('kysely_migration')) {
    const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
    if (rows.some(({ name }) => !names.includes(name))) throw newer(where);
  } else if (dialect === SQLITE && has('migrations')) await takeOver(db, where, names);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/**
 * A file of version 0.1 counts its migrations in a table of its own. What it has is noted for Kysely's migrator; the old
 * count goes up, too, so that version 0.1 refuses the file instead of working on it.
 */
async function takeOver(db: Kysely<Tables>, where: string, names: readonly string[]): Promise<void> {
  const counted = await sql<{ version: number }>`SELECT MAX(version) AS version FROM migrations`.execute(db);
  const version = Number(counted.rows[0]?.version ?? 0);
  if (version > COUNTED_BEFORE) throw newer(where);
  const at = new Date().toISOString();
  await db.transaction().execute(async (tx) => {
    await sql`CREATE TABLE kysely_migration
      (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL)`.execute(tx);
    for (const name of names.slice(0, version))
      await sql`INSERT INTO kysely_migration (name, timestamp) VALUES (${name}, ${at})`.execute(tx);
    await sql`INSERT INTO migrations (version, applied_at) VALUES (${COUNTED_BEFORE + 1}, ${at})`.execute(tx);
  });
}

function newer(where: string): DatabaseError {
  return new DatabaseError(
    `The database ${where} was made by a newer Dateline. ` +
      'Update Dateline, or set DATA_DIR (or DATABASE_URL) to another place. Nothing was changed.',
  );
}

function damaged(where: string): DatabaseError {
  return new DatabaseError(
    `The database ${where} is damaged and was left as it is. Put a copy of it back, or move it away to start with an empty one.`,
  );
}

function explained(error: unknown, where: string, check: string): Error {
  if (error instanceof DatabaseError) return error;
  const { code = '' } = error as { code?: string };
  if (/NOTADB|CORRUPT/.test(code) || /malformed|not a database/i.test(String(error))) return damaged(where);
  const cause = error instanceof Error ? error.message || code : String(error);
  return new DatabaseError(`The database ${where} can't be opened (${cause}). ${check}`, { cause: error });
}
