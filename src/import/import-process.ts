import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { CalendarDate } from '../events/calendar-date.js';
import type { SyncRun } from './sync.js';

const answer = z.object({
  days: z.number(),
  files: z.object({ written: z.number() }),
  unread: z.array(z.unknown()),
  stopped: z.string().nullable(),
});
/** An import of a month takes a minute or two; one that takes so long is stuck. */
const LONGEST_MS = 20 * 60_000;
/** Lets the person who asks the bot go first. */
const LOW_PRIORITY = 10;

/**
 * Runs `dateline import` as a separate process: reading 24 years of manifest and comparing every event takes seconds
 * in which the bot could not answer. An import survives being cut off, so aborting just ends the process.
 *
 * @throws Error with the import's own sentence where it did not end well, or took too long.
 */
export async function importInProcess(
  contentDir: string,
  from: CalendarDate,
  to: CalendarDate,
  signal: AbortSignal,
  longestMs = LONGEST_MS,
): Promise<SyncRun> {
  const cli = fileURLToPath(new URL('../cli.js', import.meta.url));
  const args = [cli, 'import', '--from', from, '--to', to, '--content', contentDir, '--json'];
  const limit = AbortSignal.timeout(longestMs);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.any([signal, limit]),
    // One that is stuck hears nothing else.
    killSignal: 'SIGKILL',
  });
  if (child.pid !== undefined) lower(child.pid);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err = (err + text).slice(-2000);
  });
  const ended = new Promise<void>((resolve, reject) =>
    child.on('error', reject).on('close', () => resolve()),
  );
  await ended.catch((error: unknown) => {
    if (limit.aborted && !signal.aborted)
      throw new Error(`The import took longer than ${Math.round(longestMs / 60_000)} minutes and was ended.`);
    throw error;
  });
  const read = answer.safeParse(parsed(out));
  if (!read.success) throw new Error(err.trim().split('\n').at(-1) || 'The import ended without an answer.');
  const { days, files, unread, stopped } = read.data;
  const problem = stopped ?? (unread.length > 0 ? `${unread.length} days could not be read.` : null);
  return { days, written: files.written, problem };
}

function lower(pid: number): void {
  try {
    setPriority(pid, LOW_PRIORITY);
  } catch {
    // The process has ended already, or the system doesn't let us: then it runs as it is.
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
