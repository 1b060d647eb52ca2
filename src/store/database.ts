import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Client, createClient, LibsqlError } from '@libsql/client';
import { makeFolder } from '../make-folder.js';
import { MIGRATIONS } from './migrations.js';
import { ATTEMPT_MS, patientClient } from './patient-client.js';

/** Why a database can't be used, in a sentence for the operator. Nothing in it was changed. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** Where the database is: a file in the data folder, or a libSQL server. */
export type DatabaseAddress =
  | { readonly dataDir: string }
  | { readonly url: string; readonly authToken?: string | undefined };

/**
 * Opens the database and brings it up to date, one migration after the other, each in a transaction.
 *
 * @throws DatabaseError where it is damaged, emptied, made by a newer Dateline, or out of reach; it is then left as it was.
 */
export async function openDatabase(
  address: DatabaseAddress,
  migrations: readonly (readonly string[])[] = MIGRATIONS,
): Promise<Client> {
  const file = 'dataDir' in address ? join(address.dataDir, 'dateline.db') : null;
  const where = file ?? ('url' in address ? address.url : '');
  let client: Client | null = null;
  try {
    if (file) {
      await makeFolder(dirname(file));
      await makeWhole(file, migrations);
    }
    client = createClient(
      'url' in address
        ? { url: address.url, ...(address.authToken ? { authToken: address.authToken } : {}) }
        : { url: `file:${file}`, timeout: ATTEMPT_MS },
    );
    if (file) {
      client = patientClient(client);
      // The write-ahead log survives a killed process, and readers don't wait for a writer.
      await client.execute('PRAGMA journal_mode = WAL');
      const check = await client.execute('PRAGMA quick_check(1)');
      if (check.rows[0]?.[0] !== 'ok') throw damaged(where);
    }
    await migrate(client, where, migrations);
    return client;
  } catch (error) {
    client?.close();
    throw explained(error, where);
  }
}

/**
 * Makes a new database beside its place and moves it there once it is whole: a file without anything in it is then never
 * one that was just begun.
 *
 * @throws DatabaseError where the file is there but empty: something emptied it.
 */
async function makeWhole(file: string, migrations: readonly (readonly string[])[]): Promise<void> {
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
  const client = createClient({ url: `file:${begun}` });
  try {
    await migrate(client, file, migrations);
  } finally {
    client.close();
  }
  await rename(begun, file);
}

async function migrate(
  client: Client,
  where: string,
  migrations: readonly (readonly string[])[],
): Promise<void> {
  await client.execute(
    'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)',
  );
  const { rows } = await client.execute('SELECT COALESCE(MAX(version), 0) FROM migrations');
  const version = Number(rows[0]?.[0]);
  if (version > migrations.length) {
    throw new DatabaseError(
      `The database ${where} was made by a newer Dateline (its version is ${version}, this one knows ${migrations.length}). ` +
        'Update Dateline, or set DATA_DIR to another folder. Nothing was changed.',
    );
  }
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue;
    const applied = 'INSERT INTO migrations (version, applied_at) VALUES (?, ?)';
    // A batch is one transaction: either the whole migration is applied, or none of it.
    await client.batch(
      [...statements, { sql: applied, args: [index + 1, new Date().toISOString()] }],
      'write',
    );
  }
}

function damaged(where: string): DatabaseError {
  return new DatabaseError(
    `The database ${where} is damaged and was left as it is. Put a copy of it back, or move it away to start with an empty one.`,
  );
}

function explained(error: unknown, where: string): Error {
  if (error instanceof DatabaseError) return error;
  const code = error instanceof LibsqlError ? error.code : '';
  if (/NOTADB|CORRUPT/.test(code) || /malformed|not a database/i.test(String(error))) return damaged(where);
  const cause = error instanceof Error ? error.message : String(error);
  return new DatabaseError(
    `The database ${where} can't be opened (${cause}). Check DATA_DIR or DATABASE_URL, and that this user may write there.`,
    { cause: error },
  );
}
