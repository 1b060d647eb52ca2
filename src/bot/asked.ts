import type { BaseInteraction } from 'discord.js';
import type { Archive } from '../archive/archive.js';
import { type Clock, today } from '../clock.js';
import type { Pictures } from '../pictures/pictures.js';
import type { TextOwner } from '../store/long-texts.js';
import type { QuietChannels } from '../store/quiet-channels.js';
import type { StoryThreads } from '../store/story-threads.js';
import type { Talk } from '../store/talk.js';
import type { Votes } from '../store/votes.js';
import type { LongTexts } from '../views/long-texts.js';
import { sentencesFor } from '../views/sentences/sentences.js';
import type { Asked } from './command.js';
import type { Layout } from './payload.js';
import { type ReportedRights, rightsIn } from './rights.js';
import type { OneAtATime } from './threads/one-at-a-time.js';
import type { ThreadPoster } from './threads/thread-poster.js';
import type { AnswerWriter } from './written/answer-writer.js';

/** Texts that belong to whoever they were put in for, and go with them. */
export interface OwnedTexts extends LongTexts {
  for?(owner: TextOwner): LongTexts;
}

/** What the dispatcher hands on to whatever answers. */
export interface Services {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly longTexts: OwnedTexts;
  readonly layout: Layout;
  readonly reportedRights: ReportedRights;
  /** The channels where mentions are not answered. */
  readonly quietChannels?: Pick<QuietChannels, 'has'>;
  readonly pictures: Pictures;
  readonly threads: StoryThreads;
  readonly poster: ThreadPoster;
  /** Threads are opened one at a time in a channel. */
  readonly openings: OneAtATime;
  readonly talk: Talk;
  /** Writes answers with the operator's own model, where there is one. */
  readonly writer?: AnswerWriter;
  /** Takes what people say about answers. */
  readonly votes?: Pick<Votes, 'cast'>;
  /** Ids of the registered commands by name. */
  readonly commandIds?: ReadonlyMap<string, string>;
  /** Whether only the events that come with the bot are served, which an import changes. */
  readonly onlyShipped?: () => boolean;
}

/** Who asks, where, in which language, on which day. */
export function asked(interaction: BaseInteraction, services: Services): Asked {
  const { longTexts, reportedRights } = services;
  const owner = { guildId: interaction.guildId, userId: interaction.user.id };
  return {
    archive: services.archive,
    longTexts: longTexts.for?.(owner) ?? longTexts,
    rightsIn: (channelId) => rightsIn(interaction, channelId, reportedRights),
    pictures: services.pictures,
    ...(services.writer && { writer: services.writer }),
    ...(services.votes && { votes: services.votes }),
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
