import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventArchive } from '../../src/archive/event-archive.js';
import type { NewsEvent } from '../../src/events/event.js';
import { Courier } from '../../src/following/courier.js';
import { Intake } from '../../src/following/intake.js';
import type { MessageSender, Sending, Sent } from '../../src/following/message-sender.js';
import { Refusals } from '../../src/following/refusals.js';
import type { Notice } from '../../src/store/notices.js';
import { SETTLE_MS } from '../../src/store/outbox.js';
import { Store } from '../../src/store/store.js';
import { anEvent } from '../archive/story/events.js';

const bridge = { topics: ['Halden bridge affair'] };
const collapse = anEvent('2011-03-02', 'The Halden bridge collapses into the Tista.', bridge);
const inquiry = anEvent('2011-03-20', 'Parliament opens an inquiry under judge Ingrid Solberg.', bridge);
const verdict = anEvent('2012-11-30', 'A court fines the road company forty million kroner.', bridge);
const ferry = anEvent('2013-01-11', 'A ferry runs aground off Crete and all aboard are rescued.');

/** A place where messages arrive: a channel as the courier sees it, with trouble on demand. */
class Noticeboard implements MessageSender<string> {
  readonly messages: { channelId: string; text: string; mark: string }[] = [];
  /** How the next sendings end; once it is empty, they arrive. */
  readonly trouble: (Sent | 'lost-answer')[] = [];

  /** A channel whose answers never come. */
  hangs: string | null = null;
  hanging = 0;

  /** Whether a mark used before gives back its message; Discord knows it for some minutes only. */
  remembers = true;
  /** Channels that lack a permission. */
  readonly closed = new Set<string>();

  async send(channelId: string, text: string, mark: string, { signal }: Sending = {}): Promise<Sent> {
    if (this.closed.has(channelId)) return { kind: 'refused', reason: 'Missing Permissions' };
    if (channelId === this.hangs) {
      this.hanging++;
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      this.hanging--;
      return { kind: 'later', afterMs: null, reason: 'broken off' };
    }
    const trouble = this.trouble.shift();
    if (trouble && trouble !== 'lost-answer') return trouble;
    const at = this.remembers ? this.messages.findIndex((m) => m.mark === mark) : -1;
    const messageId = String(at < 0 ? this.messages.push({ channelId, text, mark }) : at + 1);
    if (trouble) return { kind: 'later', afterMs: null, reason: 'the connection broke' };
    return { kind: 'sent', messageId };
  }

  async find(channelId: string, mark: string): Promise<string | null> {
    const at = this.messages.findIndex((m) => m.channelId === channelId && m.mark === mark);
    return at < 0 ? null : String(at + 1);
  }
}

