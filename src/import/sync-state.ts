import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const state = z.object({
  /** When the last run ended, and what came of it; null before the first. Times are ISO 8601, UTC. */
  last: z
    .object({
      at: z.iso.datetime(),
      days: z.number(),
      written: z.number(),
      /** Why it failed or stopped early, in a sentence; null where it did not. */
      problem: z.string().nullable(),
    })
    .nullable(),
  /** The day (UTC) of the last nightly reading. */
  nightly: z.string().nullable(),
  /** When the next run is due; null where none is planned. */
  next: z.iso.datetime().nullable(),
});

/** What the sync remembers between runs, for itself and for `dateline status`. */
export type SyncState = z.infer<typeof state>;

const fileOf = (dataDir: string) => join(dataDir, 'sync.json');

/** Reads the state; a file that is missing or damaged says that nothing ran yet. */
export function readSyncState(dataDir: string): SyncState {
  try {
    return state.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return { last: null, nightly: null, next: null };
  }
}

/** Writes the state whole or not at all; makes the folder where it is missing. */
export function writeSyncState(dataDir: string, written: SyncState): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileAtomic.sync(fileOf(dataDir), `${JSON.stringify(written, null, 2)}\n`);
}
