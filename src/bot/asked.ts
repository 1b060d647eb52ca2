import type { BaseInteraction } from 'discord.js';
import type { Archive } from '../archive/archive.js';
import { type Clock, today } from '../clock.js';
import type { Pictures } from '../pictures/pictures.js';
import type { StoryThreads } from '../store/story-threads.js';
import type { Talk } from '../store/talk.js';
import type { LongTexts } from '../views/long-texts.js';
import { sentencesFor } from '../views/sentences/sentences.js';
import type { Asked } from './command.js';
import type { OneAtATime } from './threads/one-at-a-time.js';
import type { ThreadTeller } from './threads/thread-teller.js';

/** What the dispatcher hands on to whatever answers. */
export interface Services {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly longTexts: LongTexts;
  readonly pictures: Pictures;
  readonly threads: StoryThreads;
  readonly teller: ThreadTeller;
  /** Threads are opened one at a time in a channel. */
  readonly openings: OneAtATime;
  readonly talk: Talk;
  /** Ids of the registered commands by name. */
  readonly commandIds?: ReadonlyMap<string, string>;
  /** Whether only the events that come with the bot are served, which an import changes. */
  readonly onlyShipped?: () => boolean;
}

/** Who asks, where, in which language, on which day. */
export function asked(interaction: BaseInteraction, services: Services): Asked {
  return {
    archive: services.archive,
    longTexts: services.longTexts,
    pictures: services.pictures,
    ...(services.commandIds && { commandIds: services.commandIds }),
    onlyShipped: services.onlyShipped?.() ?? false,
    say: sentencesFor(interaction.locale),
    today: today(services.clock),
    caller: { id: interaction.user.id, locale: interaction.locale },
    place: {
      guildId: interaction.guildId,
      channelId: interaction.channelId,
      channelType: interaction.channel?.type ?? null,
      parentType: interaction.channel?.isThread() ? (interaction.channel.parent?.type ?? null) : null,
      botIsMember: interaction.inCachedGuild(),
      permissions: interaction.appPermissions.bitfield,
      callerPermissions: interaction.memberPermissions?.bitfield ?? 0n,
    },
  };
}
