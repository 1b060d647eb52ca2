import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import type { NewsEvent } from '../events/event.js';
import type { Follow } from '../store/follows.js';
import type { Parcel } from '../store/outbox.js';
import type { Store } from '../store/store.js';
import type { DeliveryLog } from './delivery-log.js';
import type { MessageSender, Sent } from './message-sender.js';
import type { Refusals } from './refusals.js';
import { MOST_ATTEMPTS, MOST_REFUSALS, retryDelay } from './retry.js';

/** Channels that are written to at once. */
const AT_ONCE = 16;
/** What is on its way when the bot stops may take so long, in milliseconds; the next start sees to the rest. */
const GRACE_MS = 600;
/** What broke off may take so long to notice it. */
const BREAK_OFF_MS = 200;

/** How often a host that isn't alone looks for what others left, in milliseconds. */
const LOOK_MS = 5_000;
/** So long a host's copy of the events may be behind that of another host. */
const BEHIND_MS = 10 * 60_000;
/** What isn't in this host's copy yet is put off for this long; another host may have it. */
const BEHIND_PAUSE_MS = 5_000;

/** What a courier works with. A `View` is a message as its sender takes it. */
export interface CourierOptions<View> {
  readonly store: Pick<Store, 'follows' | 'outbox' | 'hosts' | 'isShared'>;
  readonly sender: MessageSender<View>;
  readonly refusals: Refusals;
  /** The event of an id or a path, or null where it is gone. */
  readonly event: (idOrPath: string) => Promise<NewsEvent | null>;
  /** The message about new events. Its components contain the mark. */
  readonly render: (follow: Follow, events: readonly NewsEvent[], parcel: Parcel) => View;
  readonly clock: Clock;
  readonly log: DeliveryLog;
  /** From 0 to 1; spreads retries. */
  readonly random?: () => number;
}

/**
 * Brings what is in the outbox to where it is followed: each parcel once, in order, tried again with growing waits, and
 * given up aloud. A follow whose channel is gone ends at once, one whose permissions are missing after a week.
 */
export class Courier<View> {
  readonly #options: CourierOptions<View>;
  readonly #breakOff = new AbortController();
  /** What is on its way, by channel: one channel's wait must not hold up the others. */
  readonly #underWay = new Map<string, Promise<void>>();
  #woken = false;
  #wake: () => void = () => {};
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(options: CourierOptions<View>) {
    this.#options = options;
  }

