import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WikipediaSync } from '../../src/import/sync.js';
import { readSyncState } from '../../src/import/sync-state.js';
import { runProgram } from '../../src/terminal/program.js';

/** A machine whose time passes only in sleep. */
class Machine {
  time: number;
  readonly runs: string[] = [];
  readonly logged: string[] = [];
  fails = false;

  constructor(start: string) {
    this.time = Date.parse(start);
  }

  now = () => new Date(this.time);

  /** A sync that sleeps no longer than until `end`. */
  sync(dataDir: string, end: string): { sync: WikipediaSync; over: Promise<void> } {
    let finish = () => {};
    const over = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const sync = new WikipediaSync({
      dataDir,
      clock: { now: this.now },
      log: {
        info: (_, message) => void this.logged.push(message),
        warn: (_, message) => void this.logged.push(message),
      },
      importSpan: async (from, to) => {
        this.runs.push(`${this.now().toISOString().slice(11, 16)} ${from}..${to}`);
        if (this.fails) throw new Error('The wiki is silent.');
        return { days: 2, written: 5, problem: null };
      },
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (this.time + ms > Date.parse(end)) {
            signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
            finish();
            return;
          }
          this.time += ms;
          resolve();
        }),
    });
    return { sync, over };
  }

  async live(dataDir: string, end: string): Promise<void> {
    const { sync, over } = this.sync(dataDir, end);
    sync.start();
    await over;
    await sync.stop();
  }
}

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-sync-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the sync', () => {
  it('reads yesterday and today every three hours, and thirty days once a night', async () => {
    const machine = new Machine('2026-03-01T20:00:00Z');
    await machine.live(dataDir, '2026-03-02T10:00:00Z');
    expect(machine.runs).toEqual([
      '20:00 2026-01-31..2026-03-01',
      '23:00 2026-02-28..2026-03-01',
      '02:00 2026-03-01..2026-03-02',
      '05:00 2026-02-01..2026-03-02',
      '08:00 2026-03-01..2026-03-02',
    ]);
  });

  it('does not ask again after a restart before its time has come', async () => {
    const machine = new Machine('2026-03-01T20:00:00Z');
    await machine.live(dataDir, '2026-03-01T20:30:00Z');
    await machine.live(dataDir, '2026-03-01T22:30:00Z');
    expect(machine.runs).toHaveLength(1);
  });

  it('goes on after a run that failed, and reads the thirty days the next time', async () => {
    const machine = new Machine('2026-03-01T20:00:00Z');
    machine.fails = true;
    await machine.live(dataDir, '2026-03-01T22:00:00Z');
    expect(readSyncState(dataDir).last?.problem).toBe('The wiki is silent.');
    machine.fails = false;
    await machine.live(dataDir, '2026-03-01T23:30:00Z');
    expect(machine.runs[1]).toBe('23:00 2026-01-31..2026-03-01');
    expect(readSyncState(dataDir).last?.problem).toBeNull();
  });

  it('starts again where what it remembers is damaged', () => {
    writeFileSync(join(dataDir, 'sync.json'), '{');
    expect(readSyncState(dataDir)).toEqual({ last: null, nightly: null, next: null });
  });
});

describe('dateline status', () => {
  async function status(env: Record<string, string>): Promise<string> {
    const out: string[] = [];
    const terminal = { out: (text: string) => void out.push(text), err: () => {}, env, interactive: false };
    expect(await runProgram(['status'], terminal)).toBe(0);
    return out.join('\n');
  }

  it('reports the last run and the next', async () => {
    await new Machine('2026-03-01T20:00:00Z').live(dataDir, '2026-03-01T21:00:00Z');
    const said = await status({ SYNC: 'wikipedia', DATA_DIR: dataDir });
    expect(said).toContain('Last run: 2026-03-01 20:00 UTC, 2 days read, 5 files written.');
    expect(said).toContain('Next run: 2026-03-01 23:00 UTC');
  });

  it('says that it is off, and how to switch it on', async () => {
    expect(await status({ DATA_DIR: dataDir })).toContain('SYNC=wikipedia');
  });
});
