import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Asked, Call, Command, Outcome } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { type Clock, today } from '../src/clock.js';
import { addDays } from '../src/events/calendar-date.js';
import { digestDuty, isTimeZone } from '../src/following/digest-time.js';
import type { DigestKind, Digests } from '../src/store/digests.js';
import { clip } from '../src/views/clip.js';
import { hint } from '../src/views/hint.js';
import { escapeMarkdown } from '../src/views/markdown.js';
import { en } from '../src/views/sentences/en.js';

const words = en.following.commands.digest;
const kinds = ['on-this-day', 'yesterday'] as const satisfies readonly DigestKind[];
const zones = Intl.supportedValuesOf('timeZone');

/** `/digest`: a server's daily post, for those who manage the server. */
export function digestCommand({ digests, clock }: { digests: Digests; clock: Clock }): Command {
  return {
    json: {
      ...slashCommand({
        name: 'digest',
        description: words.description,
        default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
        options: [
          {
            type: ApplicationCommandOptionType.Subcommand,
            name: 'set',
            description: words.set.description,
            options: [
              {
                type: ApplicationCommandOptionType.Channel,
                name: 'channel',
                description: words.set.channel,
                required: true,
                channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
              },
              {
                type: ApplicationCommandOptionType.Integer,
                name: 'hour',
                description: words.set.hour,
                required: true,
                min_value: 0,
                max_value: 23,
              },
              {
                type: ApplicationCommandOptionType.String,
                name: 'timezone',
                description: words.set.timezone,
                required: true,
                autocomplete: true,
              },
              {
                type: ApplicationCommandOptionType.String,
                name: 'kind',
                description: words.set.kind,
                choices: kinds.map((kind) => ({ name: words.set.kinds[kind], value: kind })),
              },
            ],
          },
          {
            type: ApplicationCommandOptionType.Subcommand,
            name: 'show',
            description: words.show.description,
          },
          { type: ApplicationCommandOptionType.Subcommand, name: 'off', description: words.off.description },
        ],
      }),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    },

    async run(call) {
      const { place, say, options } = call;
      if (place.guildId === null || !place.botIsMember) return tell(say.following.digest.onlyInServers);
      if (!manages(call)) return tell(say.following.digest.callerMayNot);
      if (options.subcommand === 'set') return set(call, place.guildId);
      const digest = await digests.get(place.guildId);
      if (!digest) return tell(say.following.digest.none);
      if (options.subcommand === 'show') return tell(shown(digest, call));
      await digests.remove(place.guildId);
      return tell(say.following.digest.off);
    },

    async autocomplete({ typed }) {
      const wanted = typed.toLowerCase().replace(/\s+/g, '_');
      const found = zones.filter((zone) => zone.toLowerCase().includes(wanted));
      return (wanted === '' ? ['UTC', ...found] : found)
        .slice(0, 25)
        .map((zone) => ({ name: zone, value: zone }));
    },
  };

  async function set(call: Call, guildId: string): Promise<Outcome> {
    const { options, say, caller } = call;
    const timeZone = options.text('timezone') ?? 'UTC';
    if (!isTimeZone(timeZone)) return tell(say.following.digest.zone(escapeMarkdown(clip(timeZone, 100))));
    const channelId = options.snowflake('channel');
    if (channelId === null) return tell(say.following.digest.wrongChannel);
    const hour = options.integer('hour') ?? 8;
    const kind = kinds.find((k) => k === options.text('kind')) ?? 'on-this-day';
    const now = clock.now();
    // Set after today's hour, it begins tomorrow: nobody who sets "8" at 9 waits for a post at once.
    const begun = digestDuty({ hour, timeZone, lastPosted: null }, now).kind !== 'wait';
    const day = today(clock, timeZone);
    const digest = { guildId, channelId, kind, hour, timeZone, setBy: caller.id };
    await digests.set({ ...digest, lastPosted: begun ? day : addDays(day, -1) });
    return tell(shown(digest, call));
  }
}

function shown(
  digest: { channelId: string; kind: DigestKind; hour: number; timeZone: string },
  { say }: Asked,
): string {
  const { channelId, kind, hour, timeZone } = digest;
  return say.following.digest.set(channelId, say.following.digest.kinds[kind], hour, timeZone);
}

/** Whether a person may set a daily post where they ask: in a server the bot is a member of, which they manage. */
export function maySetDigest(asked: Asked): boolean {
  return asked.place.guildId !== null && asked.place.botIsMember && manages(asked);
}

function manages({ place }: Asked): boolean {
  const bits = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return (place.callerPermissions & bits) !== 0n;
}

const tell = (sentence: string): Outcome => ({ kind: 'tell', view: hint(sentence) });
