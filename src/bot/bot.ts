import { setMaxListeners } from 'node:events';
import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  type REST,
  ShardClientUtil,
} from 'discord.js';
import type { Logger } from 'pino';
import type { ShardPlan } from '../config.js';
import { Pictures } from '../pictures/pictures.js';
import { LongTextsInMemory } from '../views/long-texts.js';
import type { OwnedTexts, Services } from './asked.js';
import { ChannelMessages } from './channel-messages.js';
import type { Command } from './command.js';
import { type AnswerListener, Counts } from './counts.js';
import { Dispatcher } from './dispatcher.js';
import { guardedDispatches } from './guarded-dispatches.js';
import { inviteLink } from './invite-link.js';
import { Outages } from './outages.js';
import type { Layout } from './payload.js';
import { missingForPosting } from './permission-names.js';
import { preflight, startRest } from './preflight.js';
import { type InTurn, registerCommands } from './register-commands.js';
import { ReportedRights } from './rights.js';
import { NotReady, type StartProblem, startProblem, TooSlow } from './start-problem.js';
import { TalkListener } from './talk/talk-listener.js';
import type { ChannelNow } from './tell-person.js';
import { OneAtATime } from './threads/one-at-a-time.js';
import { ThreadPoster } from './threads/thread-poster.js';

/** Discord's own REST API, without the version. */
export const DISCORD_API = 'https://discord.com/api';
/** How long Discord may take from the token to "ready", in milliseconds, beside what the shards wait for each other. */
const READY_MS = 30_000;
/** How long all requests of a start may take together, in milliseconds. */
const START_MS = 60_000;
/** A gateway that refuses a start this often in a row is down. */
const MOST_REFUSALS = 3;
/** How long answers that are under way may take when the bot stops, in milliseconds. */
const GRACE_MS = 900;

/** What a bot is made of. */
export interface BotOptions
  extends Omit<Services, 'longTexts' | 'layout' | 'pictures' | 'poster' | 'openings' | 'reportedRights'> {
  readonly commands: readonly Command[];
  readonly log: Logger;
  readonly token: string;
  /** Base address of a Discord-compatible REST API, without the version; Discord's own by default. */
  readonly apiUrl?: string | undefined;
  /** Which shards this process has; all of them, as many as Discord says, by default. */
  readonly shards?: ShardPlan;
  /** Does something that one process at a time may do. */
  readonly inTurn?: InTurn;
  /** Registers the commands in this server only. */
  readonly guildId?: string | undefined;
  /** Called when the bot was removed from a server. */
  readonly onGuildGone?: (guildId: string) => void;
  /** Called when a channel or thread was deleted. */
  readonly onChannelGone?: (channelId: string) => void;
  /** Called when a server is there that may have been missing. */
  readonly onGuildThere?: (guildId: string) => void;
  /** Called when the bot may have got or lost permissions in a server. */
  readonly onPermissionsChanged?: (guildId: string) => void;
  /** Called with which application the token is for, before the bot connects; what it throws ends the start. */
  readonly onApplication?: (applicationId: string) => Promise<void>;
  /** Resolves once the archive can be asked; at once by default. */
  readonly archiveReady?: Promise<void>;
  /** Called for each answer that has ended. */
  readonly onAnswered?: AnswerListener;
  /** How long one request of the start may take, in milliseconds; 10,000 by default. */
  readonly requestMs?: number;
  /** Where texts too long for a button are kept; in memory by default. */
  readonly longTexts?: OwnedTexts;
  /** How messages are laid out; embeds by default. */
  readonly layout?: Layout;
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
  start(signal?: AbortSignal): Promise<StartResult>;
  /** Finishes what is being answered (within a second) and disconnects. Leaves nothing pending. */
  stop(): Promise<void>;
  /** The servers the bot is in. */
  guilds(): string[];
  /** Whether a server belongs to one of this process's shards. */
  serves(guildId: string): boolean;
  /** True while the gateway is connected: what a health check asks. */
  ready(): boolean;
  /** How many shards are without a connection. */
  lostShards(): number;
  /** A channel of a server as the bot knows it; null for one it doesn't know. */
  channel(channelId: string): ChannelNow | null;
  /** How many interactions were answered, by name. */
  counts(): Readonly<Record<string, number>>;
}

