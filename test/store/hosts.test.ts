import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../src/store/hosts.js';
import { SETTLE_MS } from '../../src/store/outbox.js';
import { Store } from '../../src/store/store.js';
import { NO_POSTGRES, type PostgresServer, postgresBin, query, startPostgres } from './postgres.js';

const ref = (id: string) => ({ id, path: `/${id}.md` });
const follow = (n: number) =>
  ({
    guildId: '1',
    channelId: String(n),
    userId: '7',
    direct: false,
    kind: 'topic',
    subject: 'Halden bridge affair',
    label: 'Halden bridge affair',
  }) as const;
const digest = {
  guildId: '1',
  channelId: '10',
  kind: 'yesterday',
  minute: 480,
  weekday: null,
  timeZone: 'Europe/Oslo',
  setBy: '7',
  lastPosted: null,
} as const;

it.skipIf(postgresBin !== null)(`hosts are not tested: ${NO_POSTGRES}`, (test) => test.skip());

describe.skipIf(postgresBin === null)('two hosts over one PostgreSQL', () => {
  let server: PostgresServer;
  let url: string;
  let one: Store;
  let two: Store;
  let now = Date.UTC(2016, 3, 8);
  const clock = { now: () => new Date(now) };
  /** The first host says nothing for longer than its lease; the second goes on. */
  const oneHangs = async () => {
    now += LEASE_MS + 1;
    await two.hosts.beat();
  };

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = await server.fresh();
    // They start together, as after an outage: both want to bring the database up to date.
    [one, two] = await Promise.all([
      Store.open({ url }, clock, { time: 'own' }),
      Store.open({ url }, clock, { time: 'own' }),
    ]);
  });
  afterEach(() => Promise.all([one.close(), two.close()]));

  /** Stores one parcel for each of a number of channels. */
  async function parcels(count: number): Promise<void> {
    for (let n = 0; n < count; n++) await one.follows.add(follow(n));
    const tellings = (await one.follows.all()).map(({ id }) => ({ followId: id, events: [ref('x')] }));
    await one.outbox.put([ref('x')], tellings, [ref('x')]);
    now += SETTLE_MS;
  }

  it('are given different parcels when they ask at the same time, and together all of them', async () => {
    await parcels(40);
    const shares = await Promise.all([one, two, one, two].map((host) => host.outbox.due(10)));
    const [mine, yours] = [shares[0], shares[1]];
    const inBoth = mine?.filter(({ id }) => yours?.some((other) => other.id === id));
    expect(inBoth).toEqual([]);
    const busy = (host: number) =>
      shares
        .filter((_, at) => at % 2 === host)
        .flat()
        .map((p) => p.channelId);
    const rest = [...(await one.outbox.due(40, busy(0))), ...(await two.outbox.due(40, busy(1)))];
    expect(new Set([...shares.flat(), ...rest].map(({ id }) => id)).size).toBe(40);
  });

  it('write to a channel one at a time', async () => {
    await parcels(1);
    await one.follows.add({ ...follow(0), subject: 'Tista' });
    await one.outbox.put([ref('y')], [{ followId: 2, events: [ref('y')] }]);
    now += SETTLE_MS;
    expect(await one.outbox.due(10)).toHaveLength(1);
    expect(await two.outbox.due(10)).toEqual([]);
    expect(await two.outbox.nextDue()).toBeNull();
  });

  it('take over what a host that hangs was at, and that host can’t act on it any more', async () => {
    await parcels(2);
    const claimed = await one.outbox.due(10);
    const before = one.hosts.id;
    expect(await one.outbox.trying(claimed[0]?.id ?? 0)).not.toBeNull();
    expect(await two.outbox.due(10)).toEqual([]);
    await oneHangs();
    expect(await two.outbox.due(10)).toMatchObject([{ attempts: 1, attemptedAt: now - LEASE_MS - 1 }, {}]);
    await one.hosts.beat();
    expect(one.hosts.holds(before)).toBe(false);
    expect(one.hosts.holds(one.hosts.id)).toBe(true);
    expect(await one.outbox.trying(claimed[1]?.id ?? 0)).toBeNull();
    await one.outbox.giveUp(claimed[1]?.id ?? 0);
    expect(await two.outbox.givenUp()).toEqual([]);
  });

  it('have at once what a host that stops was at', async () => {
    await parcels(1);
    await one.outbox.due(10);
    await one.hosts.leave();
    expect(await two.outbox.due(10)).toHaveLength(1);
  });

  it('notify of an event once when both see it at the same moment', async () => {
    const added = (await one.follows.add(follow(1))).follow.id;
    const news = [ref('x'), ref('y')];
    const telling = [{ followId: added, events: news }];
    const put = await Promise.all([one, two].map((host) => host.outbox.put(news, telling, news)));
    expect(put.map(({ first }) => first.length).sort()).toEqual([0, 2]);
    now += SETTLE_MS;
    expect((await one.outbox.due(10)).map(({ events }) => events)).toEqual([news]);
  });

  it('post a digest one at a time', async () => {
    await one.digests.set(digest);
    const claims = await Promise.all([one.digests.claim(1), two.digests.claim(1)]);
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    const [first, second] = claims[0] ? [one, two] : [two, one];
    expect(await second.digests.claim(1)).toBeNull();
    await first.digests.done(1, '2016-04-08');
    expect(await second.digests.claim(1)).toMatchObject({ lastPosted: '2016-04-08' });
  });

  it('post in a thread one at a time, and continue what the other left', async () => {
    await one.threads.opened({
      threadId: '5',
      guildId: '1',
      channelId: '10',
      story: 'topic:bridge',
      eventId: 'e5',
      first: 'e5',
      last: 'e6',
      toPost: ['e5', 'e6'],
    });
    expect(await two.threads.abandoned()).toEqual([]);
    expect(await two.threads.take('5')).toBeNull();
    await oneHangs();
    expect(await two.threads.abandoned()).toMatchObject([{ threadId: '5' }]);
    expect(await two.threads.take('5')).toBe(two.hosts.id);
    expect(await one.threads.told('5', ['e6'])).toBe(false);
    expect(await two.threads.abandoned()).toEqual([]);
  });

  it('do what happens once in turn, and take it over from a host that hangs', async () => {
    let atOnce = 0;
    let most = 0;
    const work = async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 20));
      atOnce -= 1;
    };
    await Promise.all([one, two].map((host) => host.hosts.inTurn('commands', work)));
    expect(most).toBe(1);
    expect([await one.hosts.take('import'), await two.hosts.take('import')]).toEqual([true, false]);
    await oneHangs();
    expect([await two.hosts.take('import'), await one.hosts.take('import')]).toEqual([true, false]);
  });

  it('know when their turn has passed to another host', async () => {
    const order: string[] = [];
    await one.hosts.inTurn('commands', async (isMine) => {
      order.push(`one: ${isMine()}`);
      await oneHangs();
      await two.hosts.inTurn('commands', async (isTwos) => void order.push(`two: ${isTwos()}`));
      await one.hosts.beat();
      order.push(`one: ${isMine()}`);
    });
    expect(order).toEqual(['one: true', 'two: true', 'one: false']);
  });

  it('stop waiting for their turn when they are stopped', async () => {
    await one.hosts.take('commands');
    const waiting = two.hosts.inTurn('commands', async () => undefined, AbortSignal.timeout(300));
    await expect(waiting).rejects.toThrow(/abort/);
  });

  it('go by the database’s clock, however far theirs are off', async () => {
    const ahead = await Store.open({ url }, { now: () => new Date(Date.now() + 7 * 60_000) });
    const behind = await Store.open({ url }, { now: () => new Date(Date.now() - 7 * 60_000) });
    const apart = Math.abs(ahead.clock.now().getTime() - behind.clock.now().getTime());
    expect(apart).toBeLessThan(5_000);
    await ahead.follows.add(follow(1));
    await ahead.outbox.put([ref('x')], [{ followId: 1, events: [ref('x')] }]);
    const due = await behind.outbox.nextDue();
    expect((due ?? 0) - Date.now()).toBeLessThan(60_000);
    await Promise.all([ahead.close(), behind.close()]);
  });

  it('outlive a restart of the server', async () => {
    await one.follows.add(follow(1));
    await server.restart();
    expect(await one.follows.count()).toBe(1);
    await two.hosts.beat();
    expect(await two.hosts.count()).toBe(2);
  });

  it('refuse a database from a newer version', async () => {
    await query(url, "INSERT INTO kysely_migration VALUES ('9999-of-the-future', '2030-01-01')");
    await expect(Store.open({ url }, clock)).rejects.toThrow(/newer Dateline/);
  });
});

describe('a PostgreSQL that isn’t there', () => {
  it('is said in a sentence that has no password in it', async () => {
    const opening = Store.open(
      { url: 'postgres://dateline:secret@127.0.0.1:1/dateline' },
      { now: () => new Date() },
    );
    const sentence = await opening.catch((error: Error) => error.message);
    expect(sentence).toMatch(/127\.0\.0\.1:1\/dateline can't be opened .*DATABASE_URL/);
    expect(sentence).not.toContain('secret');
  });
});
