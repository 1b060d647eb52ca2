import type { Clock } from '../clock.js';
import type { Notice } from '../store/notices.js';
import type { Store } from '../store/store.js';
import type { DeliveryLog } from './delivery-log.js';

const MINUTE_MS = 60_000;
/** A permission that is missing for this long ends what was set up. */
export const REFUSED_FOR_MS = 7 * 24 * 60 * MINUTE_MS;
/** The longest pause between two attempts. */
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** What could not be sent for lack of a permission. */
export interface Refused extends Omit<Notice, 'kind'> {
  readonly what: 'follow' | 'digest';
  /** The person who set it up. */
  readonly userId: string;
}

/** Says something to a person by direct message; false where they take none. */
export type TellPerson = (userId: string, notice: Notice) => Promise<boolean>;

/** What to do with a message that was refused. */
export type RefusalDuty =
  | { readonly kind: 'wait'; readonly ms: number }
  /** The permission has been missing for a week. */
  | { readonly kind: 'end' };

/**
 * Keeps what a missing permission holds up: for a week it is tried again, with growing pauses; the person who set it up
 * is notified once, by direct message or else in `/following`.
 */
export class Refusals {
  readonly #store: Pick<Store, 'refusedChannels' | 'notices'>;
  readonly #tell: TellPerson;
  readonly #clock: Clock;
  readonly #log: DeliveryLog;

  constructor(
    store: Pick<Store, 'refusedChannels' | 'notices'>,
    tell: TellPerson,
    clock: Clock,
    log: DeliveryLog,
  ) {
    this.#store = store;
    this.#tell = tell;
    this.#clock = clock;
    this.#log = log;
  }

  /** Notes a refusal, notifies the person where they don't know yet, and says what to do. */
  async refused(refused: Refused, reason: string, random: number): Promise<RefusalDuty> {
    const { channelId, guildId, userId, what } = refused;
    const known = await this.#store.refusedChannels.refused(channelId, guildId);
    const elapsed = this.#clock.now().getTime() - known.since;
    if (elapsed >= REFUSED_FOR_MS) return { kind: 'end' };
    if (!known.told.includes(userId)) {
      this.#log.warn(
        { channel: channelId, guild: guildId, reason },
        'a permission is missing, so messages wait',
      );
      await this.tell(userId, { ...refused, kind: `${what}-refused` });
      await this.#store.refusedChannels.told(known, userId);
    }
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(MINUTE_MS, elapsed / 4));
    return { kind: 'wait', ms: Math.round(pause * (0.75 + random / 4)) };
  }

  /** A message went through: the channel is open again. */
  async cleared(channelId: string): Promise<void> {
    if (await this.#store.refusedChannels.cleared(channelId))
      this.#log.info({ channel: channelId }, 'a missing permission is back');
  }

  /** Tells a person, by direct message or else the next time they ask what is followed. */
  async tell(userId: string, notice: Notice): Promise<void> {
    const { kind, channelId, guildId, label } = notice;
    const isTold = await this.#tell(userId, notice).catch((error) => {
      this.#log.info({ err: error, user: userId }, 'a direct message could not be sent');
      return false;
    });
    if (!isTold) await this.#store.notices.leave(userId, { kind, channelId, guildId, label });
  }
}