/** Makes a bot; `start` connects it. */
export function createBot(options: BotOptions): Bot {
  const { log, token, guildId = null, apiUrl = DISCORD_API } = options;
  const counts = new Counts(options.onAnswered);
  const outages = new Outages(log);
  const dropped = (dispatch: string, error: unknown) =>
    log.error({ dispatch, ...(error !== null && { err: error }) }, 'a malformed dispatch was dropped');
  const client = new Client({
    // None is privileged: messages that mention the bot, and those written to it, carry their text all the same.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Discord never announces channels of direct messages beforehand.
    partials: [Partials.Channel],
    ...shardOptions(options.shards),
    allowedMentions: { parse: [] },
    rest: { api: apiUrl, version: '10' },
    ws: { buildStrategy: guardedDispatches(dropped) },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
    }),
  });
  const layout = options.layout ?? 'embeds';
  const services = {
    ...options,
    layout,
    longTexts: options.longTexts ?? new LongTextsInMemory(),
    pictures: new Pictures((error) => log.error({ err: error }, 'a picture could not be drawn')),
    poster: new ThreadPoster({ ...options, messages: new ChannelMessages(client.rest, layout) }),
    openings: new OneAtATime(),
    reportedRights: new ReportedRights(),
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
  client.on(Events.Invalidated, () => log.fatal('Discord ended the session for good: start the bot again'));
  client.on(Events.GuildCreate, (guild) => options.onGuildThere?.(guild.id));
  client.on(Events.ChannelUpdate, (_, now) => {
    if (!now.isDMBased()) options.onPermissionsChanged?.(now.guildId);
  });
  client.on(Events.ThreadUpdate, (_, now) => options.onPermissionsChanged?.(now.guildId));
  client.on(Events.GuildRoleUpdate, (_, now) => options.onPermissionsChanged?.(now.guild.id));
  client.on(Events.GuildMemberUpdate, (_, now) => {
    if (now.id === client.user?.id) options.onPermissionsChanged?.(now.guild.id);
  });
  services.reportedRights.listen(client);

  async function start(signal: AbortSignal = new AbortController().signal): Promise<StartResult> {
    const slow = new AbortController();
    let longestMs = START_MS;
    const tooSlow = () => slow.abort(new TooSlow(longestMs / 1000));
    let timer = setTimeout(tooSlow, longestMs);
    const either = AbortSignal.any([signal, slow.signal]);
    // Each request listens to it, up to one for each of many servers.
    setMaxListeners(0, either);
    try {
      const rest = startRest(apiUrl, token, options.requestMs);
      const { applicationId, identifyMs } = await preflight(rest, either, options.shards);
      clearTimeout(timer);
      longestMs += identifyMs;
      timer = setTimeout(tooSlow, longestMs);
      if (applicationId !== null) await options.onApplication?.(applicationId);
      either.throwIfAborted();
      const application = await connect(client, token, either, READY_MS + identifyMs);
      if (applicationId === null) await options.onApplication?.(application.id);
      outages.listen(client);
      await register(startRest(apiUrl, token, options.requestMs, 0), application.id, either);
      void (options.archiveReady ?? Promise.resolve())
        .then(() => services.poster.resume())
        .catch((error) => log.error({ err: error }, 'unfinished threads could not be looked up'));
      return { ok: true, name: application.name, inviteLink: inviteLink(application.id) };
    } catch (error) {
      await client.destroy();
      signal.throwIfAborted();
      const problem = startProblem(slow.signal.aborted ? slow.signal.reason : error, apiUrl);
      if (problem === null) throw error;
      log.debug({ err: error }, 'the start failed');
      return { ok: false, problem };
    } finally {
      clearTimeout(timer);
    }
  }

  async function register(rest: REST, applicationId: string, signal: AbortSignal): Promise<void> {
    const jsons = options.commands.map((command) => command.json);
    const guilds = [...client.guilds.cache.keys()];
    const registration = await registerCommands(rest, applicationId, jsons, guildId, guilds, {
      signal,
      ...(options.inTurn && { inTurn: options.inTurn }),
    });
    const { ids, ...registered } = registration;
    for (const [name, id] of ids) services.commandIds.set(name, id);
    log.debug(registered, registered.changed ? 'commands registered' : 'commands unchanged');
  }

  async function stop(): Promise<void> {
    for (const event of [
      Events.InteractionCreate,
      Events.MessageCreate,
      Events.ShardReconnecting,
      Events.ShardDisconnect,
    ] as const)
      client.removeAllListeners(event);
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, GRACE_MS);
    });
    await Promise.race([Promise.all([dispatcher.idle(), listener.idle(), services.poster.stop()]), grace]);
    clearTimeout(timer);
    await client.destroy();
  }

  return {
    start,
    stop,
    guilds: () => [...client.guilds.cache.keys()],
    serves: (guildId) => {
      const count = client.options.shardCount ?? 1;
      return client.ws.shards.has(ShardClientUtil.shardIdForGuildId(guildId, count));
    },
    ready: () => client.isReady() && outages.lost === 0,
    lostShards: () => outages.lost,
    channel: (channelId) => channelNow(client, channelId),
    counts: () => counts.all(),
  };
}

