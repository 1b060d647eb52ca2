import {
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ChannelType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { tellingTerms } from '../src/archive/interest.js';
import type { Asked, Call, Command, Outcome } from '../src/bot/command.js';
import { slashCommand } from '../src/bot/command-json.js';
import { has, missingForPosting } from '../src/bot/permission-names.js';
import { wordsLeftOut } from '../src/following/intake.js';
import type { Follow, FollowKind, Follows } from '../src/store/follows.js';
import { clip } from '../src/views/clip.js';
import { hint } from '../src/views/hint.js';
import { escapeMarkdown } from '../src/views/markdown.js';
import { followSubject } from '../src/views/news-view.js';
import { en } from '../src/views/sentences/en.js';
import { noSuchTopic } from '../src/views/topic-view.js';

/** What following needs beside the archive. */
export interface FollowNeeds {
  readonly follows: Follows;
  /** Opens direct messages with a person and writes a first one; the channel's id, or null where that can't be. */
  readonly openDirect: (userId: string, sentence: string) => Promise<string | null>;
}

/** At most this much can be followed in one channel, thread or conversation. */
const MOST_FOLLOWS = 25;
/** Topics named where one is not known. */
const NEAR = 5;
const words = en.following.commands.follow;
const extra = en.digests.commands;
const delivery = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'without',
    description: extra.without,
    max_length: 200,
  },
  { type: ApplicationCommandOptionType.Boolean, name: 'silent', description: extra.silent },
  { type: ApplicationCommandOptionType.Boolean, name: 'publish', description: extra.publish },
  { type: ApplicationCommandOptionType.Role, name: 'ping', description: extra.ping },
] as const;
const dm = { type: ApplicationCommandOptionType.Boolean, name: 'dm', description: words.dm } as const;

function subject(
  name: string,
  description: string,
  autocomplete: boolean,
): APIApplicationCommandStringOption {
  const option = {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    required: true,
    max_length: 200,
  } as const;
  return autocomplete ? { ...option, autocomplete: true } : option;
}

function subcommand(
  name: string,
  description: string,
  option: APIApplicationCommandStringOption,
): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description,
    options: [option, dm, ...delivery],
  };
}

/** `/follow`: new events on a story, a topic or words are posted here, or sent by direct message. */
export function followCommand({ follows, openDirect }: FollowNeeds): Command {
  return {
    json: slashCommand({
      name: 'follow',
      description: words.description,
      options: [
        subcommand('story', words.story.description, subject('event', words.story.event, true)),
        subcommand('topic', words.topic.description, subject('topic', words.topic.topic, true)),
        subcommand('words', words.words.description, subject('words', words.words.words, false)),
      ],
    }),

    async run(call) {
      const wish = await subjectOf(call);
      if (typeof wish === 'string') return { kind: 'tell', view: hint(wish) };
      const named = followSubject(wish, call.say);
      const direct = call.options.flag('dm') || call.place.guildId === null;
      const obstacle = direct ? null : channelObstacle(call);
      if (obstacle !== null) return { kind: 'tell', view: hint(obstacle) };
      const channelId = direct
        ? await openDirect(call.caller.id, call.say.following.directOpening(named))
        : call.place.channelId;
      if (channelId === null) return { kind: 'tell', view: hint(call.say.following.noDirect) };
      if ((await follows.inChannel(channelId)).length >= MOST_FOLLOWS)
        return { kind: 'tell', view: hint(call.say.following.tooMany(MOST_FOLLOWS)) };
      const guildId = direct ? null : call.place.guildId;
      const how = {
        without: wordsLeftOut(call.options.text('without') ?? '').join(', '),
        silent: call.options.flag('silent'),
        publish: !direct && call.options.flag('publish'),
        // Who may follow in a thread may not therefore make the bot ping people.
        pingRole:
          !direct && has(call.place.callerPermissions, PermissionFlagsBits.ManageChannels)
            ? call.options.snowflake('ping')
            : null,
      };
      const userId = call.caller.id;
      const { isNew } = await follows.add({ ...wish, ...how, guildId, channelId, userId, direct });
      return answer(call, isNew, direct, named);
    },

    async autocomplete({ archive, option, typed, say }) {
      if (option === 'topic') {
        const topics = await archive.suggestTopics(typed, 25);
        return topics.map(({ topic, events }) => ({
          name: say.search.topicEvents(topic, events),
          value: topic,
        }));
      }
      const events = await archive.suggestEvents(typed, 25);
      return events.map((event) => ({ name: say.event.choice(event.date, event.headline), value: event.id }));
    },
  };
}

function answer({ say }: Asked, isNew: boolean, direct: boolean, named: string): Outcome {
  const { already, followed } = say.following;
  if (!isNew) return { kind: 'tell', view: hint(already(named)) };
  const view = hint(direct ? followed.direct(named) : followed.here(named));
  return { kind: 'show', view, private: direct };
}

/** What is to be followed, or a sentence that says why it can't be. */
async function subjectOf(call: Call): Promise<Pick<Follow, 'kind' | 'subject' | 'label'> | string> {
  const { archive, options, say } = call;
  const kind = options.subcommand as FollowKind;
  const typed = options.text(kind === 'story' ? 'event' : kind) ?? '';
  const shown = escapeMarkdown(clip(typed, 200));
  if (kind === 'story') {
    const event = await archive.resolveEvent(typed);
    if (!event) return say.story.unknown(shown);
    const story = await archive.story(event.id);
    return { kind, subject: event.id, label: story?.title ?? event.sentence };
  }
  if (kind === 'topic') {
    const read = await archive.readTopic(typed, NEAR);
    if (read.kind === 'topic') return { kind, subject: read.topic, label: read.topic };
    const { near } = read;
    return near.length > 0 ? noSuchTopic(typed, near, say) : say.following.unknownTopic(shown);
  }
  return tellingTerms(typed).size > 0 ? { kind, subject: typed, label: typed } : say.following.noWords(shown);
}

const THREADS: ReadonlySet<number | null> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** Why nothing can be posted in this channel, as a sentence; null where it can. */
function channelObstacle({ place, say }: Asked): string | null {
  const thread = THREADS.has(place.channelType);
  if (!place.botIsMember) return say.following.noChannelHere;
  if (!thread && !has(place.callerPermissions, PermissionFlagsBits.ManageChannels))
    return say.following.callerMayNot;
  const missing = missingForPosting(place.permissions, thread);
  return missing.length > 0 ? say.following.botMayNot(missing) : null;
}
