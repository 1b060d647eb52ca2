import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseAddress } from '../../src/store/database.js';
import { SETTLE_MS } from '../../src/store/outbox.js';
import { Store } from '../../src/store/store.js';
import { type RunningSystem, systems } from './databases.js';
import { NO_POSTGRES, postgresBin } from './postgres.js';

const HOUR = 3_600_000;
const ref = (id: string) => ({ id, path: `/${id}.md` });
const wish = {
  guildId: '1',
  channelId: '10',
  userId: '7',
  direct: false,
  kind: 'topic',
  subject: 'Halden bridge affair',
  label: 'Halden bridge affair',
} as const;

const storyThread = {
  threadId: '5',
  guildId: '1',
  channelId: '10',
  story: 'topic:bridge',
  eventId: 'e5',
  first: 'e5',
  last: 'e6',
  toPost: ['e5', 'e6'],
};

it.skipIf(postgresBin !== null)(`is not tested on PostgreSQL: ${NO_POSTGRES}`, (test) => test.skip());

describe.each(systems.filter(({ isThere }) => isThere))('the store on $name', (system) => {
  let running: RunningSystem;
  let address: DatabaseAddress;
  let store: Store;
  let now = Date.UTC(2016, 3, 8);
  const clock = { now: () => new Date(now) };
  const open = () => Store.open(address, clock, { time: 'own' });
  const settle = () => {
    now += SETTLE_MS;
  };
  const reopen = async () => {
    await store.close();
    store = await open();
  };

  beforeAll(async () => {
    running = await system.start();
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    address = await running.fresh();
    store = await open();
  });
  afterEach(() => store.close());

  it('keeps one follow of a subject in a channel, however often it is wished for', async () => {
    const first = await store.follows.add(wish);
    const again = await store.follows.add({ ...wish, userId: '8' });
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    expect(again.follow).toEqual(first.follow);
    await reopen();
    expect(await store.follows.all()).toEqual([first.follow]);
  });

  it('lists what a person follows in a server, and by direct message everywhere', async () => {
    const here = (await store.follows.add(wish)).follow;
    await store.follows.add({ ...wish, guildId: '2', channelId: '20' });
    const direct = (await store.follows.add({ ...wish, guildId: null, channelId: '30', direct: true }))
      .follow;
    expect(await store.follows.of('7', '1')).toEqual([here, direct]);
    expect(await store.follows.of('8', '1')).toEqual([]);
    expect(await store.follows.inChannel('10')).toEqual([here]);
  });

  it('knows an event once it was noted, by its id and by its path', async () => {
    expect(await store.knownEvents.any()).toBe(false);
    const noted = Array.from({ length: 1500 }, (_, i) => ref(`event-${i}`));
    await store.knownEvents.note(noted);
    expect(await store.knownEvents.any()).toBe(true);
    const moved = { id: 'event-3', path: '/moved.md' };
    const mended = { id: 'mended', path: '/event-9.md' };
    const sifted = await store.knownEvents.sift([moved, ref('new'), ref('event-1499'), mended]);
    expect(sifted).toEqual({ added: [ref('new')], changed: [moved, mended] });
  });

  it('takes another event under the path of one that went for a new one', async () => {
    await store.knownEvents.note([ref('a')]);
    await store.knownEvents.forget(['/a.md']);
    const other = { id: 'b', path: '/a.md' };
    expect((await store.knownEvents.sift([other])).added).toEqual([other]);
  });

  it('hands out what is due, for each channel its oldest, until it is sent', async () => {
    const a = (await store.follows.add(wish)).follow.id;
    const same = (await store.follows.add({ ...wish, subject: 'Tista' })).follow.id;
    const b = (await store.follows.add({ ...wish, channelId: '11' })).follow.id;
    await store.outbox.put(
      [ref('x')],
      [a, same, b].map((followId) => ({ followId, events: [ref('x')] })),
    );
    expect((await store.knownEvents.sift([ref('x'), ref('w')])).added).toEqual([ref('w')]);
    settle();
    const due = await store.outbox.due(10);
    expect(due.map((p) => [p.followId, p.channelId, p.events])).toEqual([
      [a, '10', [ref('x')]],
      [b, '11', [ref('x')]],
    ]);
    expect((await store.outbox.due(10, ['10'])).map((p) => p.followId)).toEqual([b]);
    expect(await store.outbox.nextDue(['10', '11'])).toBeNull();
    await store.outbox.sent(due[0]?.id ?? 0, '99');
    expect((await store.outbox.due(10)).map((p) => p.followId)).toEqual([same, b]);
  });

  it('gathers what comes for a follow into one parcel until it is tried, and lets it settle', async () => {
    const { follow } = await store.follows.add(wish);
    const put = (id: string) => store.outbox.put([ref(id)], [{ followId: follow.id, events: [ref(id)] }]);
    await put('x');
    expect(await store.outbox.due(10)).toEqual([]);
    now += 1_900;
    await put('y');
    now += 1_900;
    expect(await store.outbox.due(10)).toEqual([]);
    settle();
    const [parcel] = await store.outbox.due(10);
    expect(parcel?.events).toEqual([ref('x'), ref('y')]);
    await put('late, but before it is tried');
    expect((await store.outbox.trying(parcel?.id ?? 0))?.events).toHaveLength(3);
    await put('z');
    await store.outbox.sent(parcel?.id ?? 0, '99');
    settle();
    expect((await store.outbox.due(10)).map((p) => p.events)).toEqual([[ref('z')]]);
  });

  it('sends what has gathered after two minutes, however much still comes', async () => {
    const { follow } = await store.follows.add(wish);
    const begun = now;
    while (now < begun + 119_500) {
      const event = ref(String(now));
      await store.outbox.put([event], [{ followId: follow.id, events: [event] }]);
      now += 1_000;
      if (now < begun + 120_000) expect(await store.outbox.due(10)).toEqual([]);
    }
    expect(await store.outbox.due(10)).toHaveLength(1);
  });

  it('remembers across a crash that a parcel was being tried', async () => {
    const { follow } = await store.follows.add(wish);
    await store.outbox.put([], [{ followId: follow.id, events: [ref('x')] }]);
    settle();
    const [parcel] = await store.outbox.due(1);
    await store.outbox.trying(parcel?.id ?? 0);
    await reopen();
    expect(await store.outbox.due(1)).toMatchObject([{ attempts: 1, attemptedAt: now }]);
  });

  it('puts off what failed until its time comes', async () => {
    const { follow } = await store.follows.add(wish);
    await store.outbox.put([], [{ followId: follow.id, events: [ref('x')] }]);
    settle();
    const [parcel] = await store.outbox.due(1);
    await store.outbox.putOff(parcel?.id ?? 0, HOUR);
    expect(await store.outbox.due(1)).toEqual([]);
    expect(await store.outbox.nextDue()).toBe(now + HOUR);
    now += HOUR;
    expect(await store.outbox.due(1)).toHaveLength(1);
  });

  it('puts nothing down for a follow that has ended, and drops what waits when one ends', async () => {
    const { follow } = await store.follows.add(wish);
    await store.outbox.put([], [{ followId: follow.id, events: [ref('x')] }]);
    expect(await store.follows.remove(follow.id)).toBe(true);
    expect(await store.follows.remove(follow.id)).toBe(false);
    await store.outbox.put([], [{ followId: follow.id, events: [ref('y')] }]);
    expect(await store.outbox.due(10)).toEqual([]);
    expect(await store.outbox.nextDue()).toBeNull();
  });

  it('keeps one thread for a story in a channel, and how far it got', async () => {
    await store.threads.opened(storyThread);
    expect(await store.threads.find('10', 'topic:bridge')).toEqual({ ...storyThread, batch: 2 });
    await store.threads.told('5', ['e6']);
    await reopen();
    expect((await store.threads.unfinished()).map(({ toPost }) => toPost)).toEqual([['e6']]);
    await store.threads.told('5', []);
    expect(await store.threads.unfinished()).toEqual([]);
    await store.threads.opened({ ...storyThread, threadId: '6' });
    expect(await store.threads.inChannel('10', 'topic:')).toMatchObject([{ threadId: '6' }]);
    expect(await store.threads.inChannel('10', 'event:')).toEqual([]);
    expect(await store.threads.get('5')).toBeNull();
    await store.threads.remove('10');
    expect(await store.threads.find('10', 'topic:bridge')).toBeNull();
  });

  it('gives the next part of a thread to the first who asks, and to nobody while one is under way', async () => {
    await store.threads.opened({ ...storyThread, toPost: [] });
    const later = () => store.threads.claim('5', 'later', 'e6', ['e7', 'e8']);
    const claims = await Promise.all([later(), later(), later()]);
    expect(claims.filter((isMine) => isMine)).toHaveLength(1);
    expect(await store.threads.claim('5', 'earlier', 'e5', ['e4'])).toBe(false);
    await store.threads.told('5', []);
    expect(await later()).toBe(false);
    expect(await store.threads.claim('5', 'earlier', 'e5', ['e3', 'e4'])).toBe(true);
    expect(await store.threads.get('5')).toMatchObject({ first: 'e3', last: 'e8', toPost: ['e3', 'e4'] });
  });

  it('remembers the last events of a talk, latest first, until it has rested a day', async () => {
    await store.talk.spokeOf('10', '1', ['a', 'b']);
    await store.talk.spokeOf('10', '1', ['c', 'a']);
    expect(await store.talk.of('10')).toEqual(['c', 'a', 'b']);
    expect(await store.talk.of('11')).toEqual([]);
    now += 25 * HOUR;
    expect(await store.talk.of('10')).toEqual([]);
  });

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

  it('keeps one digest of a kind and rhythm for a channel, and several for a server', async () => {
    await store.digests.set(digest);
    await store.digests.set({ ...digest, minute: 545 });
    await store.digests.set({ ...digest, weekday: 1 });
    const [daily, weekly, ...more] = await store.digests.of('1');
    expect([daily?.minute, weekly?.weekday, more.length]).toEqual([545, 1, 0]);
    const id = daily?.id ?? 0;
    await store.digests.trying(id, now);
    expect(await store.digests.get(id)).toMatchObject({ attemptedAt: now });
    await store.digests.done(id, '2016-04-08');
    expect(await store.digests.get(id)).toMatchObject({ lastPosted: '2016-04-08', attemptedAt: null });
    expect(await store.digests.remove(id)).toBe(true);
    expect(await store.digests.get(id)).toBeNull();
  });

  it('does not post twice on a day when its hour is moved after the post', async () => {
    await store.digests.set({ ...digest, lastPosted: '2016-04-08' });
    await store.digests.set({ ...digest, minute: 1200, lastPosted: '2016-04-07' });
    expect(await store.digests.of('1')).toMatchObject([{ minute: 1200, lastPosted: '2016-04-08' }]);
  });

  it('belongs to the application that opened it first, and refuses any other', async () => {
    await store.belongTo('100000000000000001');
    await store.belongTo('100000000000000001');
    await expect(store.belongTo('100000000000000002')).rejects.toThrow(/belongs to another bot.*DATA_DIR/);
  });

  it('keeps what was set up in a server that is missing for 30 days, and sends nothing there', async () => {
    const { follow } = await store.follows.add(wish);
    await store.outbox.put([], [{ followId: follow.id, events: [ref('x')] }]);
    now += HOUR;
    expect(await store.absentGuilds.look(['1'], [])).toMatchObject({ missing: ['1'], overdue: [] });
    expect(await store.outbox.due(10)).toEqual([]);
    expect(await store.outbox.nextDue()).toBeNull();
    now += 29 * 24 * HOUR;
    expect(await store.absentGuilds.look(['1'], [])).toMatchObject({ missing: [], overdue: [] });
    now += 2 * 24 * HOUR;
    expect(await store.absentGuilds.look(['1'], [])).toMatchObject({ overdue: ['1'] });
    expect(await store.absentGuilds.isBack('1')).toBe(true);
    expect(await store.outbox.due(10)).toHaveLength(1);
  });

  it('remembers the earliest attempt whose end is not known, and forgets one that is known to have failed', async () => {
    const { follow } = await store.follows.add(wish);
    await store.outbox.put([], [{ followId: follow.id, events: [ref('x')] }]);
    now += HOUR;
    const [parcel] = await store.outbox.due(1);
    const id = parcel?.id ?? 0;
    const first = now;
    expect(await store.outbox.trying(id)).toMatchObject({ attemptedAt: first });
    now += HOUR;
    expect(await store.outbox.trying(id)).toMatchObject({ attemptedAt: first });
    await store.outbox.refused(id, 0, null);
    expect(await store.outbox.due(1)).toMatchObject([{ attemptedAt: null }]);
  });

  it('keeps a text for its owner: it goes with the server, or when the person asks', async () => {
    const mine = store.longTexts.for({ guildId: '1', userId: '7' });
    const elsewhere = store.longTexts.for({ guildId: '2', userId: '8' });
    const [here, there] = [await mine.put('a long question'), await elsewhere.put('a long question')];
    expect(here).not.toBe(there);
    await store.forgetGuild('1');
    expect(await store.longTexts.get(here)).toBeNull();
    expect(await store.longTexts.get(there)).toBe('a long question');
    await store.forgetPerson('8');
    expect(await store.longTexts.get(there)).toBeNull();
  });

  it('prunes texts that no button has asked for in half a year', async () => {
    const [old, used] = [await store.longTexts.put('old'), await store.longTexts.put('used')];
    now += 100 * 24 * HOUR;
    await store.longTexts.get(used);
    now += 100 * 24 * HOUR;
    await store.prune();
    expect(await store.longTexts.get(old)).toBeNull();
    expect(await store.longTexts.get(used)).toBe('used');
  });

  it('leaves notices for a person, and gives each of them once', async () => {
    const notice = { kind: 'follow-ended', channelId: '10', guildId: '1', label: 'Brexit' } as const;
    await store.notices.leave('7', notice);
    expect(await store.notices.take('8')).toEqual([]);
    expect(await store.notices.take('7')).toEqual([notice]);
    expect(await store.notices.take('7')).toEqual([]);
  });

  it('deletes what is kept about a person, and nothing of others', async () => {
    await store.follows.add(wish);
    const other = (await store.follows.add({ ...wish, channelId: '20', userId: '8' })).follow;
    await store.digests.set(digest);
    expect(await store.keptAbout('7')).toMatchObject({ follows: 1, digests: 1, threads: 0, longTexts: 0 });
    await store.forgetPerson('7');
    expect(await store.keptAbout('7')).toMatchObject({ follows: 0, digests: 0, threads: 0, longTexts: 0 });
    expect(await store.follows.all()).toEqual([other]);
  });

  it('forgets all it kept for a server that removed the bot, and nothing else', async () => {
    const { follow } = await store.follows.add(wish);
    const other = (await store.follows.add({ ...wish, guildId: '2', channelId: '20' })).follow;
    await store.outbox.put([], [{ followId: follow.id, events: [ref('x')] }]);
    await store.threads.opened(storyThread);
    await store.talk.spokeOf('10', '1', ['a']);
    await store.forgetGuild('1');
    expect(await store.follows.all()).toEqual([other]);
    expect(await store.outbox.due(10)).toEqual([]);
    expect(await store.threads.get('5')).toBeNull();
    expect(await store.talk.of('10')).toEqual([]);
  });
});