/** The shards as discord.js takes them: one client can have several. */
function shardOptions(plan: ShardPlan | undefined): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (!plan || (plan.kind === 'all' && plan.count === 'auto')) return { shards: 'auto' };
  if (plan.kind === 'some') return { shards: [...plan.ids], shardCount: plan.count };
  const count = Number(plan.count);
  return { shards: Array.from({ length: count }, (_, id) => id), shardCount: count };
}

function channelNow(client: Client, channelId: string): ChannelNow | null {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return null;
  const mine = channel.guild.members.me && channel.permissionsFor(channel.guild.members.me);
  return {
    guild: channel.guild.name,
    missing: mine ? missingForPosting(mine.bitfield, channel.isThread()) : [],
  };
}

/** Logs in and waits until the bot is ready. */
async function connect(
  client: Client,
  token: string,
  signal: AbortSignal,
  longestMs: number,
): Promise<{ id: string; name: string }> {
  let timer: NodeJS.Timeout | undefined;
  let refusals = 0;
  let cause = 'no word from it';
  const listeners = new AbortController();
  try {
    const ready = new Promise<Client<true>>((resolve, reject) => {
      const refused = () => {
        refusals += 1;
        if (refusals >= MOST_REFUSALS) reject(new NotReady(cause));
      };
      const failed = (error: Error) => {
        cause = error.message;
      };
      client.once(Events.ClientReady, resolve);
      client.on(Events.ShardError, failed).on(Events.ShardReconnecting, refused);
      listeners.signal.addEventListener('abort', () =>
        client.off(Events.ShardError, failed).off(Events.ShardReconnecting, refused),
      );
      timer = setTimeout(() => reject(new NotReady(cause)), longestMs);
      signal.addEventListener('abort', () => reject(signal.reason), { signal: listeners.signal });
    });
    const login = client.login(token).catch((error: unknown) => {
      const isHandshake = error instanceof Error && error.message.startsWith('Unexpected server response');
      throw isHandshake ? new NotReady(error.message) : error;
    });
    // The login of a gateway that is down never ends.
    const [connected] = await Promise.all([ready, Promise.race([login, ready])]);
    return { id: connected.application.id, name: connected.user.displayName };
  } finally {
    clearTimeout(timer);
    listeners.abort();
  }
}
