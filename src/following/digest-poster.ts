import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import type { CalendarDate } from '../events/calendar-date.js';
import type { Digest } from '../store/digests.js';
import type { Store } from '../store/store.js';
import type { DeliveryLog } from './delivery-log.js';
import { type DigestDuty, digestDuty } from './digest-time.js';
import type { MessageSender } from './message-sender.js';
import type { Refusals } from './refusals.js';
import { retryDelay } from './retry.js';

/** Channels that are posted in at once. */
const AT_ONCE = 8;
/** How often the clock is looked at. */
const LOOK_MS = 30_000;
/** What is on its way when the bot stops may take so long; the next start sees to the rest. */
const GRACE_MS = 600;
/** What broke off may take so long to notice it. */
const BREAK_OFF_MS = 200;

/** What daily posts are made and sent with. A `View` is a message as its sender takes it. */
export interface DigestPosterOptions<View> {
  readonly store: Pick<Store, 'digests' | 'refusedChannels' | 'hosts'>;
  readonly sender: MessageSender<View>;
  readonly refusals: Refusals;
  /** The post of a day; null where there is nothing to tell. */
  readonly render: (digest: Digest, day: CalendarDate, mark: string) => Promise<View | null>;
  readonly clock: Clock;
  readonly log: DeliveryLog;
}

/** Posts what servers asked for every day: once a day, late rather than never, skipped aloud after six hours. */
export class DigestPoster<View> {
  readonly #options: DigestPosterOptions<View>;
  readonly #breakOff = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isLooking = false;
  #stopped = false;
  readonly #look = () => {
    this.#isLooking = true;
    this.#looking = this.look().finally(() => {
      this.#isLooking = false;
      if (this.#timer) this.#timer = globalThis.setTimeout(this.#look, LOOK_MS);
    });
  };

  constructor(options: DigestPosterOptions<View>) {
    this.#options = options;
  }

  start(): void {
    if (!this.#stopped) this.#timer = globalThis.setTimeout(this.#look, 0);
  }

  /** Looks again soon. */
  hurry(): void {
    if (!this.#timer || this.#isLooking) return;
    clearTimeout(this.#timer);
    this.#timer = globalThis.setTimeout(this.#look, 0);
  }

  /** Finishes the post on its way, within seconds, and stops; what is broken off is seen to at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await Promise.race([this.#looking, setTimeout(GRACE_MS, null, { ref: false })]);
    this.#breakOff.abort();
    await Promise.race([this.#looking, setTimeout(BREAK_OFF_MS, null, { ref: false })]);
  }

  /** Looks once at what is due, and posts it: in several channels at once, in each one after the other. */
  async look(): Promise<void> {
    const { store, log } = this.#options;
    const digests = await store.digests.all().catch((error) => {
      log.error({ err: error }, 'the digests can’t be looked up');
      return [];
    });
    const byChannel = new Map<string, Digest[]>();
    for (const digest of digests)
      byChannel.set(digest.channelId, [...(byChannel.get(digest.channelId) ?? []), digest]);
    const channels = byChannel.values();
    // All take from the same channels, whoever is free the next one.
    const attend = async () => {
      for (const ofChannel of channels) for (const digest of ofChannel) await this.#attendOrLog(digest);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, attend));
  }

  /** A digest that trips over a bug must not hold up the others. */
  async #attendOrLog(digest: Digest): Promise<void> {
    if (this.#breakOff.signal.aborted) return;
    try {
      await this.#attend(digest);
    } catch (error) {
      if (!this.#breakOff.signal.aborted)
        this.#options.log.error({ err: error, digest: digest.id }, 'a digest failed');
    }
  }

  /** Posts a digest where it is due and no other host is at it. */
  async #attend({ id, ...seen }: Digest): Promise<void> {
    const { store, clock } = this.#options;
    const now = clock.now();
    if (now.getTime() < seen.nextAttemptAt || digestDuty(seen, now).kind === 'wait') return;
    const host = store.hosts.id;
    const digest = await store.digests.claim(id);
    if (!digest) return;
    // Another host may have posted it since it was looked up.
    const duty = digestDuty(digest, now);
    if (duty.kind === 'wait' || now.getTime() < digest.nextAttemptAt) return store.digests.release(id);
    await this.#post(digest, duty, now, host);
  }

  async #post(
    digest: Digest,
    duty: Exclude<DigestDuty, { kind: 'wait' }>,
    now: Date,
    host: string,
  ): Promise<void> {
    const { store, sender, refusals, render, log } = this.#options;
    const { id, guildId, channelId, attemptedAt } = digest;
    const about = { guild: guildId, channel: channelId, day: duty.day };
    const mark = digestMark(id, duty.day);
    const { signal } = this.#breakOff;
    // An attempt may have arrived although a crash or a lost answer kept that from us.
    if (attemptedAt !== null && (await sender.find(channelId, mark, attemptedAt, signal)) !== null)
      return store.digests.done(id, duty.day);
    // What waits for a permission is kept until the next one takes its place.
    const waits = digest.nextAttemptAt > 0 && (await store.refusedChannels.get(channelId)) !== null;
    if (duty.kind === 'skip' && !waits) {
      log.warn(about, 'a digest was skipped: its time is long over');
      return store.digests.done(id, duty.day);
    }
    const view = await render(digest, duty.day, mark);
    if (view === null) {
      log.info(about, 'a digest had nothing to say');
      return store.digests.done(id, duty.day);
    }
    await store.digests.trying(id, now.getTime());
    const { silent, publish, pingRole } = digest;
    // After a hang another host may be at it: then this one keeps its hands off.
    if (!store.hosts.holds(host)) return;
    const sent = await sender.send(channelId, view, mark, { silent, publish, pingRole, signal });
    if (sent.kind === 'sent') {
      await store.digests.done(id, duty.day);
      return refusals.cleared(channelId);
    }
    const { reason } = sent;
    if (sent.kind === 'later') {
      log.info({ ...about, reason }, 'a digest has to wait');
      const until = now.getTime() + Math.max(sent.afterMs ?? 0, retryDelay(4, 0.5));
      return store.digests.putOff(id, until, sent.notTaken ? attemptedAt : (attemptedAt ?? now.getTime()));
    }
    const refused = { what: 'digest', channelId, guildId, userId: digest.setBy, label: digest.kind } as const;
    if (sent.kind === 'refused') {
      const duty = await refusals.refused(refused, reason, Math.random());
      if (duty.kind === 'wait') return store.digests.putOff(id, now.getTime() + duty.ms, attemptedAt);
      log.warn({ ...about, reason }, 'a digest ended: a permission was missing for a week');
    } else log.warn({ ...about, reason }, 'a digest ended: its channel is gone');
    try {
      await refusals.tell(digest.setBy, { ...refused, kind: 'digest-ended' });
    } finally {
      // Last, so that a crash before it leaves the word to the next start.
      await store.digests.remove(id);
    }
  }
}

/** The mark of a digest's post of one day: the same in every attempt, also after a restart. */
function digestMark(id: number, day: CalendarDate): string {
  return createHash('sha256').update(`digest ${id} ${day}`).digest('base64url').slice(0, 16);
}
