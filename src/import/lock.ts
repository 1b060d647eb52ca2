import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another import is at work in the folder. */
export class LockError extends Error {
  override readonly name = 'LockError';
}

/**
 * Takes the folder for one import at a time. The lock of a process that is no longer there is taken over.
 *
 * @returns what gives it back.
 * @throws LockError while another import is at work.
 */
export function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '.lock');
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid}`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = holderOf(file);
    if (attempt > 2 || (holder !== null && isAlive(holder)))
      throw new LockError(
        `Another import (process ${holder}) is at work in this folder. Wait for it, or, if there is none, delete ${file}.`,
      );
    rmSync(file, { force: true });
  }
}

function holderOf(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
