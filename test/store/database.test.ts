import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clockAt } from '../../src/clock.js';
import { DatabaseError, openDatabase } from '../../src/store/database.js';
import { Digests } from '../../src/store/digests.js';
import { StoredLongTexts } from '../../src/store/long-texts.js';
import { MIGRATIONS } from '../../src/store/migrations.js';

describe('the database', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dateline-store-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('is made where there is none, folder and all', async () => {
    const client = await openDatabase({ dataDir: join(dataDir, 'deep', 'data') });
    client.close();
    expect((await stat(join(dataDir, 'deep', 'data', 'dateline.db'))).isFile()).toBe(true);
  });

  it('keeps what was stored over a restart', async () => {
    const first = await openDatabase({ dataDir });
    const key = await new StoredLongTexts(first, clockAt('2016-04-08')).put('a very long question');
    first.close();
    const second = await openDatabase({ dataDir });
    const texts = new StoredLongTexts(second, clockAt('2016-04-08'));
    expect(await texts.get(key)).toBe('a very long question');
    expect(await texts.put('a very long question')).toBe(key);
    expect(await texts.get('no-such-key')).toBeNull();
    second.close();
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
    const client = await openDatabase({ dataDir });
    await client.execute("INSERT INTO migrations VALUES (999, '2030-01-01')");
    client.close();
    await expect(openDatabase({ dataDir })).rejects.toThrow(/newer Dateline.*Update/);
  });

  it('takes no part of a migration that fails, and stays usable as it was', async () => {
    const first = ['CREATE TABLE towns (name TEXT)', "INSERT INTO towns VALUES ('Aldmere')"];
    (await openDatabase({ dataDir }, [first])).close();
    const failing = ['ALTER TABLE towns ADD COLUMN people INTEGER', 'DROP TABLE no_such_table'];
    await expect(openDatabase({ dataDir }, [first, failing])).rejects.toThrow(DatabaseError);
    const again = await openDatabase({ dataDir }, [first]);
    expect((await again.execute('SELECT * FROM towns')).columns).toEqual(['name']);
    again.close();
    const mended = await openDatabase({ dataDir }, [first, failing.slice(0, 1)]);
    expect((await mended.execute('SELECT * FROM towns')).columns).toEqual(['name', 'people']);
    mended.close();
  });

  it('says what to check where the folder cannot be written', async () => {
    await writeFile(join(dataDir, 'file'), '');
    await expect(openDatabase({ dataDir: join(dataDir, 'file') })).rejects.toThrow(/DATA_DIR/);
  });

  it('says that a file was emptied, and does not take it for a new one', async () => {
    (await openDatabase({ dataDir })).close();
    await writeFile(join(dataDir, 'dateline.db'), '');
    await expect(openDatabase({ dataDir })).rejects.toThrow(/empty file.*backup/);
    expect((await stat(join(dataDir, 'dateline.db'))).size).toBe(0);
  });

  it('is complete before it is moved into place, so that one that was cut off is started again', async () => {
    await writeFile(join(dataDir, 'dateline.db.new'), 'cut off');
    (await openDatabase({ dataDir })).close();
    expect((await stat(join(dataDir, 'dateline.db'))).size).toBeGreaterThan(0);
    await expect(stat(join(dataDir, 'dateline.db.new'))).rejects.toThrow();
  });

  it('keeps the daily posts of an older version', async () => {
    const old = await openDatabase({ dataDir }, MIGRATIONS.slice(0, 3));
    await old.execute(
      "INSERT INTO digests VALUES ('1', '10', 'yesterday', 8, 'Europe/Oslo', '7', '2016-04-08', NULL)",
    );
    old.close();
    const client = await openDatabase({ dataDir });
    expect(await new Digests(client).of('1')).toMatchObject([
      { minute: 480, weekday: null, timeZone: 'Europe/Oslo', lastPosted: '2016-04-08', silent: false },
    ]);
    client.close();
  });

  it.skipIf(process.platform !== 'linux')('says at once that no folder can be made under /proc', async () => {
    await expect(openDatabase({ dataDir: '/proc/dateline/data' })).rejects.toThrow(/DATA_DIR/);
  });

  it('waits for another process that writes, without blocking, and writes on once that is done', async () => {
    const client = await openDatabase({ dataDir });
    const other = createClient({ url: `file:${join(dataDir, 'dateline.db')}` });
    const lock = await other.transaction('write');
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    setTimeout(() => lock.close(), 400);
    const insert = { sql: "INSERT INTO notes VALUES ('a', 'b')", args: [] };
    await client.batch([insert], 'write');
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(3);
    expect((await client.execute('SELECT * FROM notes')).rows).toHaveLength(1);
    client.close();
    other.close();
  });
});
