import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clockAt } from '../../src/clock.js';
import { DatabaseError, openDatabase } from '../../src/store/database.js';
import { StoredLongTexts } from '../../src/store/long-texts.js';
import { MIGRATIONS, type MigrationSteps, SQLITE } from '../../src/store/migrations.js';
import { Notes } from '../../src/store/notes.js';
import { Store } from '../../src/store/store.js';

describe('the database', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dateline-store-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('is made where there is none, folder and all', async () => {
    const { db } = await openDatabase({ dataDir: join(dataDir, 'deep', 'data') });
    await db.destroy();
    expect((await stat(join(dataDir, 'deep', 'data', 'dateline.db'))).isFile()).toBe(true);
  });

  it('keeps what was stored over a restart', async () => {
    const { db: first } = await openDatabase({ dataDir });
    const key = await new StoredLongTexts(first, clockAt('2016-04-08')).put('a very long question');
    await first.destroy();
    const { db: second } = await openDatabase({ dataDir });
    const texts = new StoredLongTexts(second, clockAt('2016-04-08'));
    expect(await texts.get(key)).toBe('a very long question');
    expect(await texts.put('a very long question')).toBe(key);
    expect(await texts.get('no-such-key')).toBeNull();
    await second.destroy();
  });

  it('says that a damaged file is damaged, and leaves it as it was', async () => {
    const file = join(dataDir, 'dateline.db');
    const noise = 'this is no database, whatever its name says. '.repeat(100);
    await writeFile(file, noise);
    await expect(openDatabase({ dataDir })).rejects.toThrow(DatabaseError);
    await expect(openDatabase({ dataDir })).rejects.toThrow(/damaged/);
    expect(await readFile(file, 'utf8')).toBe(noise);
  });

  it('refuses a database from a newer version, and says what to do', async () => {
    const { db } = await openDatabase({ dataDir });
    await sql`INSERT INTO kysely_migration VALUES ('9999-of-the-future', '2030-01-01')`.execute(db);
    await db.destroy();
    await expect(openDatabase({ dataDir })).rejects.toThrow(/newer Dateline.*Update/);
  });

  it('takes no part of a migration that fails, and stays usable as it was', async () => {
    const first = { 'a-towns': ['CREATE TABLE towns (name TEXT)', "INSERT INTO towns VALUES ('Aldmere')"] };
    const adds = 'ALTER TABLE towns ADD COLUMN people INTEGER';
    const with2 =
      (...second: string[]): MigrationSteps =>
      () => ({ ...first, 'b-people': second });
    const columns = async (steps: MigrationSteps) => {
      const { db } = await openDatabase({ dataDir }, steps);
      const [row] = (await sql<object>`SELECT * FROM towns`.execute(db)).rows;
      await db.destroy();
      return Object.keys(row ?? {});
    };
    expect(await columns(() => first)).toEqual(['name']);
    await expect(columns(with2(adds, 'DROP TABLE no_such_table'))).rejects.toThrow(DatabaseError);
    expect(await columns(() => first)).toEqual(['name']);
    expect(await columns(with2(adds))).toEqual(['name', 'people']);
  });

  it('says what to check where the folder cannot be written', async () => {
    await writeFile(join(dataDir, 'file'), '');
    await expect(openDatabase({ dataDir: join(dataDir, 'file') })).rejects.toThrow(/DATA_DIR/);
  });

  it('says that a file was emptied, and does not take it for a new one', async () => {
    await (await openDatabase({ dataDir })).db.destroy();
    await writeFile(join(dataDir, 'dateline.db'), '');
    await expect(openDatabase({ dataDir })).rejects.toThrow(/empty file.*backup/);
    expect((await stat(join(dataDir, 'dateline.db'))).size).toBe(0);
  });

  it('is complete before it is moved into place, so that one that was cut off is started again', async () => {
    await writeFile(join(dataDir, 'dateline.db.new'), 'cut off');
    await (await openDatabase({ dataDir })).db.destroy();
    expect((await stat(join(dataDir, 'dateline.db'))).size).toBeGreaterThan(0);
    await expect(stat(join(dataDir, 'dateline.db.new'))).rejects.toThrow();
  });

  it('takes over a file of version 0.1 with all that is in it, and version 0.1 refuses it from then on', async () => {
    const file = new Database(join(dataDir, 'dateline.db'));
    file.exec(await readFile(new URL('release-0.1.sql', import.meta.url), 'utf8'));
    const tables = file
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[];
    const rowsOf = (database: Database.Database, table: string) =>
      database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all() as object[];
    const before = new Map(tables.map((table) => [table, rowsOf(file, table)]));
    file.close();
    const store = await Store.open({ dataDir }, clockAt('2026-11-01'));
    expect((await store.outbox.due(10)).map(({ mark }) => mark)).toEqual(['J-1YL8N8UJgg', 'Y3Mqec-T3HKE']);
    const delivered = await store.follows.add({
      guildId: '1',
      channelId: '10',
      userId: '7',
      direct: false,
      kind: 'words',
      subject: 'new',
      label: 'new',
    });
    expect(delivered.follow.id).toBe(4);
    await store.follows.remove(4);
    expect((await store.digests.of('1')).map(({ pingRole }) => pingRole)).toEqual([null, '56']);
    expect(await store.longTexts.get('c2vINKJ4iFOT')).toBe('a very long question');
    await store.close();
    const after = new Database(join(dataDir, 'dateline.db'));
    expect(tables).toHaveLength(14);
    for (const [table, rows] of before)
      if (table !== 'migrations' && table !== 'long_texts')
        expect(rowsOf(after, table)).toMatchObject(rows.map((row) => ({ ...row })));
    expect(rowsOf(after, 'migrations').at(-1)).toMatchObject({ version: 5 });
    after.close();
  });

  it('keeps the daily posts of a version before 0.1', async () => {
    const file = new Database(join(dataDir, 'dateline.db'));
    file.exec('CREATE TABLE migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)');
    const steps = Object.values(MIGRATIONS(SQLITE)).slice(0, 3);
    for (const [at, statements] of steps.entries()) {
      for (const statement of statements) file.exec(statement);
      file.exec(`INSERT INTO migrations VALUES (${at + 1}, '2026-01-01')`);
    }
    file.exec(
      "INSERT INTO digests VALUES ('1', '10', 'yesterday', 8, 'Europe/Oslo', '7', '2016-04-08', NULL)",
    );
    file.close();
    const store = await Store.open({ dataDir }, clockAt('2016-04-08'));
    expect(await store.digests.of('1')).toMatchObject([
      { minute: 480, weekday: null, timeZone: 'Europe/Oslo', lastPosted: '2016-04-08', silent: false },
    ]);
    await store.close();
  });

  it.skipIf(process.platform !== 'linux')('says at once that no folder can be made under /proc', async () => {
    await expect(openDatabase({ dataDir: '/proc/dateline/data' })).rejects.toThrow(/DATA_DIR/);
  });

  it('waits for another process that writes, without blocking, and writes on once that is done', async () => {
    const { db } = await openDatabase({ dataDir });
    const other = new Database(join(dataDir, 'dateline.db'));
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    setTimeout(() => other.exec('COMMIT'), 400);
    const notes = new Notes(db);
    await Promise.all([notes.set('a', 'b'), db.transaction().execute((tx) => new Notes(tx).set('c', 'd'))]);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(3);
    expect([await notes.get('a'), await notes.get('c')]).toEqual(['b', 'd']);
    await db.destroy();
    other.close();
  });
});
