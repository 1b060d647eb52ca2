import type { BaseInteraction } from 'discord.js';
import type { Archive } from '../archive/archive.js';
import { type Clock, today } from '../clock.js';
import type { Pictures } from '../pictures/pictures.js';
import type { LongTexts } from '../views/long-texts.js';
import { sentencesFor } from '../views/sentences/sentences.js';
import type { Asked } from './command.js';

/** What the dispatcher hands on to whatever answers. */
export interface Services {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly longTexts: LongTexts;
  readonly pictures: Pictures;
}

/** Who asks, where, in which language, on which day. */
export function asked(interaction: BaseInteraction, services: Services): Asked {
  return {
    archive: services.archive,
    longTexts: services.longTexts,
    pictures: services.pictures,
    say: sentencesFor(interaction.locale),
    today: today(services.clock),
    caller: { id: interaction.user.id, locale: interaction.locale },
    place: {
      guildId: interaction.guildId,
      channelId: interaction.channelId,
      channelType: interaction.channel?.type ?? null,
      botIsMember: interaction.inCachedGuild(),
      permissions: interaction.appPermissions.bitfield,
      callerPermissions: interaction.memberPermissions?.bitfield ?? 0n,
    },
  };
}
