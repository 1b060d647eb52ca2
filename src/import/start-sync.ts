import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { importInProcess } from './import-process.js';
import { contactProblem } from './mediawiki/user-agent.js';
import { type SyncLog, WikipediaSync } from './sync.js';

/**
 * Starts the sync where SYNC=wikipedia asks for it. Without a contact the bot runs and the log says why nothing is
 * synced.
 *
 * @returns what stops it.
 */
export function startSync(config: Config, log: SyncLog, clock: Clock): () => Promise<void> {
  if (config.sync !== 'wikipedia') return async () => {};
  const problem = contactProblem(config.contact);
  if (problem !== null) {
    log.warn({ sync: 'off' }, problem);
    return async () => {};
  }
  const sync = new WikipediaSync({
    dataDir: config.dataDir,
    clock,
    log,
    importSpan: (from, to, signal) => importInProcess(config.contentDir, from, to, signal),
  });
  sync.start();
  return () => sync.stop();
}