  /** Starts bringing; call once, when the sender is ready. */
  start(): void {
    if (!this.#stopped) this.#running ??= this.#run();
  }

  /** Says that something was put into the outbox. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Finishes what is on its way, within seconds, and stops; what is broken off is seen to at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
    const rest = Promise.all(this.#underWay.values());
    await Promise.race([rest, setTimeout(GRACE_MS, null, { ref: false })]);
    this.#breakOff.abort();
    await Promise.race([rest, setTimeout(BREAK_OFF_MS, null, { ref: false })]);
  }

  async #run(): Promise<void> {
    const { log } = this.#options;
    while (!this.#stopped) {
      try {
        this.#woken = false;
        await this.#rest(await this.#setOut());
      } catch (error) {
        log.error({ err: error }, 'the outbox can’t be worked on, trying again');
        await this.#rest(retryDelay(4, 0.5));
      }
    }
  }

  /** Sets out with what is due; how long there is nothing more to do then, in milliseconds, or null for an open end. */
  async #setOut(): Promise<number | null> {
    const { outbox } = this.#options.store;
    const free = AT_ONCE - this.#underWay.size;
    if (free === 0) return null;
    for (const parcel of await outbox.due(free, [...this.#underWay.keys()])) {
      const task = this.#bringOrPutOff(parcel).finally(() => {
        this.#underWay.delete(parcel.channelId);
        this.wake();
      });
      this.#underWay.set(parcel.channelId, task);
    }
    if (this.#underWay.size === AT_ONCE) return null;
    const next = await outbox.nextDue([...this.#underWay.keys()]);
    return next === null ? null : Math.max(50, next - this.#options.clock.now().getTime());
  }

  /** Waits until it is woken, or for this many milliseconds. */
  #rest(ms: number | null): Promise<void> {
    if (this.#stopped || this.#woken) return Promise.resolve();
    const { isShared } = this.#options.store;
    const longest = isShared ? LOOK_MS : 60_000;
    return new Promise((resolve) => {
      const timer =
        ms === null && !isShared ? null : globalThis.setTimeout(resolve, Math.min(ms ?? longest, longest));
      this.#wake = () => {
        if (timer) clearTimeout(timer);
        resolve();
      };
    });
  }

  /** A parcel that trips over a bug must not hold up the others. Never throws. */
  async #bringOrPutOff(parcel: Parcel): Promise<void> {
    const { store, log, random = Math.random } = this.#options;
    try {
      await this.#bring(parcel);
    } catch (error) {
      if (this.#breakOff.signal.aborted) return;
      log.error({ err: error, parcel: parcel.id, follow: parcel.followId }, 'new events could not be posted');
      const delay = retryDelay(parcel.attempts + 1, random());
      const noted =
        parcel.attempts >= MOST_REFUSALS
          ? store.outbox.giveUp(parcel.id)
          : store.outbox.putOff(parcel.id, delay);
      await noted.catch((err) => log.error({ err, parcel: parcel.id }, 'the outbox can’t be written'));
    }
  }

  async #bring(parcel: Parcel): Promise<void> {
    const { store, sender, event, render, clock, log } = this.#options;
    const { signal } = this.#breakOff;
    const follow = await store.follows.get(parcel.followId);
    if (!follow) return;
    if (parcel.attemptedAt !== null) {
      // An attempt may have arrived although a crash or a lost answer kept that from us.
      const arrived = await sender.find(follow.channelId, parcel.mark, parcel.attemptedAt, signal);
      if (arrived !== null) return store.outbox.sent(parcel.id, arrived);
    }
    const tried = await store.outbox.trying(parcel.id);
    if (!tried) return;
    const found = tried.events.map(async ({ id, path }) => (await event(id)) ?? event(path));
    const events = (await Promise.all(found)).filter((e) => e !== null);
    const isBehind = store.isShared && clock.now().getTime() - tried.createdAt < BEHIND_MS;
    if (isBehind && events.length < tried.events.length)
      return store.outbox.refused(tried.id, BEHIND_PAUSE_MS, parcel.attemptedAt);
    if (events.length === 0) {
      log.warn({ follow: follow.id, events: tried.events }, 'new events went again before they were posted');
      return store.outbox.giveUp(tried.id);
    }
    const view = render(follow, events, tried);
    const { silent, publish, pingRole } = follow;
    const how = { silent, publish, pingRole, signal };
    // After a hang another host may be at it: then this one keeps its hands off.
    if (!store.hosts.holds(parcel.claimedBy)) return;
    const sent = await sender.send(follow.channelId, view, tried.mark, how);
    await this.#note(tried, parcel.attemptedAt, follow, sent);
  }

  /** @param before when it was first tried without a known end, before this attempt; null where it never was. */
  async #note(parcel: Parcel, before: number | null, follow: Follow, result: Sent): Promise<void> {
    const { store, refusals, log, random = Math.random } = this.#options;
    const { attempts } = parcel;
    const about = { follow: follow.id, channel: follow.channelId, events: parcel.events.length };
    if (result.kind === 'sent') {
      await store.outbox.sent(parcel.id, result.messageId);
      return refusals.cleared(follow.channelId);
    }
    if (result.kind === 'gone') {
      await store.follows.remove(follow.id);
      await refusals.cleared(follow.channelId);
      return log.warn({ ...about, reason: result.reason }, 'a follow ended: its place is gone');
    }
    if (result.kind === 'refused') {
      const { channelId, guildId, userId, label } = follow;
      const refused = { what: 'follow', channelId, guildId, userId, label } as const;
      const duty = await refusals.refused(refused, result.reason, random());
      if (duty.kind === 'wait') return store.outbox.refused(parcel.id, duty.ms, before);
      await store.follows.remove(follow.id);
      log.warn({ ...about, reason: result.reason }, 'a follow ended: a permission was missing for a week');
      return refusals.tell(userId, { ...refused, kind: 'follow-ended' });
    }
    if (this.#breakOff.signal.aborted) return;
    if (attempts >= MOST_ATTEMPTS) {
      await store.outbox.giveUp(parcel.id);
      return log.error(
        { ...about, paths: parcel.events.map(({ path }) => path), reason: result.reason },
        'new events could not be posted and were given up',
      );
    }
    const ms = Math.max(result.afterMs ?? 0, retryDelay(attempts, random()));
    await (result.notTaken
      ? store.outbox.refused(parcel.id, ms, before)
      : store.outbox.putOff(parcel.id, ms));
    log.info(
      { ...about, reason: result.reason, attempts },
      'new events could not be posted yet, trying again',
    );
  }
}
