import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DigestPoster } from '../../src/following/digest-poster.js';
import type { MessageSender, Sent } from '../../src/following/message-sender.js';
import { Refusals } from '../../src/following/refusals.js';
import type { DigestKind } from '../../src/store/digests.js';
import { Store } from '../../src/store/store.js';

const clock = { now: () => new Date('2016-04-08T09:00:00Z') };

/** Channels in which messages arrive when the test lets them. */
class SlowChannels implements MessageSender<string> {
  readonly arrived: string[] = [];
  readonly #underWay = new Map<string, () => void>();

  get underWay(): string[] {
    return [...this.#underWay.keys()];
  }

  async send(channelId: string, text: string): Promise<Sent> {
    await new Promise<void>((resolve) => this.#underWay.set(channelId, resolve));
    this.#underWay.delete(channelId);
    this.arrived.push(`${channelId} ${text}`);
    return { kind: 'sent', messageId: String(this.arrived.length) };
  }

  async find(): Promise<null> {
    return null;
  }

  letIn(channelId: string): void {
    this.#underWay.get(channelId)?.();
  }
}

describe('digests that are due at the same time', () => {
  let dataDir: string;
  let store: Store;
  let channels: SlowChannels;
  let poster: DigestPoster<string>;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dateline-digests-'));
    store = await Store.open({ dataDir }, clock);
    channels = new SlowChannels();
    poster = new DigestPoster<string>({
      store,
      sender: channels,
      refusals: new Refusals(store, async () => true, clock, log),
      render: async ({ kind }) => kind,
      clock,
      log,
    });
  });
  afterEach(async () => {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const due = (channelId: string, kind: DigestKind = 'on-this-day') =>
    store.digests.set({
      guildId: '1',
      channelId,
      kind,
      minute: 480,
      weekday: null,
      timeZone: 'UTC',
      setBy: '7',
      lastPosted: '2016-04-07',
    });
  const underWay = async (...expected: string[]) => {
    await expect.poll(() => channels.underWay.sort()).toEqual(expected.sort());
  };

  it('are posted in several channels at once, so that a slow channel holds up none of the others', async () => {
    for (const channel of ['10', '11', '12']) await due(channel);
    const looking = poster.look();
    await underWay('10', '11', '12');
    for (const channel of ['11', '12', '10']) channels.letIn(channel);
    await looking;
    expect(channels.arrived).toEqual(['11 on-this-day', '12 on-this-day', '10 on-this-day']);
  });

  it('are posted in one channel one after the other, and each once', async () => {
    await due('10');
    await due('10', 'yesterday');
    const looking = poster.look();
    for (const arrived of [0, 1]) {
      await underWay('10');
      expect(channels.arrived).toHaveLength(arrived);
      channels.letIn('10');
      await expect.poll(() => channels.arrived).toHaveLength(arrived + 1);
    }
    await looking;
    await poster.look();
    expect(channels.arrived).toEqual(['10 on-this-day', '10 yesterday']);
  });

  it('are posted in no more than eight channels at once', async () => {
    const many = Array.from({ length: 10 }, (_, n) => String(10 + n));
    for (const channel of many) await due(channel);
    const looking = poster.look();
    await underWay(...many.slice(0, 8));
    while (channels.arrived.length < many.length) {
      for (const channel of channels.underWay) channels.letIn(channel);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await looking;
    expect(new Set(channels.arrived).size).toBe(10);
  });
});
