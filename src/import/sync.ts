import { setTimeout } from 'node:timers/promises';
import { type Clock, today } from '../clock.js';
import { addDays, type CalendarDate } from '../events/calendar-date.js';
import { readSyncState, type SyncState, writeSyncState } from './sync-state.js';

const HOUR_MS = 3_600_000;
/** Time between two runs. */
export const SYNC_INTERVAL_MS = 3 * HOUR_MS;
/** After a start the bot settles before the first run. */
const SETTLE_MS = 20_000;
/** The hour (UTC) from which the nightly reading may run. */
const NIGHT_HOUR = 3;
/** How many days the nightly reading goes back: pages are edited for weeks. */
const NIGHTLY_DAYS = 30;
/** Longest sleep at once, so that a machine that was suspended catches up soon after. */
const NAP_MS = 5 * 60_000;

/** What an import of some days came to, as far as the sync reports it. */
export interface SyncRun {
  readonly days: number;
  readonly written: number;
  readonly problem: string | null;
}

/** What the sync writes to the log. */
export interface SyncLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** What the sync works with. */
export interface SyncOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: SyncLog;
  /** Imports the days from one date to another, both included. What it throws ends the run, not the sync. */
  readonly importSpan: (from: CalendarDate, to: CalendarDate, signal: AbortSignal) => Promise<SyncRun>;
  /** Whether this process is the one that imports; always by default. Another takes over where it ends. */
  readonly isOurs?: () => Promise<boolean>;
  /** Waits that many milliseconds; rejects when the signal aborts. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps the content folder current while the bot runs: yesterday and today (UTC) every few hours, the last 30 days once
 * a night. When it last ran and when it will next is kept in the data folder, so a restart does not ask Wikipedia again.
 */
export class WikipediaSync {
  readonly #options: SyncOptions;
  readonly #abort = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#loop().catch((error: unknown) => {
      if (this.#abort.signal.aborted) return;
      const { log } = this.#options;
      log.warn({ err: error }, 'the sync with Wikipedia has ended; it begins again when the bot does');
    });
  }

  /** Ends the sync; a run under way is cut off, which an import survives. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
  }

  async #loop(): Promise<void> {
    const { dataDir, clock, log } = this.#options;
    let state = readSyncState(dataDir);
    const since = state.last === null ? 0 : Date.parse(state.last.at);
    let due = Math.max(clock.now().getTime() + SETTLE_MS, since + SYNC_INTERVAL_MS);
    state = this.#keep({ ...state, next: new Date(due).toISOString() });
    log.info({ next: state.next, last: state.last?.at ?? null }, 'Wikipedia sync is on');
    for (;;) {
      await this.#sleepUntil(due);
      if (!(await this.#isOurs())) {
        due = clock.now().getTime() + NAP_MS;
        continue;
      }
      state = await this.run(state);
      due = Date.parse(state.next ?? '') || clock.now().getTime() + SYNC_INTERVAL_MS;
    }
  }

  async #isOurs(): Promise<boolean> {
    const { isOurs = async () => true, log } = this.#options;
    return isOurs().catch((error: unknown) => {
      log.warn({ err: error }, 'the database can’t be asked who imports; asking again later');
      return false;
    });
  }

  async #sleepUntil(due: number): Promise<void> {
    const { clock, sleep = pause } = this.#options;
    for (let left = due - clock.now().getTime(); left > 0; left = due - clock.now().getTime())
      await sleep(Math.min(left, NAP_MS), this.#abort.signal);
    this.#abort.signal.throwIfAborted();
  }

  /** Makes one run and keeps what came of it. */
  async run(state: SyncState = readSyncState(this.#options.dataDir)): Promise<SyncState> {
    const { clock, log } = this.#options;
    const to = today(clock);
    const night = state.nightly !== to && clock.now().getUTCHours() >= NIGHT_HOUR;
    const result = await this.#import(addDays(to, night ? 1 - NIGHTLY_DAYS : -1), to);
    const at = clock.now();
    const next = new Date(at.getTime() + SYNC_INTERVAL_MS).toISOString();
    const fields = { ...result, nightly: night, next };
    if (result.problem === null) log.info(fields, 'synced with Wikipedia');
    else log.warn(fields, 'the sync with Wikipedia did not read everything');
    const nightly = night && result.problem === null ? to : state.nightly;
    return this.#keep({ last: { at: at.toISOString(), ...result }, nightly, next });
  }

  async #import(from: CalendarDate, to: CalendarDate): Promise<SyncRun> {
    try {
      const { days, written, problem } = await this.#options.importSpan(from, to, this.#abort.signal);
      return { days, written, problem };
    } catch (error) {
      this.#abort.signal.throwIfAborted();
      return { days: 0, written: 0, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  #keep(state: SyncState): SyncState {
    writeSyncState(this.#options.dataDir, state);
    return state;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal, ref: false });
}
