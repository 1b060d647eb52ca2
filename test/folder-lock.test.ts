import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderTaken, holderInWords, lockFolder } from '../src/folder-lock.js';

/** Holds a lock in a process of its own, as another container would. */
const HOLD = `
  const { default: Database } = await import('libsql');
  const held = new Database(process.argv[1]);
  held.exec('BEGIN IMMEDIATE');
  console.log('held');
  setInterval(() => held, 1000);
`;

describe('a folder that one process has', () => {
  let folder: string;
  let holder: ChildProcess | null = null;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-lock-'));
  });
  afterEach(async () => {
    holder?.kill('SIGKILL');
    holder = null;
    await rm(folder, { recursive: true, force: true });
  });
  async function heldByAnother() {
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD, join(folder, 'bot.lock')]);
    holder = child;
    await once(child.stdout, 'data');
    return child;
  }

  it('is given to nobody else until it is given back', async () => {
    const first = await lockFolder(folder, 'bot');
    await expect(lockFolder(folder, 'bot')).rejects.toThrow(FolderTaken);
    await first.release();
    await (await lockFolder(folder, 'bot')).release();
  });

  it('names the process that has it', async () => {
    const first = await lockFolder(folder, 'bot');
    const refused = await lockFolder(folder, 'bot').catch((error: unknown) => error);
    expect(refused instanceof FolderTaken && holderInWords(refused.holder)).toContain(
      `process ${process.pid} on`,
    );
    await first.release();
  });

  it('is free the moment its process was killed, whatever that left behind', async () => {
    const child = await heldByAnother();
    await expect(lockFolder(folder, 'bot')).rejects.toThrow(FolderTaken);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockFolder(folder, 'bot')).release();
  });

  it('is free where a note of an earlier life names a process number that is in use again', async () => {
    const note = { pid: process.pid, host: 'an earlier container', at: new Date().toISOString() };
    await writeFile(join(folder, 'bot.lock'), '');
    await writeFile(join(folder, 'bot.lock.json'), JSON.stringify(note));
    await (await lockFolder(folder, 'bot')).release();
  });
});
