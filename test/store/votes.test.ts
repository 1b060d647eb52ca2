import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../../src/store/store.js';

const DAY = 86_400_000;
const vote = {
  answer: '900',
  userId: '7',
  right: true,
  kind: 'day',
  probability: 90,
  eventId: 'event-a',
} as const;

describe('votes on answers', () => {
  let dataDir: string;
  let store: Store;
  let now = Date.UTC(2016, 3, 8);
  beforeEach(async () => {
    now = Date.UTC(2016, 3, 8);
    dataDir = await mkdtemp(join(tmpdir(), 'dateline-votes-'));
    store = await Store.open({ dataDir }, { now: () => new Date(now) });
  });
  afterEach(async () => {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('count each person once on an answer, with what they said last', async () => {
    expect(await store.votes.cast(vote)).toBe(true);
    expect(await store.votes.cast({ ...vote, right: false })).toBe(false);
    expect((await store.votes.feedback()).kinds).toEqual([{ name: 'day', votes: 1, right: 0 }]);
    expect(await store.votes.cast({ ...vote, userId: '8' })).toBe(true);
    expect(await store.votes.cast({ ...vote, answer: '901' })).toBe(true);
    expect((await store.votes.feedback()).kinds).toEqual([{ name: 'day', votes: 3, right: 2 }]);
  });

  it('are counted by month, by kind with the worst first, and by the events called wrong', async () => {
    await store.votes.cast(vote);
    now = Date.UTC(2016, 4, 1);
    await store.votes.cast({ ...vote, answer: '901', kind: 'words', right: false, eventId: 'event-b' });
    const { months, kinds, events } = await store.votes.feedback();
    expect(months.map(({ name }) => name)).toEqual(['2016-05', '2016-04']);
    expect(kinds.map(({ name }) => name)).toEqual(['words', 'day']);
    expect(events).toEqual([{ name: 'event-b', votes: 1, right: 0 }]);
  });

  it('are deleted with the person’s data, and after 400 days', async () => {
    await store.votes.cast(vote);
    await store.votes.cast({ ...vote, userId: '8' });
    expect(await store.keptAbout('7')).toMatchObject({ votes: 1 });
    await store.forgetPerson('7');
    expect(await store.keptAbout('7')).toMatchObject({ votes: 0 });
    expect((await store.votes.feedback()).kinds).toEqual([{ name: 'day', votes: 1, right: 1 }]);
    now += 401 * DAY;
    await store.prune();
    expect((await store.votes.feedback()).kinds).toEqual([]);
  });
});
