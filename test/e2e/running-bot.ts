import { Writable } from 'node:stream';
import pino from 'pino';
import { commands as allCommands } from '../../commands/all.js';
import { EventArchive } from '../../src/archive/event-archive.js';
import { type Bot, createBot } from '../../src/bot/bot.js';
import type { Command } from '../../src/bot/command.js';
import { clockAt } from '../../src/clock.js';
import type { NewsEvent } from '../../src/events/event.js';
import {
  type LocalDiscord,
  type LocalDiscordOptions,
  startLocalDiscord,
} from '../../src/local-discord/local-discord.js';
import { type LongTexts, LongTextsInMemory } from '../../src/views/long-texts.js';
import { townEvents } from '../commands/fixture-events.js';
import { expectShapesDiscordTakes } from './shapes-discord-takes.js';

export interface RunningOptions {
  readonly events?: readonly NewsEvent[];
  readonly commands?: readonly Command[];
  readonly discord?: LocalDiscordOptions;
}

/** The bot over the town's events, connected by the real client to a local Discord, on 1 June 2016. */
export class RunningBot {
  readonly discord: LocalDiscord;
  readonly logged: string[] = [];
  readonly #archive: EventArchive;
  readonly #commands: readonly Command[];
  readonly #longTexts: LongTexts = new LongTextsInMemory();
  bot: Bot;

  private constructor(discord: LocalDiscord, archive: EventArchive, commands: readonly Command[]) {
    this.discord = discord;
    this.#archive = archive;
    this.#commands = commands;
    this.bot = this.#make();
  }

  static async start(options: RunningOptions = {}): Promise<RunningBot> {
    const archive = await EventArchive.over(options.events ?? townEvents);
    const discord = await startLocalDiscord({ record: true, ...options.discord });
    const running = new RunningBot(discord, archive, options.commands ?? allCommands);
    await running.#connect();
    return running;
  }

  /** Stops the bot and starts another one, as after a crash or an update. What was stored is kept. */
  async restart(): Promise<void> {
    await this.bot.stop();
    this.bot = this.#make();
    await this.#connect();
  }

  async stop(): Promise<void> {
    await this.bot.stop();
    await this.discord.close();
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
      clock: clockAt('2016-06-01'),
      log: pino({ level: 'warn' }, keep),
      token: this.discord.token,
      apiUrl: this.discord.apiUrl,
      commands: this.#commands,
      longTexts: this.#longTexts,
    });
  }

  async #connect(): Promise<void> {
    const result = await this.bot.start();
    if (!result.ok) throw new Error(result.problem.sentence);
  }
}
