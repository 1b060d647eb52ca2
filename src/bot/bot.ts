import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import { Pictures } from '../pictures/pictures.js';
import { type LongTexts, LongTextsInMemory } from '../views/long-texts.js';
import type { Services } from './asked.js';
import { ChannelMessages } from './channel-messages.js';
import type { Command } from './command.js';
import { Counts } from './counts.js';
import { Dispatcher } from './dispatcher.js';
import { inviteLink } from './invite-link.js';
import { registerCommands } from './register-commands.js';
import { NotReady, type StartProblem, startProblem } from './start-problem.js';
import { TalkListener } from './talk/talk-listener.js';
import { OneAtATime } from './threads/one-at-a-time.js';
import { ThreadTeller } from './threads/thread-teller.js';

/** Discord's own REST API, without the version. */
export const DISCORD_API = 'https://discord.com/api';
/** How long Discord may take from the token to "ready". */
const READY_MS = 30_000;
/** How long answers that are under way may take when the bot stops. */
const GRACE_MS = 3000;

/** What a bot is made of. */
export interface BotOptions extends Omit<Services, 'longTexts' | 'pictures' | 'teller' | 'openings'> {
  readonly commands: readonly Command[];
  readonly log: Logger;
  readonly token: string;
  /** Base address of a Discord-compatible REST API, without the version; Discord's own unless told. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands in this server alone. */
  readonly guildId?: string | undefined;
  /** Told when the bot was removed from a server. */
  readonly onGuildGone?: (guildId: string) => void;
  /** Told when a channel or thread was deleted. */
  readonly onChannelGone?: (channelId: string) => void;
  /** Where texts too long for a button are kept; in memory unless told. */
  readonly longTexts?: LongTexts;
}

/** How a start ended. */
export type StartResult =
  | {
      readonly ok: true;
      /** The bot's name, as Discord shows it. */
      readonly name: string;
      readonly inviteLink: string;
    }
  | { readonly ok: false; readonly problem: StartProblem };

/** The bot: a connection to Discord, and the commands that answer over it. */
export interface Bot {
  /** Connects and registers the commands. What an operator can put right comes back as a problem with its sentence. */
  start(): Promise<StartResult>;
  /** Finishes what is being answered (within 3 s) and disconnects. Leaves nothing pending. */
  stop(): Promise<void>;
  /** The servers the bot is in. */
  guilds(): string[];
  /** True while the gateway is connected: what a health check asks. */
  ready(): boolean;
  /** How many interactions were answered, by name. */
  counts(): Readonly<Record<string, number>>;
}

/** Makes a bot; `start` connects it. */
export function createBot(options: BotOptions): Bot {
  const { log, token, guildId = null, apiUrl = DISCORD_API } = options;
  const counts = new Counts();
  const client = new Client({
    // None is privileged: messages that mention the bot, and those written to it, carry their text all the same.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Channels of direct messages are never told of beforehand.
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [] },
    rest: { api: apiUrl, version: '10' },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
    }),
  });
  const services = {
    ...options,
    longTexts: options.longTexts ?? new LongTextsInMemory(),
    pictures: new Pictures((error) => log.error({ err: error }, 'a picture could not be drawn')),
    teller: new ThreadTeller({ ...options, messages: new ChannelMessages(client.rest) }),
    openings: new OneAtATime(),
    commandIds: new Map<string, string>(),
  };
  const dispatcher = new Dispatcher(options.commands, services, log, counts);
  const listener = new TalkListener(services, log, counts);
  client.on(Events.InteractionCreate, (interaction) => void dispatcher.dispatch(interaction));
  client.on(Events.MessageCreate, (message) => void listener.hear(message));
  client.on(Events.GuildDelete, (guild) => options.onGuildGone?.(guild.id));
  for (const gone of [Events.ChannelDelete, Events.ThreadDelete] as const)
    client.on(gone, (channel) => options.onChannelGone?.(channel.id));
  client.on(Events.Error, (error) => log.error({ err: error }, 'the connection to Discord has a problem'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  client.on(Events.Debug, (detail) => log.trace(detail));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord broke'));
  client.on(Events.Invalidated, () => log.fatal('Discord ended the session for good: start the bot again'));
  client.on(Events.ShardReconnecting, () => log.warn('the connection to Discord is lost, trying again'));
  client.on(Events.ShardResume, () => log.info('connected to Discord again'));

  async function start(): Promise<StartResult> {
    try {
      const application = await connect(client, token);
      const jsons = options.commands.map((command) => command.json);
      const guilds = [...client.guilds.cache.keys()];
      const registration = await registerCommands(client.rest, application.id, jsons, guildId, guilds);
      const { ids, ...registered } = registration;
      for (const [name, id] of ids) services.commandIds.set(name, id);
      log.debug(registered, registered.changed ? 'commands registered' : 'commands unchanged');
      void services.teller
        .resume()
        .catch((error) => log.error({ err: error }, 'unfinished threads could not be looked up'));
      return { ok: true, name: application.name, inviteLink: inviteLink(application.id) };
    } catch (error) {
      await client.destroy();
      const problem = startProblem(error, apiUrl);
      if (problem === null) throw error;
      log.debug({ err: error }, 'the start failed');
      return { ok: false, problem };
    }
  }

  async function stop(): Promise<void> {
    for (const event of [Events.InteractionCreate, Events.MessageCreate, Events.ShardReconnecting] as const)
      client.removeAllListeners(event);
    client.removeAllListeners(Events.ShardReconnecting);
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, GRACE_MS);
    });
    await Promise.race([Promise.all([dispatcher.idle(), listener.idle(), services.teller.stop()]), grace]);
    clearTimeout(timer);
    await client.destroy();
  }

  return {
    start,
    stop,
    guilds: () => [...client.guilds.cache.keys()],
    ready: () => client.isReady(),
    counts: () => counts.all(),
  };
}

/** Logs in and waits until the bot is ready. */
async function connect(client: Client, token: string): Promise<{ id: string; name: string }> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const ready = new Promise<Client<true>>((resolve, reject) => {
      client.once(Events.ClientReady, resolve);
      timer = setTimeout(() => reject(new NotReady('no word from the gateway')), READY_MS);
    });
    const [, connected] = await Promise.all([client.login(token), ready]);
    return { id: connected.application.id, name: connected.user.displayName };
  } finally {
    clearTimeout(timer);
  }
}
