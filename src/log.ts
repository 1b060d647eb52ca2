import { type Logger, type LoggerOptions, pino } from 'pino';
import pretty from 'pino-pretty';

/**
 * The log, on the error stream: JSON lines, or lines for a person where one watches.
 *
 * @param level fatal, error, warn, info, debug, trace or silent.
 */
export function createLog(level: string): Logger {
  const options = logOptions(level);
  if (!process.stderr.isTTY) return pino(options, pino.destination({ fd: 2, sync: true }));
  return pino(options, pretty({ destination: 2, sync: true, colorize: true, translateTime: 'SYS:HH:MM:ss' }));
}

/**
 * How everything is logged: never what people asked or were answered, and no token. An error of a request carries all of
 * that (its body, its address with the token of an interaction), so only what names it is written.
 */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    serializers: { err: errorForLog, error: errorForLog },
    hooks: {
      logMethod(args, method) {
        const cleaned = args.map((arg: unknown) => (typeof arg === 'string' ? withoutTokens(arg) : arg));
        method.apply(this, cleaned as typeof args);
      },
    },
  };
}

/** An error as the log has it. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? withoutTokens(error) : error;
  const { name, message, stack, cause } = error;
  const known = Object.fromEntries(
    ['code', 'status', 'method', 'url', 'syscall', 'path', 'retryAfter', 'route'].flatMap((key) => {
      const value = (error as unknown as Record<string, unknown>)[key];
      const text = typeof value === 'string' ? withoutTokens(value) : value;
      return ['string', 'number', 'boolean'].includes(typeof text) ? [[key, text]] : [];
    }),
  );
  return {
    type: name,
    message: withoutTokens(message),
    ...known,
    ...(stack !== undefined && { stack: withoutTokens(stack) }),
    ...(cause !== undefined && { cause: errorForLog(cause) }),
  };
}

/** Takes the tokens of interactions and webhooks, and those of bots, out of a text. */
export function withoutTokens(text: string): string {
  return text
    .replace(/((?:interactions|webhooks)\/\d+\/)[\w.~-]+/g, '$1…')
    .replace(/(?<![\w-])[MNO][\w-]{20,30}\.[\w-]{6}\.[\w-]{27,}/g, '…');
}
