import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Asked, Call, Command, Outcome } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { managesServer } from '../src/bot/manages-server.js';
import { missingForPosting } from '../src/bot/permission-names.js';
import type { Clock } from '../src/clock.js';
import { lastDue } from '../src/following/digest-time.js';
import { readTimeOfDay } from '../src/following/time-of-day.js';
import { readZone, suggestZones } from '../src/following/time-zones.js';
import type { DigestKind, Digests } from '../src/store/digests.js';
import { clip } from '../src/views/clip.js';
import { digestsView } from '../src/views/digests-view.js';
import { hint } from '../src/views/hint.js';
import { escapeMarkdown } from '../src/views/markdown.js';
import { en } from '../src/views/sentences/en.js';

/** A server can have at most this many digests. */
const MOST_DIGESTS = 10;
/** The day a weekly digest comes on where none is named: Monday. */
const MONDAY = 1;
const words = en.following.commands.digest;
const more = en.digests.commands.set;
const kinds = ['on-this-day', 'yesterday', 'last-week'] as const satisfies readonly DigestKind[];

/** `/digest`: what a server gets every day or week, for those who manage the server. */
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
            description: more.description,
            options: [
              {
                type: ApplicationCommandOptionType.Channel,
                name: 'channel',
                description: words.set.channel,
                required: true,
                channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
              },
              {
                type: ApplicationCommandOptionType.String,
                name: 'at',
                description: more.at,
                required: true,
                max_length: 20,
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
                choices: kinds.map((kind) => ({ name: en.digests.kinds[kind], value: kind })),
              },
              {
                type: ApplicationCommandOptionType.Integer,
                name: 'day',
                description: more.day,
                choices: en.digests.weekdays.map((name, value) => ({ name, value })),
              },
              { type: ApplicationCommandOptionType.Boolean, name: 'silent', description: more.silent },
              { type: ApplicationCommandOptionType.Boolean, name: 'publish', description: more.publish },
              { type: ApplicationCommandOptionType.Role, name: 'ping', description: more.ping },
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
      if (!managesServer(call)) return tell(say.following.digest.callerMayNot);
      if (options.subcommand === 'set') return set(call, place.guildId);
      const all = await digests.of(place.guildId);
      const [first, ...others] = all;
      if (!first) return tell(say.following.digest.none);
      if (options.subcommand === 'off' && others.length === 0) {
        await digests.remove(first.id);
        return tell(say.following.digest.off);
      }
      const line = options.subcommand === 'off' ? say.digests.which : '';
      return { kind: 'show', view: digestsView(all, line, say), private: true };
    },

    async autocomplete({ typed }) {
      return suggestZones(typed, clock.now()).map(({ name, zone }) => ({ name, value: zone }));
    },

    presses: {
      async 'digest-off'(press) {
        const { place, values, say } = press;
        if (place.guildId === null || !managesServer(press)) return tell(say.following.digest.callerMayNot);
        const chosen = (await digests.of(place.guildId)).find(({ id }) => String(id) === values[0]);
        if (chosen) await digests.remove(chosen.id);
        const left = await digests.of(place.guildId);
        const line = chosen ? say.digests.stopped : say.digests.gone;
        return { kind: 'show', view: digestsView(left, line, say) };
      },
    },
  };

  async function set(call: Call, guildId: string): Promise<Outcome> {
    const { options, say, caller } = call;
    const now = clock.now();
    const typed = options.text('timezone') ?? 'UTC';
    const zone = readZone(typed, now);
    if (zone.kind !== 'zone') return tell(zoneProblem(typed, zone, call));
    const at = options.text('at') ?? '';
    const minute = readTimeOfDay(at);
    if (minute === null) return tell(say.digests.time(escapeMarkdown(clip(at, 20))));
    const channelId = options.snowflake('channel');
    if (channelId === null) return tell(say.following.digest.wrongChannel);
    const rights = call.rightsIn(channelId);
    const missing = rights ? missingForPosting(rights.bot, false) : [];
    if (missing.length > 0) return tell(say.delivery.cannotPost(channelId, missing));
    const publish = options.flag('publish');
    if (publish && rights && !rights.isAnnouncement) return tell(say.digests.noPublish(channelId));
    const kind = kinds.find((k) => k === options.text('kind')) ?? 'on-this-day';
    const weekday = options.integer('day') ?? (kind === 'last-week' ? MONDAY : null);
    const present = await digests.of(guildId);
    const replaces = present.some(
      (d) => d.channelId === channelId && d.kind === kind && d.weekday === weekday,
    );
    if (!replaces && present.length >= MOST_DIGESTS) return tell(say.digests.tooMany(MOST_DIGESTS));
    const timeZone = zone.zone;
    const how = { silent: options.flag('silent'), publish, pingRole: options.snowflake('ping') };
    // What was due before it was set up is over: nobody who sets "8" at 9 waits for a post at once.
    const lastPosted = lastDue({ minute, weekday, timeZone }, now).day;
    const digest = { guildId, channelId, kind, minute, weekday, timeZone, setBy: caller.id, ...how };
    await digests.set({ ...digest, lastPosted });
    return tell(say.digests.set(channelId, say.digests.kinds[kind], minute, weekday, timeZone, how));
  }
}

function zoneProblem(
  typed: string,
  zone: Exclude<ReturnType<typeof readZone>, { kind: 'zone' }>,
  { say }: Asked,
): string {
  const shown = escapeMarkdown(clip(typed, 100));
  if (zone.kind === 'drifts') return say.digests.driftingZone(shown, zone.offered);
  if (zone.kind === 'several') return say.digests.severalZones(shown, zone.offered);
  return say.following.digest.zone(shown);
}

const tell = (sentence: string): Outcome => ({ kind: 'tell', view: hint(sentence) });
