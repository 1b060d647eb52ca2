import { DiscordAPIError, type RateLimitData, REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { ShardPlan } from '../config.js';
import { NotDiscord, SessionsUsedUp } from './start-problem.js';

/** One request at the start may take so long, in milliseconds. */
const REQUEST_MS = 10_000;
/** A rate limit that ends within this many milliseconds is waited for. */
const PATIENCE_MS = 5_000;

/** Discord lets `max_concurrency` shards identify within this time, in milliseconds. */
const IDENTIFY_MS = 5_500;

const gatewayAnswer = z.looseObject({
  url: z.string(),
  shards: z.number(),
  session_start_limit: z.looseObject({
    remaining: z.number(),
    reset_after: z.number(),
    max_concurrency: z.number().int().positive().default(1),
  }),
});
const applicationAnswer = z.looseObject({ id: z.string() });

/** What Discord says before the bot connects. */
export interface Preflight {
  /** The application the token is for; null where the service doesn't say. */
  readonly applicationId: string | null;
  /** How long it takes at the most until Discord has let all shards of this process identify, in milliseconds. */
  readonly identifyMs: number;
}

/**
 * Whether a rate limit lasts longer than this many milliseconds. Where Discord says how long to wait, that can be far longer
 * than the bucket's own reset.
 */
export function longerThan(ms: number) {
  return ({ timeToReset, retryAfter, sublimitTimeout }: RateLimitData) =>
    Math.max(timeToReset, retryAfter, sublimitTimeout) > ms;
}

/**
 * A REST client for the start: every request has a deadline, and a long rate limit is an error, not a wait.
 *
 * @param retries how often a request that got no answer, or a server's error, is sent again.
 */
export function startRest(apiUrl: string, token: string, requestMs = REQUEST_MS, retries = 1): REST {
  return new REST({
    api: apiUrl,
    version: '10',
    timeout: requestMs,
    retries,
    rejectOnRateLimit: longerThan(PATIENCE_MS),
  }).setToken(token);
}

/**
 * Asks Discord, before connecting, for what would otherwise fail in silence: whether it is there, takes the token, and
 * allows another connection.
 *
 * @throws what `startProblem` has a sentence for.
 */
export async function preflight(rest: REST, signal: AbortSignal, plan?: ShardPlan): Promise<Preflight> {
  const gateway = gatewayAnswer.safeParse(await rest.get(Routes.gatewayBot(), { signal }));
  if (!gateway.success) throw new NotDiscord('the answer is not JSON of Discord’s shape');
  const { shards, session_start_limit: limit } = gateway.data;
  const own = !plan || plan.count === 'auto' ? shards : plan.kind === 'some' ? plan.ids.length : plan.count;
  if (limit.remaining < own) throw new SessionsUsedUp(new Date(Date.now() + limit.reset_after));
  const identifyMs = Math.ceil(own / limit.max_concurrency) * IDENTIFY_MS;
  return { applicationId: await applicationOf(rest, signal), identifyMs };
}

async function applicationOf(rest: REST, signal: AbortSignal): Promise<string | null> {
  try {
    const answer = applicationAnswer.safeParse(await rest.get(Routes.currentApplication(), { signal }));
    return answer.success ? answer.data.id : null;
  } catch (error) {
    // Services that only speak part of the API don't have this.
    if (error instanceof DiscordAPIError && error.status === 404) return null;
    throw error;
  }
}
