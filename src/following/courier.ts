import type { Clock } from '../clock.js';
import type { NewsEvent } from '../events/event.js';
import type { Follow } from '../store/follows.js';
import type { Parcel } from '../store/outbox.js';
import type { Store } from '../store/store.js';
import type { MessageSender, Sent } from './message-sender.js';
import { MOST_ATTEMPTS, retryDelay } from './retry.js';

/** Messages on their way at once; one channel's wait must not hold up the others. */
const AT_ONCE = 8;
/** For so long after an attempt the mark alone keeps a message from appearing twice; Discord says "a few minutes". */
const MARK_HOLDS_MS = 2 * 60_000;

/** What is worth a line in the log. */
export interface CourierLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface CourierOptions<View> {
  readonly store: Pick<Store, 'follows' | 'outbox'>;
  readonly sender: MessageSender<View>;
  /** The event of an id or a path, or null where it is gone. */
  readonly event: (idOrPath: string) => Promise<NewsEvent | null>;
  /** The message that tells of new events. Its components hold the mark. */
  readonly render: (follow: Follow, events: readonly NewsEvent[], parcel: Parcel) => View;
  readonly clock: Clock;
  readonly log: CourierLog;
  /** From 0 to 1; spreads retries. */
  readonly random?: () => number;
}

/**
 * Brings what is in the outbox to where it is followed: each parcel once, in order, tried again with growing waits, and
 * given up aloud. A follow whose place is gone ends.
 */
export class Courier<View> {
  readonly #options: CourierOptions<View>;
  #wake: () => void = () => {};
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(options: CourierOptions<View>) {
    this.#options = options;
  }

  /** Starts bringing; call once, when the sender is ready. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Says that something was put into the outbox. */
  wake(): void {
    this.#wake();
  }

  /** Finishes what is on its way and stops. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { store, clock, log } = this.#options;
    while (!this.#stopped) {
      try {
        const due = await store.outbox.due(AT_ONCE);
        if (due.length > 0) {
          await Promise.all(due.map((parcel) => this.#bringOrPutOff(parcel)));
          continue;
        }
        const next = await store.outbox.nextDue();
        await this.#rest(next === null ? null : Math.max(50, next - clock.now().getTime()));
      } catch (error) {
        log.error({ err: error }, 'the outbox can’t be worked on, trying again');
        await this.#rest(retryDelay(4, 0.5));
      }
    }
  }

  /** Waits until something is put into the outbox, or so many milliseconds. */
  #rest(ms: number | null): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = ms === null ? null : setTimeout(resolve, Math.min(ms, 60_000));
      this.#wake = () => {
        if (timer) clearTimeout(timer);
        resolve();
      };
    });
  }

  /** A parcel that trips over a bug must not hold up the others. */
  async #bringOrPutOff(parcel: Parcel): Promise<void> {
    const { store, log, random = Math.random } = this.#options;
    try {
      await this.#bring(parcel);
    } catch (error) {
      log.error({ err: error, parcel: parcel.id, follow: parcel.followId }, 'new events could not be told');
      if (parcel.attempts >= MOST_ATTEMPTS) return store.outbox.giveUp(parcel.id);
      await store.outbox.putOff(parcel.id, retryDelay(parcel.attempts + 1, random()));
    }
  }

  async #bring(parcel: Parcel): Promise<void> {
    const { store, sender, event, render, log } = this.#options;
    const follow = await store.follows.get(parcel.followId);
    if (!follow) return store.outbox.giveUp(parcel.id);
    const found = parcel.events.map(async ({ id, path }) => (await event(id)) ?? event(path));
    const events = (await Promise.all(found)).filter((e) => e !== null);
    const arrived = await this.#arrivedBefore(parcel, follow);
    if (arrived !== null) return store.outbox.sent(parcel.id, arrived);
    if (events.length === 0) {
      log.warn({ follow: follow.id, events: parcel.events }, 'new events went again before they were told');
      return store.outbox.giveUp(parcel.id);
    }
    await store.outbox.trying(parcel.id);
    await this.#note(
      parcel,
      follow,
      await sender.send(follow.channelId, render(follow, events, parcel), parcel.mark),
    );
  }

  /** The message an attempt left that a crash cut off; within some minutes the mark itself takes care of it. */
  async #arrivedBefore(parcel: Parcel, follow: Follow): Promise<string | null> {
    const { sender, clock } = this.#options;
    if (parcel.attemptedAt === null || clock.now().getTime() - parcel.attemptedAt < MARK_HOLDS_MS)
      return null;
    return sender.find(follow.channelId, parcel.mark);
  }

  async #note(parcel: Parcel, follow: Follow, result: Sent): Promise<void> {
    const { store, log, random = Math.random } = this.#options;
    const about = { follow: follow.id, channel: follow.channelId, events: parcel.events };
    if (result.kind === 'sent') return store.outbox.sent(parcel.id, result.messageId);
    if (result.kind === 'gone') {
      await store.follows.remove(follow.id);
      return log.warn({ ...about, reason: result.reason }, 'a follow ended: its place is gone');
    }
    const attempts = parcel.attempts + 1;
    if (attempts >= MOST_ATTEMPTS) {
      await store.outbox.giveUp(parcel.id);
      return log.error({ ...about, reason: result.reason }, 'new events could not be told and were given up');
    }
    await store.outbox.putOff(parcel.id, Math.max(result.afterMs ?? 0, retryDelay(attempts, random())));
    log.info({ ...about, reason: result.reason, attempts }, 'new events could not be told yet, trying again');
  }
}
