import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/**
 * The log, on the error stream: JSON lines, or lines for a person where one watches.
 *
 * @param level fatal, error, warn, info, debug, trace or silent.
 */
export function createLog(level: string): Logger {
  const options = { level, base: null };
  if (!process.stderr.isTTY) return pino(options, pino.destination({ fd: 2, sync: true }));
  return pino(options, pretty({ destination: 2, sync: true, colorize: true, translateTime: 'SYS:HH:MM:ss' }));
}
