import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { importInProcess } from './import-process.js';
import { contactProblem } from './mediawiki/user-agent.js';
import { type SyncLog, WikipediaSync } from './sync.js';

/**
 * Starts the sync where SYNC=wikipedia asks for it. Without a contact the bot runs and the log says why nothing is
 * synced.
 *
 * @param isOurs whether this process is the one that imports, where several share the events.
 * @returns what stops it.
 */
export function startSync(
  config: Config,
  log: SyncLog,
  clock: Clock,
  isOurs: () => Promise<boolean>,
): () => Promise<void> {
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
    isOurs,
    importSpan: (from, to, signal) => importInProcess(config.contentDir, from, to, signal),
  });
  sync.start();
  return () => sync.stop();
}
