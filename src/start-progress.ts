import cliProgress from 'cli-progress';
import type { Logger } from 'pino';
import { en } from './views/sentences/en.js';

/** Where nobody watches, progress is logged this often at most, in milliseconds; a quick start says nothing. */
const EVERY_MS = 4_000;

/**
 * Shows how far a start is: as a bar on a terminal, elsewhere as a line every few seconds.
 *
 * @returns called from time to time with how much is done, from 0 to 1.
 */
export function startProgress(stream: NodeJS.WriteStream, log: Logger): (share: number) => void {
  let last = performance.now();
  let bar: cliProgress.SingleBar | null = null;
  return (share) => {
    const percent = Math.floor(share * 100);
    if (stream.isTTY) {
      if (!bar) {
        bar = new cliProgress.SingleBar({
          format: `${en.startReading.bar} {bar} {percentage} %`,
          stream,
          hideCursor: true,
          clearOnComplete: true,
        });
        bar.start(100, 0);
      }
      bar.update(percent);
      if (share >= 1) bar.stop();
      return;
    }
    if (share >= 1 || performance.now() - last < EVERY_MS) return;
    last = performance.now();
    log.info({ percent }, 'reading the archive');
  };
}
