import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '../../src/clock.js';
import { copyDatabase } from '../../src/store/copy-database.js';
import { type DatabaseAddress, openDatabase } from '../../src/store/database.js';
import { Store } from '../../src/store/store.js';
import { type RunningSystem, systems } from './databases.js';

const clock = clockAt('2016-04-08');
const running = new Map<string, RunningSystem>();
beforeAll(async () => {
  for (const { name, isThere, start } of systems) if (isThere) running.set(name, await start());
}, 60_000);
afterAll(async () => {
  for (const system of running.values()) await system.stop();
});
const fresh = async (name: string) => {
  const system = running.get(name);
  if (!system) throw new Error(`${name} is not there`);
  return system.fresh();
};

/** A database in which every table has something; the last follow has been removed again. */
async function fill(address: DatabaseAddress): Promise<void> {
  const store = await Store.open(address, clock);
  await store.belongTo('100200300400500600');
  const place = { guildId: '1', channelId: '10', userId: '7', direct: false };
  const follow = {
    ...place,
    kind: 'topic',
    subject: 'Rosetta',
    label: 'Rosetta',
    without: 'Philae, lander',
  } as const;
  await store.follows.add(follow);
  await store.follows.add({ ...follow, subject: 'Ceres', label: 'Ceres “dwarf” – 谷神星' });
  const events = Array.from({ length: 1203 }, (_, n) => ({
    id: `event-${n}`,
    path: `/news/2016/04/8/${n}.md`,
  }));
  await store.knownEvents.note(events);
  const [first, last] = await store.follows.all();
  const posted = events.slice(0, 2);
  await store.outbox.put(posted, [{ followId: first?.id ?? 0, events: posted }]);
  await store.follows.remove(last?.id ?? 0);
  await store.digests.set({
    guildId: '1',
    channelId: '10',
    kind: 'on-this-day',
    minute: 480,
    weekday: null,
    timeZone: 'Europe/Oslo',
    setBy: '7',
    lastPosted: '2016-04-07',
  });
  await store.longTexts.put('a very long question');
  await store.votes.cast({
    answer: '1',
    userId: '7',
    right: true,
    kind: 'day',
    probability: 90,
    eventId: 'event-1',
  });
  await store.notes.set('looked-at', '');
  await store.close();
  const { db } = await openDatabase(address);
  await sql`INSERT INTO threads (thread_id, guild_id, channel_id, story, event_id, created_at, claimed_by)
    VALUES ('5', '1', '10', 'topic:bridge', 'event-1', ${clock.now().getTime()}, 'a host that is gone')`.execute(
    db,
  );
  await sql`INSERT INTO talk VALUES ('10', '1', '["event-1"]', 1460073600000)`.execute(db);
  await sql`INSERT INTO refused_channels (channel_id, since) VALUES ('11', 1460073600000)`.execute(db);
  await sql`INSERT INTO absent_guilds VALUES ('2', 1460073600000)`.execute(db);
  await sql`INSERT INTO quiet_channels VALUES ('12', '1')`.execute(db);
  await sql`INSERT INTO notices (user_id, kind, channel_id, label, at)
    VALUES ('7', 'follow-ended', '11', 'Ceres', 1460073600000)`.execute(db);
  await sql`INSERT INTO leases VALUES ('import', 'a host that is gone')`.execute(db);
  await db.destroy();
}

/** All rows of all tables that are about more than the processes at work. */
async function all(address: DatabaseAddress): Promise<Record<string, unknown[]>> {
  const { db } = await openDatabase(address);
  const rows: Record<string, unknown[]> = {};
  for (const { name } of await db.introspection.getTables())
    if (!/^(hosts|leases|migrations|sqlite_.*)$/.test(name))
      rows[name] = (await sql<object>`SELECT * FROM ${sql.table(name)}`.execute(db)).rows
        .map((row) => JSON.stringify(Object.entries({ ...row, claimed_by: null }).sort()))
        .sort();
  await db.destroy();
  return rows;
}

async function copy(from: DatabaseAddress, to: DatabaseAddress) {
  const [source, target] = [await openDatabase(from), await openDatabase(to)];
  try {
    return await copyDatabase(source, target);
  } finally {
    await source.db.destroy();
    await target.db.destroy();
  }
}

const pairs = [
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
  ['SQLite', 'SQLite'],
] as const;
for (const [source, target] of pairs) {
  const isThere = systems.every(({ name, isThere }) => isThere || (name !== source && name !== target));
  describe.skipIf(!isThere)(`a copy from ${source} to ${target}`, () => {
    it('has every row of every table, and is nobody’s at work', async () => {
      const [from, to] = [await fresh(source), await fresh(target)];
      await fill(from);
      const before = await all(from);
      expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
      const copied = await copy(from, to);
      expect(await all(to)).toEqual(before);
      expect(await all(from)).toEqual(before);
      expect(copied).toMatchObject({ known_events: 1203, known_paths: 1203, follows: 1, outbox: 1 });
      const { db } = await openDatabase(to);
      expect(await db.selectFrom('threads').select('claimed_by').execute()).toEqual([{ claimed_by: null }]);
      expect(await db.selectFrom('leases').selectAll().execute()).toEqual([]);
      await db.destroy();
    });

    it('goes on where the original stopped: same bot, same numbers, nothing posted twice', async () => {
      const [from, to] = [await fresh(source), await fresh(target)];
      await fill(from);
      await copy(from, to);
      const store = await Store.open(to, clock);
      await store.belongTo('100200300400500600');
      await expect(store.belongTo('1')).rejects.toThrow(/belongs to another bot/);
      const known = await store.knownEvents.sift([{ id: 'event-7', path: '/news/2016/04/8/7.md' }]);
      expect(known.added).toEqual([]);
      const follow = { guildId: '1', channelId: '10', userId: '7', direct: false, kind: 'topic' } as const;
      await store.follows.add({ ...follow, subject: 'Vesta', label: 'Vesta' });
      // The number of the follow that was removed is not given again: buttons in old messages name it.
      expect((await store.follows.all()).map(({ id }) => id)).toEqual([1, 3]);
      expect(await store.outbox.waiting()).toMatchObject({ count: 1 });
      await store.close();
    });

    it('is refused where the target has something, and changes nothing', async () => {
      const [from, to] = [await fresh(source), await fresh(target)];
      await fill(from);
      const store = await Store.open(to, clock);
      await store.notes.set('application', '1');
      await store.close();
      const before = await all(to);
      await expect(copy(from, to)).rejects.toThrow(/isn't empty/);
      expect(await all(to)).toEqual(before);
    });
  });
}

describe.skipIf(!systems.every(({ isThere }) => isThere))('a PostgreSQL that a bot uses', () => {
  it('is not copied into while the bot runs', async () => {
    const [from, to] = [await fresh('SQLite'), await fresh('PostgreSQL')];
    await fill(from);
    const bot = await Store.open(to, clock);
    await expect(copy(from, to)).rejects.toThrow(/Stop it first/);
    await bot.close();
    expect((await copy(from, to)).follows).toBe(1);
  });
});
