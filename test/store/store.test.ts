import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../../src/store/store.js';

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

describe('the store', () => {
  let dataDir: string;
  let store: Store;
  let now = Date.UTC(2016, 3, 8);
  const clock = { now: () => new Date(now) };
  const reopen = async () => {
    store.close();
    store = await Store.open({ dataDir }, clock);
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dateline-store-'));
    store = await Store.open({ dataDir }, clock);
  });
  afterEach(async () => {
    store.close();
    await rm(dataDir, { recursive: true, force: true });
  });

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

  it('knows an event once it was noted, and nothing before', async () => {
    expect(await store.knownEvents.any()).toBe(false);
    const ids = Array.from({ length: 1500 }, (_, i) => `event-${i}`);
    await store.knownEvents.note(ids);
    expect(await store.knownEvents.any()).toBe(true);
    expect(await store.knownEvents.newAmong(['event-3', 'new', 'event-1499'])).toEqual(['new']);
  });

  it('hands out what is due, oldest first and one a follow at a time, until it is sent', async () => {
    const a = (await store.follows.add(wish)).follow.id;
    const b = (await store.follows.add({ ...wish, channelId: '11' })).follow.id;
    await store.outbox.put(['x', 'y'], [{ followId: a, events: [ref('x')] }]);
    await store.outbox.put(
      ['z'],
      [
        { followId: a, events: [ref('z')] },
        { followId: b, events: [ref('z')] },
      ],
    );
    expect(await store.knownEvents.newAmong(['x', 'y', 'z', 'w'])).toEqual(['w']);
    const due = await store.outbox.due(10);
    expect(due.map((p) => [p.followId, p.events])).toEqual([
      [a, [ref('x')]],
      [b, [ref('z')]],
    ]);
    await store.outbox.sent(due[0]?.id ?? 0, '99');
    expect((await store.outbox.due(10)).map((p) => [p.followId, p.events])).toEqual([
      [a, [ref('z')]],
      [b, [ref('z')]],
    ]);
  });

  it('remembers across a crash that a parcel was being tried', async () => {
    const { follow } = await store.follows.add(wish);
    await store.outbox.put([], [{ followId: follow.id, events: [ref('x')] }]);
    const [parcel] = await store.outbox.due(1);
    await store.outbox.trying(parcel?.id ?? 0);
    await reopen();
    expect(await store.outbox.due(1)).toMatchObject([{ attempts: 1, attemptedAt: now }]);
  });

  it('puts off what failed until its time comes', async () => {
    const { follow } = await store.follows.add(wish);
    await store.outbox.put([], [{ followId: follow.id, events: [ref('x')] }]);
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

  it('keeps one daily post for a server', async () => {
    const digest = {
      guildId: '1',
      channelId: '10',
      kind: 'yesterday',
      hour: 8,
      timeZone: 'Europe/Oslo',
      setBy: '7',
      lastPosted: null,
    } as const;
    await store.digests.set(digest);
    await store.digests.set({ ...digest, hour: 9 });
    await store.digests.trying('1', now);
    expect(await store.digests.all()).toMatchObject([{ hour: 9, attemptedAt: now }]);
    await store.digests.done('1', '2016-04-08');
    expect(await store.digests.get('1')).toMatchObject({ lastPosted: '2016-04-08', attemptedAt: null });
    expect(await store.digests.remove('1')).toBe(true);
    expect(await store.digests.get('1')).toBeNull();
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
