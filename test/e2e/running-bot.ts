import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '@dateline/local-discord';
import pino from 'pino';
import { commands as allCommands } from '../../commands/all.js';
import type { EventArchive } from '../../src/archive/event-archive.js';
import { type Bot, createBot } from '../../src/bot/bot.js';
import type { Command } from '../../src/bot/command.js';
import type { Layout } from '../../src/bot/payload.js';
import type { StartProblem } from '../../src/bot/start-problem.js';
import { clockAt } from '../../src/clock.js';
import type { NewsEvent } from '../../src/events/event.js';
import { logOptions } from '../../src/log.js';
import { Store } from '../../src/store/store.js';
import { archiveOver } from '../archive/archive-over.js';
import { townEvents } from '../commands/fixture-events.js';
import { expectShapesDiscordTakes } from './shapes-discord-takes.js';

const clock = clockAt('2016-06-01');

export interface RunningOptions {
  readonly events?: readonly NewsEvent[];
  readonly commands?: readonly Command[];
  readonly discord?: LocalDiscordOptions;
  /** What is logged; warnings and worse by default. */
  readonly logLevel?: string;
  /** How long one request of the start may take, in milliseconds. */
  readonly requestMs?: number;
  readonly layout?: Layout;
}

/** The bot over the town's events, connected by the real client to a local Discord, on 1 June 2016. */
export class RunningBot {
  readonly discord: LocalDiscord;
  readonly logged: string[] = [];
  readonly #archive: EventArchive;
  readonly #options: RunningOptions;
  readonly #dataDir: string;
  #layout: Layout | undefined;
  readonly store: Store;
  bot: Bot;

  private constructor(
    discord: LocalDiscord,
    archive: EventArchive,
    options: RunningOptions,
    dataDir: string,
    store: Store,
  ) {
    this.#dataDir = dataDir;
    this.store = store;
    this.discord = discord;
    this.#archive = archive;
    this.#options = options;
    this.#layout = options.layout;
    this.bot = this.#make();
  }

  static async start(options: RunningOptions = {}): Promise<RunningBot> {
    const running = await RunningBot.prepare(options);
    await running.connect();
    return running;
  }

  /** Like `start`, but not connected yet. */
  static async prepare(options: RunningOptions = {}): Promise<RunningBot> {
    const archive = await archiveOver(options.events ?? townEvents);
    const discord = await startLocalDiscord({ record: true, ...options.discord });
    const dataDir = await mkdtemp(join(tmpdir(), 'dateline-bot-'));
    const store = await Store.open({ dataDir }, clock);
    return new RunningBot(discord, archive, options, dataDir, store);
  }

  /** Stops the bot and starts another one, as after a crash or an update, or with another layout. What was stored is kept. */
  async restart(layout = this.#layout): Promise<void> {
    this.#layout = layout;
    await this.bot.stop();
    this.bot = this.#make();
    await this.connect();
  }

  async stop(): Promise<void> {
    await this.bot.stop();
    await this.discord.close();
    await this.store.close();
    await rm(this.#dataDir, { recursive: true, force: true });
    expectShapesDiscordTakes(this.discord.recordedRequests);
  }

  #make(): Bot {
    const keep = new Writable({
      write: (line: Buffer, _encoding, done) => {
        this.logged.push(line.toString());
        done();
      },
    });
    return createBot({
      archive: this.#archive,
      clock,
      log: pino(logOptions(this.#options.logLevel ?? 'warn'), keep),
      token: this.discord.token,
      apiUrl: this.discord.apiUrl,
      commands: this.#options.commands ?? allCommands,
      ...(this.#options.requestMs !== undefined && { requestMs: this.#options.requestMs }),
      ...(this.#layout !== undefined && { layout: this.#layout }),
      longTexts: this.store.longTexts,
      threads: this.store.threads,
      talk: this.store.talk,
      votes: this.store.votes,
    });
  }

  /** What a start that fails tells the operator. */
  async problem(): Promise<StartProblem | null> {
    const result = await this.bot.start();
    return result.ok ? null : result.problem;
  }

  async connect(): Promise<void> {
    const result = await this.bot.start();
    if (!result.ok) throw new Error(result.problem.sentence);
  }
}
