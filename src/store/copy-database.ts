import { type Kysely, sql } from 'kysely';
import { DatabaseError, type OpenDatabase } from './database.js';
import type { Db, Tables } from './tables.js';

/** Rows written at a time. */
const BATCH = 500;

type Table = keyof Tables;

/**
 * What is copied of each table; `claims` are left behind, since no host is at work on the copy. A table that rows of another refer
 * to comes before it.
 */
const PARTS: Readonly<Record<Table, 'rows' | 'numbered rows' | 'nothing'>> = {
  notes: 'rows',
  known_events: 'rows',
  known_paths: 'rows',
  follows: 'numbered rows',
  outbox: 'numbered rows',
  digests: 'numbered rows',
  notices: 'numbered rows',
  threads: 'rows',
  talk: 'rows',
  long_texts: 'rows',
  refused_channels: 'rows',
  absent_guilds: 'rows',
  quiet_channels: 'rows',
  votes: 'rows',
  // Processes and what they are at work on belong to the database they use.
  hosts: 'nothing',
  leases: 'nothing',
};
const COPIED = (Object.keys(PARTS) as Table[]).filter((table) => PARTS[table] !== 'nothing');

/** How many rows of each table were copied. */
export type CopiedRows = Readonly<Partial<Record<Table, number>>>;

/**
 * Copies all that one database remembers into another, empty one, in either direction between SQLite and PostgreSQL: in one
 * transaction, which ends only after the rows of both were counted and are the same. Numbers that rows were given stay, and
 * none that was ever given is given again. No bot may use either database meanwhile.
 *
 * @throws DatabaseError where the target has something, a process uses one of the two, or the counts differ; the target is then
 *   left as it was.
 */
export async function copyDatabase(from: OpenDatabase, to: OpenDatabase): Promise<CopiedRows> {
  for (const { db, dialect } of [from, to]) if (dialect.name === 'postgres') await nobodyUses(db);
  return to.db.transaction().execute(async (target) => {
    for (const table of COPIED) await mustBeEmpty(target, table);
    const copied: Partial<Record<Table, number>> = {};
    for (const table of COPIED) {
      await copyRows(from.db, target, table);
      if (PARTS[table] === 'numbered rows')
        await continueNumbers(target, to, table, await lastNumber(from, table));
      const [there, here] = [await count(from.db, table), await count(target, table)];
      if (there !== here)
        throw new DatabaseError(
          `The copy was given up: ${table} has ${there} rows, and ${here} arrived. Is a bot still using the database? Nothing was changed.`,
        );
      copied[table] = here;
    }
    return copied;
  });
}

async function nobodyUses(db: Kysely<Tables>): Promise<void> {
  const using = await db
    .selectFrom('hosts')
    .select('about')
    .where('until', '>', sql<number>`CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`)
    .execute();
  if (using.length === 0) return;
  throw new DatabaseError(
    `A bot uses the PostgreSQL database (${using.map(({ about }) => about).join('; ')}). Stop it first; ` +
      'one that was killed is gone after 20 seconds. Nothing was changed.',
  );
}

async function mustBeEmpty(db: Db, table: Table): Promise<void> {
  // A health check leaves a note without a meaning.
  const that = table === 'notes' ? sql`WHERE name <> 'looked-at'` : sql``;
  const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} ${that} LIMIT 1`.execute(db);
  if (rows.length === 0) return;
  throw new DatabaseError(
    `The database to copy into isn't empty: ${table} has rows, as after a bot's first start. ` +
      'Drop the database and make it again, or name another one. Nothing was changed.',
  );
}

async function copyRows(from: Kysely<Tables>, to: Db, table: Table): Promise<void> {
  if (table === 'notes') await to.deleteFrom('notes').execute();
  let batch: Record<string, unknown>[] = [];
  const write = async () => {
    if (batch.length > 0)
      await to
        .insertInto(table)
        .values(batch as never)
        .execute();
    batch = [];
  };
  for (const row of await from.selectFrom(table).selectAll().execute()) {
    batch.push('claimed_by' in row ? { ...row, claimed_by: null } : row);
    if (batch.length === BATCH) await write();
  }
  await write();
}

/** The highest number a row of a table ever had; 0 where it never had any. */
async function lastNumber({ db, dialect }: OpenDatabase, table: Table): Promise<number> {
  const given =
    dialect.name === 'sqlite'
      ? sql<{ last: number }>`SELECT seq AS last FROM sqlite_sequence WHERE name = ${table}`
      : sql<{
          last: number | null;
        }>`SELECT pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass) AS last`;
  const { rows } = await given.execute(db);
  return Number(rows[0]?.last ?? 0);
}

async function continueNumbers(db: Db, { dialect }: OpenDatabase, table: Table, last: number): Promise<void> {
  if (last === 0) return;
  if (dialect.name === 'postgres')
    await sql`SELECT setval(pg_get_serial_sequence(${table}, 'id'), ${last}::bigint)`.execute(db);
  else {
    await sql`DELETE FROM sqlite_sequence WHERE name = ${table}`.execute(db);
    await sql`INSERT INTO sqlite_sequence (name, seq) VALUES (${table}, ${last})`.execute(db);
  }
}

async function count(db: Db, table: Table): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT COUNT(*) AS count FROM ${sql.table(table)}`.execute(
    db,
  );
  return Number(rows[0]?.count);
}
