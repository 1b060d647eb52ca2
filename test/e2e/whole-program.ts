import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '@dateline/local-discord';
import { pino } from 'pino';
import { type Running, startApp } from '../../src/app.js';
import { clockAt } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import type { CalendarDate } from '../../src/events/calendar-date.js';
import { expectShapesDiscordTakes } from './shapes-discord-takes.js';

export interface WholeProgramOptions extends LocalDiscordOptions {
  /** The folder of events; the shipped ones where left out. */
  readonly contentDir?: string;
  /** The day it is for the bot. */
  readonly today?: CalendarDate;
}

/** Dateline as it is started, connected to a local Discord that keeps what it sends. */
export class WholeProgram {
  readonly discord: LocalDiscord;
  readonly #dataDir: string;
  readonly #options: WholeProgramOptions;
  #running: Running | null = null;

  private constructor(discord: LocalDiscord, dataDir: string, options: WholeProgramOptions) {
    this.discord = discord;
    this.#dataDir = dataDir;
    this.#options = options;
  }

  static async start(options: WholeProgramOptions = {}): Promise<WholeProgram> {
    const discord = await startLocalDiscord({ record: true, ...options });
    const dataDir = await mkdtemp(join(tmpdir(), 'dateline-e2e-'));
    const bot = new WholeProgram(discord, dataDir, options);
    await bot.restart();
    return bot;
  }

  get running(): Running {
    if (!this.#running) throw new Error('the bot is stopped');
    return this.#running;
  }

  /** Stops the program, where it runs, and starts it on the same data. */
  async restart(): Promise<void> {
    await this.#running?.stop();
    const config = readConfig({
      DISCORD_TOKEN: this.discord.token,
      DISCORD_API_URL: this.discord.apiUrl,
      CONTENT_DIR: this.#options.contentDir ?? 'content',
      DATA_DIR: this.#dataDir,
    });
    const clock = clockAt(this.#options.today ?? ('2024-06-01' as CalendarDate));
    this.#running = await startApp(config, pino({ level: 'silent' }), clock);
  }

  /** Stops everything, and fails where the bot sent what Discord would refuse, by its own description of its API. */
  async stop(): Promise<void> {
    await this.#running?.stop();
    await this.discord.close();
    await rm(this.#dataDir, { recursive: true, force: true });
    expectShapesDiscordTakes(this.discord.recordedRequests);
  }
}
