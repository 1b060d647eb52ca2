import type { LocalDiscord } from '@dateline/local-discord';
import { StartFailure } from './start-failure.js';

/**
 * Starts the Discord for one machine that a bot without a token talks to. The package is loaded here only: a bot with a
 * token runs without it.
 *
 * @throws StartFailure where the port is taken
 */
export async function startLocal(port: number): Promise<LocalDiscord> {
  const { PortTaken, startLocalDiscord } = await import('@dateline/local-discord');
  try {
    return await startLocalDiscord({ port });
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    throw new StartFailure(
      `Port ${error.port} is taken by another program. Choose another with PORT=4351 npm start, or PORT=0 for any free one.`,
      { cause: error },
    );
  }
}
