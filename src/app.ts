import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LocalDiscord } from '@dateline/local-discord';
import { REST } from 'discord.js';
import type { Logger } from 'pino';
import { commands, settingUp } from '../commands/all.js';
import { EventArchive } from './archive/event-archive.js';
import { lateArchive } from './archive/late-archive.js';
import { type Bot, createBot, DISCORD_API } from './bot/bot.js';
import { createFollowing } from './bot/following.js';
import { longerThan } from './bot/preflight.js';
import { AnswerWriter } from './bot/written/answer-writer.js';
import { type Clock, today } from './clock.js';
import type { Config, ShardPlan } from './config.js';
import { ContentWatcher } from './events/content-watcher.js';
import { EventLibrary } from './events/event-library.js';
import { type FolderLock, FolderTaken, lockFolder } from './folder-lock.js';
import { Intake } from './following/intake.js';
import { type HealthServer, type Readiness, serveHealth } from './health/health-server.js';
import { Metrics } from './health/metrics.js';
import { startSync } from './import/start-sync.js';
import { readSyncState } from './import/sync-state.js';
import { KeptWork } from './kept-work.js';
import { programVersion } from './program-version.js';
import { openModels } from './search/encode/open-models.js';
import { writeVectorState } from './search/encode/vector-state.js';
import { StartFailure, startFailure } from './start-failure.js';
import { startLocal } from './start-local.js';
import { Store } from './store/store.js';

/** At most this many problems of the content are named at the start; `dateline check` names all. */
const PROBLEMS_NAMED = 5;

/** What the bot posts automatically waits this long in a queue for Discord's limits, and then in the outbox. */
const LONGEST_QUEUE_MS = 10_000;

/** What a start leads to. */
export interface Running {
  /** What the operator reads: what is served, and how to go on. */
  readonly local: LocalDiscord | null;
  readonly bot: Bot;
  readonly botName: string;
  readonly inviteLink: string;
  readonly archive: EventArchive;
  /** Where health is served; null where it isn't. */
  readonly healthPort: number | null;
  readonly library: EventLibrary;
  /** Whether only the events that come with the bot are served, which an import changes. */
  onlyShipped(): boolean;
  /** Stops everything in the order that loses nothing. */
  stop(): Promise<void>;
}

/** Of the time a start takes, so much is over when the files are read, and when they are indexed. */
const READING_SHARE = 0.5;
const INDEXED_SHARE = 0.95;

/** Told how a start goes on. */
export interface StartListener {
  /** The local Discord's page can be opened. */
  readonly listening?: (url: string) => void;
  /** How much of the archive is read, from 0 to 1. */
  readonly progress?: (share: number) => void;
}

/**
 * Wires the pieces and starts them: the store, the Discord to talk to (a local one where there is no token), the bot, the
 * events, the watch over their folder. The bot connects first: while the events are read, it says how far that is.
 *
 * @param signal calls the start off: what had started is stopped again.
 * @param version of the program: what it works out from events is kept for the next start of the same one; null keeps nothing.
 * @throws StartFailure with a sentence for the operator; what had started is stopped again.
 */
