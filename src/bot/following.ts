import { randomBytes } from 'node:crypto';
import type { REST } from 'discord.js';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.js';
import type { Clock } from '../clock.js';
import { addDays, type CalendarDate, dateParts } from '../events/calendar-date.js';
import { Courier } from '../following/courier.js';
import { DigestPoster } from '../following/digest-poster.js';
import { Refusals } from '../following/refusals.js';
import type { Digest } from '../store/digests.js';
import type { Store } from '../store/store.js';
import { lastWeekPost, onThisDayPost, yesterdayPost } from '../views/digest-view.js';
import { hint } from '../views/hint.js';
import type { MessageView } from '../views/message.js';
import { newsView } from '../views/news-view.js';
import { en } from '../views/sentences/en.js';
import { ChannelMessages } from './channel-messages.js';
import type { Layout } from './payload.js';
import { type ChannelNow, tellByDirectMessage } from './tell-person.js';

/** How often old data is deleted and missing servers are looked at, in milliseconds. */
const TIDY_MS = 24 * 60 * 60 * 1000;
/** A change of permissions in a server is seldom the only one: so long is waited for the rest. */
const SETTLE_MS = 1_000;

/** What the bot does on its own: posting new events to follows, and digests. */
export interface Following {
  /** Opens a direct message with a sentence; its channel, or null where that person takes none. */
  openDirect(userId: string, sentence: string): Promise<string | null>;
  /**
   * Begins to send; once the bot is connected.
   *
   * @param guilds the servers it is in.
   * @param serves whether a server belongs to a shard of this process: others look after theirs.
   */
  start(guilds: () => readonly string[], serves?: (guildId: string) => boolean): void;
  /** Says that new events were put into the outbox. */
  wake(): void;
  /** Forgets what was kept for a server that the bot was removed from. */
  guildGone(guildId: string): Promise<void>;
  /** A server that may have been missing is there. */
  guildThere(guildId: string): Promise<void>;
  /** Forgets what was kept for a channel or thread that was deleted; its follows end. */
  channelGone(channelId: string): Promise<void>;
  /** Tries at once what waits for a permission in a server where permissions changed. */
  permissionsChanged(guildId: string): void;
  /** Ends what is on its way within a second; the next start sees to the rest. */
  stop(): Promise<void>;
}

/** What the bot's own messages are made and sent with. */
export interface FollowingNeeds {
  readonly archive: Archive;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Logged in as the bot. */
  readonly rest: REST;
  /** A channel of a server as the bot knows it now; null for one it doesn't know. */
  readonly channel: (channelId: string) => ChannelNow | null;
  readonly layout: Layout;
}

/** Wires what the bot does on its own. */
export function createFollowing(needs: FollowingNeeds): Following {
  const { archive, store, clock, log, rest, channel, layout } = needs;
  const messages = new ChannelMessages(rest, layout);
  const refusals = new Refusals(store, tellByDirectMessage(messages, channel), clock, log);
  const courier = new Courier<MessageView>({
    store,
    sender: messages,
    refusals,
    event: (idOrPath) => archive.event(idOrPath),
    render: (follow, events, parcel) => newsView(follow, events, parcel.mark, en),
    clock,
    log,
  });
  const digests = new DigestPoster<MessageView>({
    store,
    sender: messages,
    refusals,
    render: (digest, day, mark) => digestView(archive, digest, day, mark),
    clock,
    log,
  });
  const openDirect = async (userId: string, sentence: string) => {
    const channelId = await messages.direct(userId);
    if (channelId === null) return null;
    const sent = await messages.send(
      channelId,
      hint(sentence),
      `hello-${randomBytes(9).toString('base64url')}`,
    );
    return sent.kind === 'sent' ? channelId : null;
  };
  const guildGone = async (guildId: string) => {
    await store.forgetGuild(guildId);
    log.info({ guild: guildId }, 'removed from a server; what was kept for it is deleted');
  };
  const tidy = async (guilds: readonly string[], serves: (guildId: string) => boolean) => {
    const kept = (await store.guilds()).filter(serves);
    const roll = await store.absentGuilds.look(kept, guilds);
    if (roll.missing.length > 0)
      log.warn(
        { guilds: roll.missing },
        'servers are missing; what was set up there is kept for 30 days in case they come back',
      );
    for (const guildId of roll.overdue.filter(serves)) await guildGone(guildId);
    await store.prune();
    if (roll.back.length > 0) courier.wake();
  };
  let tidying: NodeJS.Timeout | null = null;
  const changed = new Map<string, NodeJS.Timeout>();
  return {
    openDirect,
    start(guilds, serves = () => true) {
      const look = () =>
        tidy(guilds(), serves).catch((error) => log.error({ err: error }, 'old data could not be tidied up'));
      // Before anything is sent: what belongs to a missing server must wait.
      void look().then(() => {
        courier.start();
        digests.start();
      });
      tidying = setInterval(look, TIDY_MS);
      tidying.unref();
    },
    wake: () => courier.wake(),
    guildGone,
    async guildThere(guildId) {
      if (!(await store.absentGuilds.isBack(guildId))) return;
      log.info({ guild: guildId }, 'a missing server is back');
      courier.wake();
    },
    async channelGone(channelId) {
      await store.threads.remove(channelId);
      await store.talk.remove(channelId);
      await store.refusedChannels.cleared(channelId);
      const ended = (await store.follows.removeIn(channelId)).length;
      if (ended > 0) log.info({ channel: channelId, ended }, 'follows ended: their channel was deleted');
    },
    permissionsChanged(guildId) {
      clearTimeout(changed.get(guildId));
      const timer = setTimeout(() => {
        changed.delete(guildId);
        void store.refusedChannels
          .hurry(guildId)
          .then((due) => {
            if (!due) return;
            courier.wake();
            digests.hurry();
          })
          .catch((error) => log.warn({ err: error }, 'what waits for a permission could not be looked up'));
      }, SETTLE_MS);
      timer.unref();
      changed.set(guildId, timer);
    },
    async stop() {
      if (tidying) clearInterval(tidying);
      for (const timer of changed.values()) clearTimeout(timer);
      await Promise.all([digests.stop(), courier.stop()]);
    },
  };
}

async function digestView(
  archive: Archive,
  { kind }: Digest,
  day: CalendarDate,
  mark: string,
): Promise<MessageView | null> {
  const yesterday = addDays(day, -1);
  switch (kind) {
    case 'on-this-day': {
      const { month, day: dayOfMonth } = dateParts(day);
      const found = await archive.onThisDay(month, dayOfMonth);
      return found.total === 0 ? null : onThisDayPost(found, mark, en);
    }
    case 'yesterday': {
      const found = await archive.day(yesterday);
      return found.total === 0 ? null : yesterdayPost(yesterday, found.groups, mark, en);
    }
    case 'last-week': {
      const from = addDays(day, -7);
      const found = await archive.span({ from, to: yesterday, grain: 'span' });
      return found.total === 0 ? null : lastWeekPost(from, yesterday, found.groups, mark, en);
    }
  }
}
