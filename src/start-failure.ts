import type { Config } from './config.js';
import { PortTaken } from './local-discord/local-discord.js';
import { DatabaseError } from './store/database.js';

/** Why the program can't start, in a sentence that tells the operator what to do. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** What an error at the start means to the operator; one that means nothing to them comes back as it is. */
export function startFailure(error: unknown, config: Config): unknown {
  if (error instanceof DatabaseError) return new StartFailure(error.message, { cause: error });
  if (error instanceof PortTaken) {
    return new StartFailure(
      `Port ${error.port} is taken by another program. Choose another with PORT=4351 npm start, or PORT=0 for any free one.`,
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
  return error;
}