export async function startApp(
  config: Config,
  log: Logger,
  clock: Clock,
  signal: AbortSignal = new AbortController().signal,
  told: StartListener = {},
  version: string | null = programVersion(),
): Promise<Running> {
  const stops: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) await next();
  };
  try {
    // A trial run in the local Discord must never meet the memory of a real one.
    const dataDir = config.token ? config.dataDir : join(config.dataDir, 'local');
    const lock = await lockDataFolder(dataDir, signal);
    stops.push(() => lock.release());
    const state: { store: Store | null; archive: EventArchive | null; bot: Bot | null } = {
      store: null,
      archive: null,
      bot: null,
    };
    const metrics = new Metrics({
      gatewayReady: () => state.bot?.ready() ?? false,
      lostShards: () => state.bot?.lostShards() ?? 0,
      events: async () => (await state.archive?.extent())?.events ?? 0,
      follows: async () => (await state.store?.follows.count()) ?? 0,
      outbox: async () => (await state.store?.outbox.waiting()) ?? { count: 0, oldest: null },
      lastImport: async () => {
        const { last } = readSyncState(config.dataDir);
        return last && last.problem === null ? Date.parse(last.at) : null;
      },
      now: () => clock.now().getTime(),
    });
    const health = await startHealth(config, metrics, async () => ({
      gateway: state.bot?.ready() ?? false,
      index: state.archive !== null,
      store: (await state.store?.isWritable()) ?? false,
    }));
    if (health) {
      stops.push(() => health.close());
      log.info({ host: config.healthHost, port: health.port }, 'health is told here');
    }
    const store = await Store.open(
      config.token && config.databaseUrl ? { url: config.databaseUrl } : { dataDir },
      clock,
    );
    stops.push(() => {
      state.store = null;
      return store.close();
    });
    state.store = store;

    await readableFolder(config.contentDir);
    const local = config.token ? null : await startLocal(config.port);
    if (local) {
      stops.push(() => local.close());
      told.listening?.(local.url);
    }

    const token = config.token ?? local?.token ?? '';
    const apiUrl = local?.apiUrl ?? config.discordApiUrl ?? DISCORD_API;
    // What the bot posts on its own can wait better than its queue: long waits go back to the outbox.
    const rejectOnRateLimit = longerThan(LONGEST_QUEUE_MS);
    const rest = new REST({ api: apiUrl, version: '10', rejectOnRateLimit }).setToken(token);
    const late = lateArchive();
    const following = createFollowing({
      archive: late.archive,
      store,
      clock: store.clock,
      log,
      rest,
      channel: (channelId) => state.bot?.channel(channelId) ?? null,
      layout: config.layout,
    });
    const logged = (work: Promise<void>) =>
      void work.catch((error) => log.error({ err: error }, 'what was kept could not be cleared'));
    const onlyShipped = () => servesOnlyShipped(config.contentDir);
    const bot = createBot({
      archive: late.archive,
      archiveReady: late.ready,
      onlyShipped,
      clock,
      commands: [
        ...commands,
        ...settingUp({
          store,
          clock: store.clock,
          openDirect: following.openDirect,
          links: {
            privacy: config.privacyUrl ?? null,
            terms: config.termsUrl ?? null,
            answers: config.answerModel ? new URL(config.answerModel.url).host : null,
          },
        }),
      ],
      onApplication: (applicationId) => store.belongTo(applicationId),
      onGuildGone: (guildId) => logged(following.guildGone(guildId)),
      onGuildThere: (guildId) => logged(following.guildThere(guildId)),
      onChannelGone: (channelId) => logged(following.channelGone(channelId)),
      onAnswered: (what, outcome, ms) => metrics.answered(what, outcome, ms),
      onPermissionsChanged: (guildId) => following.permissionsChanged(guildId),
      log,
      layout: config.layout,
      longTexts: store.longTexts,
      threads: store.threads,
      talk: store.talk,
      ...(config.answerModel && { writer: new AnswerWriter(config.answerModel) }),
      votes: {
        cast: async (vote) => {
          const isFirst = await store.votes.cast(vote);
          if (isFirst) metrics.voted(vote.kind, vote.probability, vote.right);
          return isFirst;
        },
      },
      quietChannels: store.quietChannels,
      token,
      apiUrl,
      guildId: local ? undefined : config.guildId,
      shards: config.shards,
      inTurn: (name, work, stop) => store.hosts.inTurn(name, work, stop),
    });
    await store.hosts.describe(shardsInWords(config.shards));
    const started = await bot.start(signal);
    if (!started.ok) throw new StartFailure(started.problem.sentence);
    state.bot = bot;
    stops.push(() => bot.stop());

    const progress = (share: number) => {
      late.progress(share);
      told.progress?.(share);
    };
    const kept = version === null ? null : await orCalledOff(KeptWork.open(dataDir, version, log), signal);
    const library = await orCalledOff(
      EventLibrary.open(config.contentDir, {
        ...(kept && { known: kept.known }),
        clock,
        onProgress: ({ read, files }) => progress((READING_SHARE * read) / Math.max(1, files)),
      }),
      signal,
    );
    reportProblems(library, config, log);
    progress(READING_SHARE);
    const models = await orCalledOff(openModels(config.dataDir, config.modelDir), signal);
    if (models.problem) log.warn(models.problem);
    const before = kept && (await orCalledOff(kept.archive(library.events), signal));
    const archive = await orCalledOff(EventArchive.over(library.events, models, before), signal);
    stops.push(() => archive.close());
    progress(INDEXED_SHARE);
    await orCalledOff(firstQuestion(archive, library, clock), signal);
    state.archive = archive;
    late.arrived(archive);
    told.progress?.(1);

    const intake = new Intake(archive, store, {
      log,
      onTaken: (taken) => {
        log.info(taken, 'events picked up');
        following.wake();
      },
    });
    await orCalledOff(intake.started(library.events), signal);
    stops.push(() => intake.stop());
    following.start(
      () => bot.guilds(),
      (guildId) => bot.serves(guildId),
    );
    stops.push(() => following.stop());
    const stopped = new AbortController();
    // A large folder takes seconds to watch: the bot answers meanwhile.
    const watching = ContentWatcher.start(
      library.dir,
      async (files) => {
        const taken = await intake.changed(await library.refresh(files));
        log.info({ files: files.length, ...taken }, 'events picked up');
        if (taken.parcels > 0) following.wake();
      },
      (error) => log.error({ err: error }, 'a change of the events could not be picked up'),
      { folder: library, signal: stopped.signal, onNotice: (sentence) => log.warn(sentence) },
    );
    const watched = watching.then(() => log.debug('the folder of events is watched'));
    watched.catch((error) => log.error({ err: error }, 'the folder of events can’t be watched'));
    stops.push(() =>
      watching.then(
        (watcher) => watcher.stop(),
        () => {},
      ),
    );
    stops.push(startSync(config, log, clock, () => store.hosts.take('import')));
    const warm = archive.warmUp(today(clock), stopped.signal);
    stops.push(() => warm.catch(() => {}));
    warm.catch((error) => log.debug({ err: error }, 'questions could not be asked ahead'));
    stops.push(() => stopped.abort());
    const begin = globalThis.setTimeout(() => void archive.lookAhead(stopped.signal), LOOK_AHEAD_AFTER_MS);
    stops.push(() => clearTimeout(begin));
    if (kept) stops.push(kept.follow(library, archive));
    stops.push(followEncoding(archive, config.dataDir, log));
    return {
      healthPort: health?.port ?? null,
      local,
      bot,
      botName: started.name,
      inviteLink: started.inviteLink,
      archive,
      library,
      onlyShipped,
      stop,
    };
  } catch (error) {
    await stop();
    throw startFailure(error, config);
  }
}

