import { resolve } from 'node:path';
import type { Config } from './config.js';
import { FolderTaken, holderInWords } from './folder-lock.js';
import { HealthPortTaken } from './health/health-server.js';
import { DatabaseError } from './store/database.js';

/** Why the program can't start, in a sentence that says what the operator can do. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** What an error at the start means to the operator; one that means nothing to them comes back as it is. */
export function startFailure(error: unknown, config: Config): unknown {
  if (error instanceof DatabaseError) return new StartFailure(error.message, { cause: error });
  if (error instanceof HealthPortTaken) return new StartFailure(error.message);
  if (error instanceof FolderTaken) {
    return new StartFailure(
      `Another Dateline (${holderInWords(error.holder)}) uses the folder ${config.dataDir}. Stop it, or set DATA_DIR to another folder.`,
    );
  }
  const { code, path } = error as NodeJS.ErrnoException;
  if (
    (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') &&
    path?.includes(config.contentDir.replace(/^\.\//, ''))
  )
    return new StartFailure(
      `The folder of events ${config.contentDir} can't be read (${code}). Set CONTENT_DIR to a folder that exists.`,
    );
  if (FOLDER_PROBLEMS.has(code ?? '') && path && resolve(path).startsWith(resolve(config.dataDir)))
    return new StartFailure(
      `The folder ${config.dataDir} can't be written to (${code}). Set DATA_DIR to a folder where this user may write.`,
    );
  return error;
}

const FOLDER_PROBLEMS: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'ENOSPC',
]);
