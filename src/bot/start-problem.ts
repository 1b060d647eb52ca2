import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { en } from '../views/sentences/en.js';
import { enStartProblems } from '../views/sentences/en-start-problems.js';
import { isNetworkError } from './discord-error.js';

/** Why the bot could not start, with a message to the operator: one sentence that says what to do. */
export interface StartProblem {
  readonly kind:
    | 'bad-token'
    | 'disallowed-intents'
    | 'unknown-guild'
    | 'unreachable'
    | 'refused'
    | 'rate-limited'
    | 'too-many-commands'
    | 'sessions-used-up'
    | 'not-discord'
    | 'gateway-down'
    | 'slow';
  readonly sentence: string;
}

/** Thrown where Discord accepted the token and then never said that the bot is ready. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** Thrown where what answers is not Discord's API. */
export class NotDiscord extends Error {
  override readonly name = 'NotDiscord';
}

/** Thrown where no connection is allowed any more until a moment. */
export class SessionsUsedUp extends Error {
  override readonly name = 'SessionsUsedUp';
  readonly until: Date;

  constructor(until: Date) {
    super(`no sessions left until ${until.toISOString()}`);
    this.until = until;
  }
}

/** Thrown where all requests of a start together took too long. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`no answer within ${seconds} s`);
    this.seconds = seconds;
  }
}

/** The problem an error at the start means; null where it is a bug of ours. */
export function startProblem(error: unknown, apiUrl: string, now = new Date()): StartProblem | null {
  const say = en.start;
  if (error instanceof NotDiscord)
    return { kind: 'not-discord', sentence: enStartProblems.notDiscord(apiUrl) };
  if (error instanceof SessionsUsedUp)
    return { kind: 'sessions-used-up', sentence: enStartProblems.sessionsUsedUp(error.until) };
  if (error instanceof TooSlow)
    return { kind: 'slow', sentence: enStartProblems.slow(apiUrl, error.seconds) };
  if (error instanceof NotReady)
    return { kind: 'gateway-down', sentence: enStartProblems.gatewayDown(apiUrl, error.message) };
  if (error instanceof RateLimitError) {
    const until = new Date(now.getTime() + Math.max(error.timeToReset, error.retryAfter));
    return /\/commands$/.test(error.route) && error.method !== 'GET'
      ? { kind: 'too-many-commands', sentence: enStartProblems.tooManyCommands(until) }
      : { kind: 'rate-limited', sentence: enStartProblems.rateLimited(apiUrl, until) };
  }
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return { kind: 'bad-token', sentence: say.badToken };
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.DisallowedIntents)
    return { kind: 'disallowed-intents', sentence: say.disallowedIntents };
  if (!(error instanceof Error)) return null;
  if (/authentication failed|401: unauthorized|invalid token/i.test(error.message))
    return { kind: 'bad-token', sentence: say.badToken };
  if (/disallowed intents?/i.test(error.message))
    return { kind: 'disallowed-intents', sentence: say.disallowedIntents };
  if (error instanceof DiscordAPIError) return apiProblem(error, apiUrl);
  if (error instanceof HTTPError || isNetworkError(error))
    return { kind: 'unreachable', sentence: say.unreachable(apiUrl, causeOf(error)) };
  return null;
}

function apiProblem(error: DiscordAPIError, apiUrl: string): StartProblem | null {
  const say = en.start;
  if (error.status === 401) return { kind: 'bad-token', sentence: say.badToken };
  if (error.code === RESTJSONErrorCodes.MaximumDailyApplicationCommandCreatesReached)
    return { kind: 'too-many-commands', sentence: enStartProblems.tooManyCommands(null) };
  // Discord's own refusals are JSON with a message; a proxy's or a firewall's are pages.
  if (typeof (error.rawError as { message?: unknown }).message !== 'string')
    return { kind: 'not-discord', sentence: enStartProblems.notDiscord(apiUrl) };
  if (error.status !== 403 && error.status !== 404) return null;
  return error.url.includes('/guilds/')
    ? { kind: 'unknown-guild', sentence: say.unknownGuild }
    : { kind: 'refused', sentence: say.refused(apiUrl, error.message) };
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? causeOf(error.cause) : error.message || error.name;
}
