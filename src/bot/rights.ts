import { type BaseInteraction, ChannelType, type Client, Events } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

/** What the bot and the person who asks may do in a channel (bits of PermissionFlagsBits). */
export interface Rights {
  readonly bot: bigint;
  readonly caller: bigint;
  readonly isThread: boolean;
  /** True for an announcement channel, whose messages can be published. */
  readonly isAnnouncement: boolean;
}

const withChannels = z.object({
  id: z.string(),
  data: z.object({
    resolved: z.object({
      channels: z.record(z.string(), z.object({ app_permissions: z.string().regex(/^\d+$/).optional() })),
    }),
  }),
});

/**
 * What interactions report that the bot may do in the channels their options name. discord.js passes only its own
 * channels on, whose permissions it works out from its cache; the report is Discord's own.
 */
export class ReportedRights {
  readonly #reports = new LRUCache<string, ReadonlyMap<string, bigint>>({ max: 500 });

  /** Listens to what a client gets. */
  listen(client: Client): void {
    client.on(Events.Raw, (packet: { readonly t?: unknown; readonly d?: unknown } | null) => {
      if (packet?.t === 'INTERACTION_CREATE') this.note(packet.d);
    });
  }

  /** Notes what an interaction reports; anything else is passed over. */
  note(interaction: unknown): void {
    const read = withChannels.safeParse(interaction);
    if (!read.success) return;
    const { id, data } = read.data;
    const reported = Object.entries(data.resolved.channels).flatMap(([channel, { app_permissions: bits }]) =>
      bits === undefined ? [] : [[channel, BigInt(bits)] as const],
    );
    if (reported.length > 0) this.#reports.set(id, new Map(reported));
  }

  of(interactionId: string, channelId: string): bigint | null {
    return this.#reports.get(interactionId)?.get(channelId) ?? null;
  }
}

/** What may be done in a channel of the server an interaction is from; null where the bot doesn't know the channel. */
export function rightsIn(
  interaction: BaseInteraction,
  channelId: string,
  reported: ReportedRights,
): Rights | null {
  if (!interaction.inCachedGuild()) return null;
  const channel = interaction.guild.channels.cache.get(channelId);
  const { me } = interaction.guild.members;
  if (!channel || !me) return null;
  return {
    bot: reported.of(interaction.id, channelId) ?? channel.permissionsFor(me)?.bitfield ?? 0n,
    caller: channel.permissionsFor(interaction.member)?.bitfield ?? 0n,
    isThread: channel.isThread(),
    isAnnouncement: channel.type === ChannelType.GuildAnnouncement,
  };
}
