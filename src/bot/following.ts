import { type REST, Routes } from 'discord.js';
import type { APIGuild } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { digestCommand } from '../../commands/digest.js';
import { followCommand } from '../../commands/follow.js';
import { followingCommand } from '../../commands/following.js';
import type { Archive } from '../archive/archive.js';
import type { Clock } from '../clock.js';
import { addDays, type CalendarDate, dateParts } from '../events/calendar-date.js';
import { Courier } from '../following/courier.js';
import { DigestPoster } from '../following/digest-poster.js';
import type { Digest } from '../store/digests.js';
import type { Store } from '../store/store.js';
import { onThisDayPost, yesterdayPost } from '../views/digest-view.js';
import { hint } from '../views/hint.js';
import type { MessageView } from '../views/message.js';
import { newsView } from '../views/news-view.js';
import { en } from '../views/sentences/en.js';
import { ChannelMessages } from './channel-messages.js';
import type { Command } from './command.js';

/** What the bot does by itself: telling follows of new events, and the daily posts; with the commands that set them. */
export interface Following {
  readonly commands: readonly Command[];
  /** Begins to send; once the bot is connected. `guilds`: the servers it is in, what is kept for others goes. */
  start(guilds: readonly string[]): Promise<void>;
  /** Says that new events were put into the outbox. */
  wake(): void;
  /** Forgets what was kept for a server that the bot was removed from. */
  guildGone(guildId: string): Promise<void>;
  /** Forgets what was kept for a channel or thread that was deleted; its follows end. */
  channelGone(channelId: string): Promise<void>;
  /** Ends what is on its way within seconds; the next start sees to the rest. */
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
}

/** Wires what the bot does by itself. */
export function createFollowing({ archive, store, clock, log, rest }: FollowingNeeds): Following {
  const messages = new ChannelMessages(rest);
  const courier = new Courier<MessageView>({
    store,
    sender: messages,
    event: (idOrPath) => archive.event(idOrPath),
    render: (follow, events, parcel) => newsView(follow, events, parcel.mark, en),
    clock,
    log,
  });
  const digests = new DigestPoster<MessageView>({
    store,
    sender: messages,
    render: (digest, day, mark) => digestView(archive, digest, day, mark),
    turnedOff: (digest) => tellTurnedOff(messages, rest, digest),
    clock,
    log,
  });
  const openDirect = async (userId: string, sentence: string) => {
    const channelId = await messages.direct(userId);
    if (channelId === null) return null;
    const mark = `hello-${clock.now().getTime().toString(36)}`;
    const sent = await messages.send(channelId, hint(sentence), mark);
    return sent.kind === 'sent' ? channelId : null;
  };
  const guildGone = async (guildId: string) => {
    await store.forgetGuild(guildId);
    log.info({ guild: guildId }, 'removed from a server; what was kept for it is deleted');
  };
  return {
    commands: [
      followCommand({ follows: store.follows, openDirect }),
      followingCommand({ follows: store.follows, outbox: store.outbox }),
      digestCommand({ digests: store.digests, clock }),
    ],
    async start(guilds) {
      for (const kept of await store.guilds()) if (!guilds.includes(kept)) await guildGone(kept);
      courier.start();
      digests.start();
    },
    wake: () => courier.wake(),
    guildGone,
    async channelGone(channelId) {
      await store.threads.remove(channelId);
      await store.talk.remove(channelId);
      const ended = await store.follows.removeIn(channelId);
      if (ended > 0) log.info({ channel: channelId, ended }, 'follows ended: their channel was deleted');
    },
    async stop() {
      await digests.stop();
      await courier.stop();
    },
  };
}

async function digestView(
  archive: Archive,
  { kind }: Digest,
  day: CalendarDate,
  mark: string,
): Promise<MessageView | null> {
  if (kind === 'on-this-day') {
    const { month, day: dayOfMonth } = dateParts(day);
    const found = await archive.onThisDay(month, dayOfMonth);
    return found.total === 0 ? null : onThisDayPost(found, mark, en);
  }
  const yesterday = addDays(day, -1);
  const found = await archive.day(yesterday);
  return found.total === 0 ? null : yesterdayPost(yesterday, found.groups, mark, en);
}

/** A word to whoever set a daily post that had to be turned off; where they take none, the log has it. */
async function tellTurnedOff(messages: ChannelMessages, rest: REST, digest: Digest): Promise<void> {
  const channelId = await messages.direct(digest.setBy);
  if (channelId === null) return;
  const guild = (await rest.get(Routes.guild(digest.guildId)).catch(() => null)) as APIGuild | null;
  const sentence = en.following.digest.turnedOff(digest.channelId, guild?.name ?? digest.guildId);
  await messages.send(channelId, hint(sentence), `off-${digest.guildId}`.slice(0, 25));
}
