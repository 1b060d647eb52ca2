import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REST } from 'discord.js';
import type { Logger } from 'pino';
import { commands } from '../commands/all.js';
import { EventArchive } from './archive/event-archive.js';
import { type Bot, createBot, DISCORD_API } from './bot/bot.js';
import { createFollowing } from './bot/following.js';
import { type Clock, today } from './clock.js';
import type { Config } from './config.js';
import { ContentWatcher } from './events/content-watcher.js';
import { EventLibrary } from './events/event-library.js';
import { Intake } from './following/intake.js';
import { startSync } from './import/start-sync.js';
import { openModels } from './search/encode/open-models.js';
import { writeVectorState } from './search/encode/vector-state.js';
import { type LocalDiscord, startLocalDiscord } from './local-discord/local-discord.js';
import { StartFailure, startFailure } from './start-failure.js';
import { Store } from './store/store.js';

/** So many problems of the content are named at the start; `dateline check` names all. */
const PROBLEMS_NAMED = 5;

/** What the bot says by itself waits so long in a queue for Discord's limits, and then in the outbox. */
const LONGEST_QUEUE_MS = 10_000;

/** What a start leads to. */
export interface Running {
  /** What the operator reads: what is served, and how to go on. */
  readonly local: LocalDiscord | null;
  readonly bot: Bot;
  readonly botName: string;
  readonly inviteLink: string;
  readonly archive: EventArchive;
  readonly library: EventLibrary;
  /** Whether only the events that come with the bot are served, which an import changes. */
  onlyShipped(): boolean;
  /** Stops everything in the order that loses nothing. */
  stop(): Promise<void>;
}

/**
 * Wires the pieces and starts them: the events, the store, the Discord to talk to (a local one where there is no token),
 * the bot, the watch over the folder of events.
 *
 * @throws StartFailure with a sentence for the operator; what had started is stopped again.
 */
export async function startApp(config: Config, log: Logger, clock: Clock): Promise<Running> {
  const stops: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) await next();
  };
  try {
    // A trial run in the local Discord must never meet the memory of a real one.
    const dataDir = config.token ? config.dataDir : join(config.dataDir, 'local');
    const store = await Store.open(
      config.token && config.databaseUrl
        ? { url: config.databaseUrl, authToken: config.databaseAuthToken }
        : { dataDir },
      clock,
    );
    stops.push(() => store.close());

    const library = await EventLibrary.open(config.contentDir);
    reportProblems(library, log);
    const archive = await EventArchive.over(library.events, await openModels(config.dataDir));
    stops.push(() => archive.close());
    await warmUp(archive, library, clock);

    const local = config.token ? null : await startLocalDiscord({ port: config.port });
    if (local) stops.push(() => local.close());

    const token = config.token ?? local?.token ?? '';
    const apiUrl = local?.apiUrl ?? config.discordApiUrl ?? DISCORD_API;
    // What the bot says by itself can wait better than its queue: long waits go back to the outbox.
    const rejectOnRateLimit = ({ timeToReset }: { timeToReset: number }) => timeToReset > LONGEST_QUEUE_MS;
    const rest = new REST({ api: apiUrl, version: '10', rejectOnRateLimit }).setToken(token);
    const following = createFollowing({ archive, store, clock, log, rest });
    const logged = (work: Promise<void>) =>
      void work.catch((error) => log.error({ err: error }, 'what was kept could not be cleared'));
    const onlyShipped = () => servesOnlyShipped(library.dir);
    const bot = createBot({
      archive,
      onlyShipped,
      clock,
      commands: [...commands, ...following.commands],
      onGuildGone: (guildId) => logged(following.guildGone(guildId)),
      onChannelGone: (channelId) => logged(following.channelGone(channelId)),
      log,
      longTexts: store.longTexts,
      threads: store.threads,
      talk: store.talk,
      token,
      apiUrl,
      guildId: local ? undefined : config.guildId,
    });
    const started = await bot.start();
    if (!started.ok) throw new StartFailure(started.problem.sentence);
    stops.push(() => bot.stop());

    const intake = new Intake(archive, store);
    await intake.started(library.events);
    await following.start(bot.guilds());
    stops.push(() => following.stop());
    const stopped = new AbortController();
    // A large folder takes seconds to watch: the bot answers meanwhile.
    const watching = ContentWatcher.start(
      library.dir,
      async (files) => {
        const taken = await intake.changed(await library.refresh(files));
        log.info({ files: files.length, ...taken }, 'events taken up');
        if (taken.parcels > 0) following.wake();
      },
      (error) => log.error({ err: error }, 'a change of the events could not be taken up'),
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
    stops.push(startSync(config, log, clock));
    stops.push(() => stopped.abort());
    const begin = setTimeout(() => void archive.lookAhead(stopped.signal), LOOK_AHEAD_AFTER_MS);
    stops.push(() => clearTimeout(begin));
    stops.push(followEncoding(archive, config.dataDir, log));
    return {
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

const ENCODING_SAID_EVERY_MS = 30_000;

/** Says now and then how far the events' vectors are, in the log and for `dateline status`; gives what ends it. */
function followEncoding(archive: EventArchive, dataDir: string, log: Logger): () => void {
  const say = () => {
    const progress = archive.encoding;
    if (!progress) return;
    void writeVectorState(dataDir, progress).catch((error) => log.debug({ err: error }, 'no state written'));
    if (progress.done < progress.total) log.info(progress, 'event vectors computed');
    else clearInterval(timer);
  };
  const timer = setInterval(say, ENCODING_SAID_EVERY_MS);
  say();
  return () => clearInterval(timer);
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
async function warmUp(archive: EventArchive, library: EventLibrary, clock: Clock): Promise<void> {
  const event = library.events.at(-1);
  if (event) await archive.ask(`When: ${event.sentence}`, { today: today(clock) });
}

function reportProblems(library: EventLibrary, log: Logger): void {
  const skipped = library.problems.filter((problem) => problem.severity === 'skipped');
  for (const { path, line, problem } of skipped.slice(0, PROBLEMS_NAMED)) log.warn({ path, line }, problem);
  if (skipped.length > PROBLEMS_NAMED)
    log.warn({ skipped: skipped.length }, '`npx dateline check` lists every file that was skipped');
}
