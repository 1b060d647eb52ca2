import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { makeFolder } from './make-folder.js';
import { isBusy } from './sqlite-busy.js';

/** How often the holder of a lock shows that it lives, in milliseconds. */
const BEAT_MS = 5_000;
/** After so long without a sign of life the sentence says so. */
const QUIET_MS = 4 * BEAT_MS;

/** Another process has the folder. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
  readonly holder: Holder | null;

  constructor(holder: Holder | null) {
    super(`the folder is taken by ${holder ? `process ${holder.pid} on ${holder.host}` : 'another process'}`);
    this.holder = holder;
  }
}

/** Who has a folder, as its heartbeat file says. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since its last sign of life. */
  readonly quietFor: number;
}

/** A folder that one process has. */
export interface FolderLock {
  /** Gives it back. */
  release(): Promise<void>;
}

/**
 * Takes a folder for one process at a time.
 *
 * The lock is a write transaction on a SQLite file, held open: the kernel lets go of it the moment its process ends, by
 * whatever means, in whatever container. So nothing is left to be taken over, and a process number that comes again
 * means nothing. The heartbeat beside it only shows people who has the folder.
 *
 * @param name of the lock; its files are `NAME.lock` and `NAME.lock.json`.
 * @throws FolderTaken while another process, or another part of this one, has it.
 */
export async function lockFolder(folder: string, name: string): Promise<FolderLock> {
  await makeFolder(folder);
  const file = join(folder, `${name}.lock`);
  const beatFile = `${file}.json`;
  const held = hold(file, beatFile);
  const id = randomUUID();
  const beat = () =>
    writeFile(
      beatFile,
      `${JSON.stringify({ id, pid: process.pid, host: hostname(), at: new Date().toISOString() })}\n`,
    ).catch(() => undefined);
  await beat();
  const timer = setInterval(() => void beat(), BEAT_MS);
  timer.unref();
  let isHeld = true;
  return {
    async release() {
      if (!isHeld) return;
      isHeld = false;
      clearInterval(timer);
      rmSync(beatFile, { force: true });
      held.close();
    },
  };
}

function hold(file: string, beatFile: string): Database.Database {
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec('BEGIN IMMEDIATE');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new FolderTaken(holderOf(beatFile));
    throw error;
  }
}

function holderOf(beatFile: string): Holder | null {
  try {
    const { pid, host } = JSON.parse(readFileSync(beatFile, 'utf8')) as Partial<Holder>;
    const quietFor = Math.max(0, Date.now() - statSync(beatFile).mtimeMs);
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, quietFor } : null;
  } catch {
    return null;
  }
}

/** Who has a folder, in words: "process 12 on host, last seen 3 s ago". */
export function holderInWords(holder: Holder | null): string {
  if (!holder) return 'another process';
  const seconds = Math.round(holder.quietFor / 1000);
  const seen = holder.quietFor > QUIET_MS ? `, which last showed a sign of life ${seconds} s ago` : '';
  return `process ${holder.pid} on ${holder.host}${seen}`;
}
