import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { en } from '../views/sentences/en.js';

/** Why the bot could not start, with what the operator is told: one sentence that says what to do. */
export interface StartProblem {
  readonly kind: 'bad-token' | 'disallowed-intents' | 'unknown-guild' | 'unreachable' | 'refused';
  readonly sentence: string;
}

/** The problem an error at the start stands for; null where it is a bug of ours. */
export function startProblem(error: unknown, apiUrl: string): StartProblem | null {
  const say = en.start;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return { kind: 'bad-token', sentence: say.badToken };
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.DisallowedIntents)
    return { kind: 'disallowed-intents', sentence: say.disallowedIntents };
  if (!(error instanceof Error)) return null;
  if (/authentication failed|401: unauthorized|invalid token/i.test(error.message))
    return { kind: 'bad-token', sentence: say.badToken };
  if (/disallowed intents?/i.test(error.message))
    return { kind: 'disallowed-intents', sentence: say.disallowedIntents };
  if (error instanceof DiscordAPIError && error.status === 401)
    return { kind: 'bad-token', sentence: say.badToken };
  if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404))
    return error.url.includes('/guilds/')
      ? { kind: 'unknown-guild', sentence: say.unknownGuild }
      : { kind: 'refused', sentence: say.refused(apiUrl, error.message) };
  if (error instanceof HTTPError || error instanceof NotReady || isNetworkError(error))
    return { kind: 'unreachable', sentence: say.unreachable(apiUrl, causeOf(error)) };
  return null;
}

/** Thrown where Discord accepted the token and then never said that the bot is ready. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

const networkCodes =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EPIPE|UND_ERR_\w+|ERR_TLS_\w+|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/;

function isNetworkError(error: Error): boolean {
  const { code, cause } = error as Error & { code?: unknown };
  if (error.name === 'AbortError' || (typeof code === 'string' && networkCodes.test(code))) return true;
  return cause instanceof Error && isNetworkError(cause);
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? causeOf(error.cause) : error.message || error.name;
}