/** For whoever looks which host has what: "shards 0, 1 of 4". */
function shardsInWords(plan: ShardPlan): string {
  return plan.kind === 'all' ? 'all shards' : `shards ${plan.ids.join(', ')} of ${plan.count}`;
}

/** Serves health where that is asked for; in the local Discord as well. */
async function startHealth(
  { healthPort, healthHost }: Config,
  metrics: Metrics,
  readiness: () => Promise<Readiness>,
): Promise<HealthServer | null> {
  if (healthPort === undefined) return null;
  return serveHealth({ host: healthHost, port: healthPort }, readiness, metrics);
}

/** @throws the file system's error where the folder of events can't be read: before anything is connected. */
async function readableFolder(folder: string): Promise<void> {
  await readdir(folder);
}

/** Waits for a step of the start, or until that is called off: the step's own work then comes to nothing. */
async function orCalledOff<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const listening = new AbortController();
  const calledOff = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal }),
  );
  try {
    return await Promise.race([work, calledOff]);
  } finally {
    listening.abort();
  }
}

/** Takes the data folder; a predecessor that is just stopping is waited for. */
async function lockDataFolder(dataDir: string, signal: AbortSignal): Promise<FolderLock> {
  const until = performance.now() + PREDECESSOR_MS;
  for (;;) {
    try {
      return await lockFolder(dataDir, 'dateline');
    } catch (error) {
      if (!(error instanceof FolderTaken) || performance.now() > until) throw error;
      await orCalledOff(setTimeout(LOOK_AGAIN_MS), signal);
    }
  }
}

/** A predecessor gets this long to stop, and is looked at this often, in milliseconds. */
const PREDECESSOR_MS = 4_000;
const LOOK_AGAIN_MS = 200;

const ENCODING_SAID_EVERY_MS = 30_000;

/** Says now and then how far the events' vectors are, in the log and for `dateline status`; gives what ends it. */
function followEncoding(archive: EventArchive, dataDir: string, log: Logger): () => Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  const say = () => {
    const progress = archive.encoding;
    if (!progress) return;
    writing = writing
      .then(() => writeVectorState(dataDir, progress))
      .catch((error) => log.debug({ err: error }, 'the state of the vectors could not be written'));
    if (progress.done < progress.total) log.info(progress, 'event vectors computed');
    else clearInterval(timer);
  };
  const timer = setInterval(say, ENCODING_SAID_EVERY_MS);
  say();
  return () => {
    clearInterval(timer);
    return writing;
  };
}

/** The events that come with the bot; relative to the built program. */
const SHIPPED = fileURLToPath(new URL('../../content', import.meta.url));

/** An import leaves its attribution in the folder. */
function servesOnlyShipped(dir: string): boolean {
  return resolve(dir) === SHIPPED && !existsSync(join(dir, 'ATTRIBUTION.md'));
}

/** Those who waited for the bot ask first. */
const LOOK_AHEAD_AFTER_MS = 5_000;

/** The first question reads word lists from disk: better at the start than while somebody waits. */
async function firstQuestion(archive: EventArchive, library: EventLibrary, clock: Clock): Promise<void> {
  const event = library.events.at(-1);
  if (event) await archive.ask(`When: ${event.sentence}`, { today: today(clock) });
}

function reportProblems(library: EventLibrary, config: Config, log: Logger): void {
  if (library.events.length === 0)
    log.warn(
      { folder: config.contentDir },
      'the folder has no events: add some with `npx dateline import --days 30` or `npx dateline new`, or set CONTENT_DIR',
    );
  const skipped = library.problems.filter((problem) => problem.severity === 'skipped');
  for (const { path, line, problem } of skipped.slice(0, PROBLEMS_NAMED)) log.warn({ path, line }, problem);
  if (skipped.length > PROBLEMS_NAMED)
    log.warn({ skipped: skipped.length }, '`npx dateline check` lists every file that was skipped');
}