describe('following', { timeout: 30_000 }, () => {
  let dataDir: string;
  let store: Store;
  let board: Noticeboard;
  let archive: EventArchive;
  let courier: Courier<string>;
  let logged: string[];
  let told: { userId: string; kind: Notice['kind'] }[];
  let takesDirect = true;
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const topic = (channelId: string) => ({
    guildId: '1',
    channelId,
    userId: '7',
    direct: false,
    kind: 'topic' as const,
    subject: 'Halden bridge affair',
    label: 'Halden bridge affair',
  });
  const log = (_: object, message: string) => void logged.push(message);
  const aCourier = () =>
    new Courier<string>({
      store,
      sender: board,
      refusals: new Refusals(
        store,
        async (userId, { kind }) => {
          if (takesDirect) told.push({ userId, kind });
          return takesDirect;
        },
        clock,
        { info: log, warn: log, error: log },
      ),
      event: (id) => archive.event(id),
      render: (_, events) => events.map((e: NewsEvent) => e.sentence).join('\n'),
      clock,
      log: { info: log, warn: log, error: log },
      random: () => 0,
    });
  const arrives = (count: number) =>
    vi.waitFor(() => expect(board.messages).toHaveLength(count), { timeout: 5000 });

  beforeEach(async () => {
    ahead = 0;
    logged = [];
    told = [];
    takesDirect = true;
    dataDir = await mkdtemp(join(tmpdir(), 'dateline-follow-'));
    store = await Store.open({ dataDir }, clock);
    board = new Noticeboard();
    archive = await EventArchive.over([collapse]);
    courier = aCourier();
    await new Intake(archive, store).started([collapse]);
    courier.start();
  });
  afterEach(async () => {
    await courier.stop();
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const settle = () => {
    ahead += SETTLE_MS;
    courier.wake();
  };
  async function comes(...events: NewsEvent[]) {
    const taken = await new Intake(archive, store).changed({ put: events, remove: [] });
    settle();
    return taken;
  }

  it('posts once per batch for each follow, with all the events that match it', async () => {
    await store.follows.add(topic('10'));
    await store.follows.add(topic('11'));
    expect(await comes(inquiry, verdict, ferry)).toEqual({ added: 3, parcels: 2 });
    await arrives(2);
    for (const { text } of board.messages) expect(text).toBe(`${inquiry.sentence}\n${verdict.sentence}`);
  });

  it('posts nothing about events that were there at the first start, or that come a second time', async () => {
    await store.follows.add(topic('10'));
    await comes(collapse);
    await comes(inquiry);
    await arrives(1);
    await comes(inquiry);
    await comes(verdict);
    await arrives(2);
    expect(board.messages.map((m) => m.text)).toEqual([inquiry.sentence, verdict.sentence]);
  });

  it('does not post an event again whose wording was corrected', async () => {
    await store.follows.add(topic('10'));
    await comes(inquiry);
    await arrives(1);
    const mended = anEvent('2011-03-20', 'Parliament has opened an inquiry.', {
      ...bridge,
      path: inquiry.path,
    });
    await comes(mended);
    await comes(verdict);
    await arrives(2);
    expect(board.messages.map((m) => m.text)).toEqual([inquiry.sentence, verdict.sentence]);
  });

  it('posts an event that was read half-written once it is whole, and nothing twice', async () => {
    await store.follows.add(topic('10'));
    await store.follows.add({ ...topic('11'), kind: 'words', subject: 'judge', label: 'judge' });
    const intake = new Intake(archive, store);
    const half = anEvent('2011-03-20', 'Parliament opens an inquiry un', { ...bridge, path: inquiry.path });
    await intake.changed({ put: [half], remove: [] });
    settle();
    await arrives(1);
    await intake.changed({ put: [inquiry], remove: [] });
    settle();
    await arrives(2);
    expect(board.messages.map((m) => [m.channelId, m.text])).toEqual([
      ['10', half.sentence],
      ['11', inquiry.sentence],
    ]);
  });

  it('posts the wording of the moment it is sent, and each event once, when a file is corrected while it waits', async () => {
    await store.follows.add(topic('10'));
    await new Intake(archive, store).changed({ put: [inquiry], remove: [] });
    const mended = anEvent('2011-03-20', 'Parliament has opened an inquiry.', {
      ...bridge,
      path: inquiry.path,
    });
    await comes(mended);
    await arrives(1);
    expect(board.messages[0]?.text).toBe(mended.sentence);
  });

  it('makes one message of files that come one after the other', async () => {
    await store.follows.add(topic('10'));
    await new Intake(archive, store).changed({ put: [inquiry], remove: [] });
    await comes(verdict);
    await arrives(1);
    expect(board.messages[0]?.text).toBe(`${inquiry.sentence}\n${verdict.sentence}`);
  });

  it('does not post again what was corrected between two runs', async () => {
    await store.follows.add(topic('10'));
    const mended = anEvent('2011-03-02', 'The bridge at Halden has collapsed.', {
      ...bridge,
      path: collapse.path,
    });
    archive = await EventArchive.over([mended, inquiry]);
    await new Intake(archive, store).started([mended, inquiry]);
    settle();
    await arrives(1);
    expect(board.messages[0]?.text).toBe(inquiry.sentence);
  });

  it('goes on in other channels while one of them hangs', async () => {
    await store.follows.add(topic('10'));
    await store.follows.add(topic('11'));
    board.hangs = '10';
    await comes(inquiry);
    await arrives(1);
    await comes(verdict);
    await arrives(2);
    expect(board.messages.map((m) => m.channelId)).toEqual(['11', '11']);
  });

  it('stops within seconds while a message hangs, and leaves it to the next start', async () => {
    await store.follows.add(topic('10'));
    board.hangs = '10';
    await comes(inquiry);
    await vi.waitFor(() => expect(board.hanging).toBe(1));
    await courier.stop();
    expect(board.hanging).toBe(0);
    board.hangs = null;
    ahead += 10_000;
    courier = aCourier();
    courier.start();
    await arrives(1);
  });

  it('posts at the next start what came between two runs', async () => {
    await store.follows.add(topic('10'));
    archive = await EventArchive.over([collapse, inquiry]);
    await new Intake(archive, store).started([collapse, inquiry]);
    settle();
    await arrives(1);
    await new Intake(archive, store).started([collapse, inquiry]);
    settle();
    await comes(verdict);
    await arrives(2);
  });

  it('tries again after trouble, in order, and sends nothing twice', async () => {
    board.trouble.push({ kind: 'later', afterMs: 1, reason: 'busy' }, 'lost-answer');
    await store.follows.add(topic('10'));
    await comes(inquiry);
    await vi.waitFor(() => expect(logged.length).toBeGreaterThan(0));
    await comes(verdict);
    for (let i = 0; i < 4; i++) {
      ahead += 60_000;
      courier.wake();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await arrives(2);
    expect(board.messages.map((m) => m.text)).toEqual([inquiry.sentence, verdict.sentence]);
  });

  it('sends nothing of a follow while an older message of it waits, and then both in order', async () => {
    board.trouble.push({ kind: 'later', afterMs: 600_000, reason: 'busy' });
    await store.follows.add(topic('10'));
    await comes(inquiry);
    await vi.waitFor(() => expect(logged.join()).toContain('trying again'));
    await comes(verdict);
    for (let i = 0; i < 5; i++) {
      ahead += 10_000;
      courier.wake();
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    expect(board.messages).toEqual([]);
    ahead += 700_000;
    courier.wake();
    await arrives(2);
    expect(board.messages.map((m) => m.text)).toEqual([inquiry.sentence, verdict.sentence]);
  });

  it('does not post an event again that was posted before a restart and corrected after it', async () => {
    await store.follows.add(topic('10'));
    await comes(inquiry);
    await arrives(1);
    const mended = anEvent('2011-03-20', 'Parliament has opened an inquiry.', {
      ...bridge,
      path: inquiry.path,
    });
    const later = new Intake(archive, store);
    expect(await later.changed({ put: [mended], remove: [] })).toEqual({ added: 0, parcels: 0 });
    // A file that was moved keeps its event too.
    const moved = anEvent('2011-03-20', 'Parliament has opened an inquiry.', {
      ...bridge,
      path: '/moved.md',
    });
    expect(await later.changed({ put: [moved], remove: [inquiry.path] })).toEqual({ added: 0, parcels: 0 });
  });

  it('checks whether a message arrived before it sends one again that a crash cut off long ago', async () => {
    const { follow } = await store.follows.add(topic('10'));
    await courier.stop();
    await new Intake(archive, store).changed({ put: [inquiry], remove: [] });
    settle();
    const [parcel] = await store.outbox.due(1);
    if (!parcel) throw new Error('nothing was put into the outbox');
    await store.outbox.trying(parcel.id);
    board.messages.push({ channelId: follow.channelId, text: inquiry.sentence, mark: parcel.mark });
    ahead += 3_600_000;
    board.remembers = false;
    courier = aCourier();
    courier.start();
    await vi.waitFor(async () => expect(await store.outbox.nextDue()).toBeNull(), { timeout: 5000 });
    expect(board.messages).toHaveLength(1);
  });

  it('ends a follow whose channel is gone, says so in the log, and keeps the others', async () => {
    board.trouble.push({ kind: 'gone', reason: 'Unknown Channel' });
    const gone = (await store.follows.add(topic('10'))).follow;
    const stays = (await store.follows.add(topic('11'))).follow;
    await comes(inquiry);
    await arrives(1);
    await vi.waitFor(async () => expect(await store.follows.all()).toEqual([stays]));
    expect(await store.follows.get(gone.id)).toBeNull();
    expect(logged.join()).toContain('a follow ended');
  });

  const HOUR = 60 * 60_000;
  const DAY = 24 * HOUR;
  /** Lets time go by, looked at by the courier every hour. */
  const pass = async (ms: number) => {
    for (let gone = 0; gone < ms; gone += HOUR) {
      ahead += HOUR;
      courier.wake();
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };

  it('keeps what a missing permission holds up, notifies the person once, and sends it when the permission is back', async () => {
    board.closed.add('10');
    await store.follows.add(topic('10'));
    await comes(inquiry);
    await vi.waitFor(() => expect(told).toEqual([{ userId: '7', kind: 'follow-refused' }]));
    await comes(verdict);
    await pass(DAY);
    expect(board.messages).toEqual([]);
    expect(told).toHaveLength(1);
    board.closed.delete('10');
    await pass(3 * HOUR);
    await arrives(2);
    expect(board.messages.map((m) => m.text)).toEqual([inquiry.sentence, verdict.sentence]);
    await vi.waitFor(async () => expect(await store.refusedChannels.get('10')).toBeNull());
  });

  it('sends at once what waited for a permission when something about permissions changes', async () => {
    board.closed.add('10');
    await store.follows.add(topic('10'));
    await comes(inquiry);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await pass(DAY);
    board.closed.delete('10');
    expect(await store.refusedChannels.hurry('1')).toBe(true);
    courier.wake();
    await arrives(1);
  });

  it('ends a follow whose permission is missing for a week, and says so to the person and in the log', async () => {
    board.closed.add('10');
    await store.follows.add(topic('10'));
    await comes(inquiry);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await pass(6.5 * DAY);
    expect(await store.follows.all()).toHaveLength(1);
    await pass(DAY);
    await vi.waitFor(async () => expect(await store.follows.all()).toEqual([]));
    await vi.waitFor(() => expect(told.map(({ kind }) => kind)).toEqual(['follow-refused', 'follow-ended']));
    expect(logged.join()).toContain('missing for a week');
  });

  it('leaves word for the list where the person takes no direct messages', async () => {
    takesDirect = false;
    board.closed.add('10');
    await store.follows.add(topic('10'));
    await comes(inquiry);
    await vi.waitFor(async () =>
      expect(await store.notices.take('7')).toMatchObject([{ kind: 'follow-refused', channelId: '10' }]),
    );
  });

  it('puts down what came while the database was locked, once it is free, without another change', async () => {
    await store.follows.add(topic('10'));
    const other = new Database(join(dataDir, 'dateline.db'));
    other.exec('BEGIN IMMEDIATE');
    const taken: number[] = [];
    const intake = new Intake(archive, store, { onTaken: ({ parcels }) => taken.push(parcels) });
    expect(await intake.changed({ put: [inquiry], remove: [] })).toEqual({ added: 0, parcels: 0 });
    other.close();
    await vi.waitFor(() => expect(taken).toEqual([1]), { timeout: 8000 });
    settle();
    await arrives(1);
    await intake.stop();
  }, 20_000);

  it('leaves out events that have a word the follow leaves out', async () => {
    await store.follows.add({ ...topic('10'), without: 'judge, ferry' });
    await comes(inquiry, verdict);
    await arrives(1);
    expect(board.messages[0]?.text).toBe(verdict.sentence);
  });
});
