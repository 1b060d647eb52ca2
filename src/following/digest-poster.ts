import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import type { CalendarDate } from '../events/calendar-date.js';
import type { Digest } from '../store/digests.js';
import type { Store } from '../store/store.js';
import type { CourierLog } from './courier.js';
import { digestDuty } from './digest-time.js';
import type { MessageSender } from './message-sender.js';

/** How often the clock is looked at. */
const LOOK_MS = 30_000;
/** What is on its way when the bot stops may take so long; the next start sees to the rest. */
const GRACE_MS = 3_000;
/** What broke off may take so long to notice it. */
const BREAK_OFF_MS = 500;

/** What daily posts are made and sent with. A `View` is a message as its sender takes it. */
export interface DigestPosterOptions<View> {
  readonly store: Pick<Store, 'digests'>;
  readonly sender: MessageSender<View>;
  /** The post of a day; null where there is nothing to tell. */
  readonly render: (digest: Digest, day: CalendarDate, mark: string) => Promise<View | null>;
  /** Tells who set a daily post that it had to be turned off. */
  readonly turnedOff: (digest: Digest) => Promise<void>;
  readonly clock: Clock;
  readonly log: CourierLog;
}

/** Posts what servers asked for every day: once a day, late rather than never, skipped aloud after six hours. */
export class DigestPoster<View> {
  readonly #options: DigestPosterOptions<View>;
  readonly #breakOff = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: DigestPosterOptions<View>) {
    this.#options = options;
  }

  start(): void {
    const look = () => {
      this.#looking = this.look().finally(() => {
        if (this.#timer) this.#timer = globalThis.setTimeout(look, LOOK_MS);
      });
    };
    this.#timer = globalThis.setTimeout(look, 0);
  }

  /** Finishes the post on its way, within seconds, and stops; what is broken off is seen to at the next start. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await Promise.race([this.#looking, setTimeout(GRACE_MS, null, { ref: false })]);
    this.#breakOff.abort();
    await Promise.race([this.#looking, setTimeout(BREAK_OFF_MS, null, { ref: false })]);
  }

  /** Looks once at what is due, and posts it. */
  async look(): Promise<void> {
    const { store, log } = this.#options;
    const digests = await store.digests.all().catch((error) => {
      log.error({ err: error }, 'the daily posts can’t be looked up');
      return [];
    });
    for (const digest of digests) {
      if (this.#breakOff.signal.aborted) return;
      try {
        await this.#attend(digest);
      } catch (error) {
        if (!this.#breakOff.signal.aborted)
          log.error({ err: error, guild: digest.guildId }, 'a daily post failed');
      }
    }
  }

  async #attend(digest: Digest): Promise<void> {
    const { store, sender, render, clock, log } = this.#options;
    const { guildId, channelId, attemptedAt } = digest;
    const now = clock.now();
    const duty = digestDuty(digest, now);
    if (duty.kind === 'wait') return;
    const about = { guild: guildId, channel: channelId, day: duty.day };
    const mark = digestMark(guildId, duty.day);
    const { signal } = this.#breakOff;
    // An attempt may have arrived although a crash or a lost answer kept that from us.
    if (attemptedAt !== null && (await sender.find(channelId, mark, attemptedAt, signal)) !== null)
      return store.digests.done(guildId, duty.day);
    if (duty.kind === 'skip') {
      log.warn(about, 'a daily post was skipped: its hour is long over');
      return store.digests.done(guildId, duty.day);
    }
    const view = await render(digest, duty.day, mark);
    if (view === null) {
      log.info(about, 'a daily post had nothing to tell');
      return store.digests.done(guildId, duty.day);
    }
    await store.digests.trying(guildId, now.getTime());
    const sent = await sender.send(channelId, view, mark, signal);
    if (sent.kind === 'sent') return store.digests.done(guildId, duty.day);
    if (sent.kind === 'later') return log.info({ ...about, reason: sent.reason }, 'a daily post has to wait');
    log.warn({ ...about, reason: sent.reason }, 'a daily post was turned off: its place is gone');
    try {
      await this.#options.turnedOff(digest);
    } finally {
      // Last, so that a crash before it leaves the word to the next start.
      await store.digests.remove(guildId);
    }
  }
}

/** The mark of a server's post of one day: the same in every attempt, also after a restart. */
function digestMark(guildId: string, day: CalendarDate): string {
  return createHash('sha256').update(`${guildId} ${day}`).digest('base64url').slice(0, 16);
}
