import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApiError, refuse } from '../api-error.js';
import type { Fault, Faults } from '../faults.js';
import type { LocalState } from '../local-state.js';
import { applicationRoutes } from './application-routes.js';
import { RenamedTooOften } from './change-thread.js';
import { channelRoutes } from './channel-routes.js';
import { commandRoutes } from './command-routes.js';
import { guildRoutes } from './guild-routes.js';
import { interactionRoutes } from './interaction-routes.js';
import { messageRoutes } from './message-routes.js';
import type { RateLimits } from './rate-limits.js';
import { threadMemberRoutes } from './thread-member-routes.js';
import { threadRoutes } from './thread-routes.js';
import { userRoutes } from './user-routes.js';
import { webhookRoutes } from './webhook-routes.js';

export const API = '/api/v10';

/** Routes that a token in their path opens, not the bot's. */
const openByToken = /^\/(interactions\/\d+\/[^/]+\/callback|webhooks\/\d+\/[^/]+)/;

/** What the REST API needs beside the world. */
export interface RestOptions {
  readonly faults: Faults;
  /** Null switches rate limits off. */
  readonly rateLimits: RateLimits | null;
}

/** Discord's REST API, version 10. */
export function restApp(state: LocalState, { faults, rateLimits }: RestOptions): Hono {
  const app = new Hono().basePath(API);
  app.onError((error, c) => {
    if (!(error instanceof ApiError)) {
      console.error(error);
      return c.json({ message: '500: Internal Server Error', code: 0 }, 500);
    }
    if (error instanceof RenamedTooOften) return limited(c, error.retryAfter, 'user', {});
    return c.json(error.body(), error.status as ContentfulStatusCode);
  });
  app.use(async (c, next) => {
    const path = c.req.path.slice(API.length);
    const fault = faults.hit(c.req.method, path);
    if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const fails = fault !== undefined && breaks(fault);
    if (fails && !fault.afterwards) return failed(c, fault);
    if (!openByToken.test(path) && c.req.header('authorization') !== `Bot ${state.token}`)
      throw refuse.unauthorized();
    const allowance = rateLimits?.take(c.req.method, path);
    if (allowance?.retryAfter) return limited(c, allowance.retryAfter, allowance.scope, allowance.headers);
    await next();
    for (const [name, value] of Object.entries(allowance?.headers ?? {})) c.res.headers.set(name, value);
    if (fails) c.res = failed(c, fault);
    return;
  });
  for (const routes of [
    applicationRoutes,
    commandRoutes,
    interactionRoutes,
    webhookRoutes,
    userRoutes,
    guildRoutes,
    messageRoutes,
    threadRoutes,
    threadMemberRoutes,
    channelRoutes,
  ])
    app.route('/', routes(state));
  app.all('*', () => {
    throw refuse.notFound();
  });
  return app;
}

/** Whether a fault is more than a delay. */
function breaks({ cut, status, code, html }: Fault): boolean {
  return cut === true || status !== undefined || code !== undefined || html !== undefined;
}

function failed(c: Context, fault: Fault): Response {
  if (fault.cut) (c.env as HttpBindings).incoming.socket.destroy();
  if (fault.html !== undefined) return c.html(fault.html, (fault.status ?? 200) as ContentfulStatusCode);
  if (fault.code !== undefined && fault.status !== 429) {
    const message = fault.message ?? `${fault.code}: injected`;
    return c.json({ message, code: fault.code }, (fault.status ?? 403) as ContentfulStatusCode);
  }
  const status = fault.status ?? 500;
  if (status === 429) return limited(c, fault.retryAfter ?? 1, 'user', {});
  return c.json({ message: fault.message ?? `${status}: injected`, code: 0 }, status as ContentfulStatusCode);
}

function limited(
  c: Context,
  seconds: number,
  scope: 'user' | 'global' | null,
  headers: Readonly<Record<string, string>>,
): Response {
  const all = {
    ...headers,
    'Retry-After': String(Math.max(1, Math.ceil(seconds))),
    'X-RateLimit-Scope': scope ?? 'user',
  };
  const retryAfter = Math.ceil(seconds * 1000) / 1000;
  const isGlobal = scope === 'global';
  return c.json(
    { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal },
    429,
    all,
  );
}
