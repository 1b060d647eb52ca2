import { Hono } from 'hono';
import { limits } from '../limits.js';
import type { LocalState } from '../local-state.js';

/** The application, and where its gateway is. */
export function applicationRoutes({ world, files, gatewayLimits }: LocalState): Hono {
  const application = () => ({
    id: world.applicationId,
    name: world.bot.user.username,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    owner: world.account(world.home.ownerId).user,
    team: null,
    bot: world.bot.user,
    approximate_guild_count: gatewayLimits.guilds(),
    approximate_user_install_count: 2,
    integration_types_config: { 0: {}, 1: {} },
  });
  const gateway = () => `${files.origin.replace(/^http/, 'ws')}/gateway`;
  return new Hono()
    .get('/gateway', (c) => c.json({ url: gateway() }))
    .get('/gateway/bot', (c) =>
      c.json({
        url: gateway(),
        shards: Math.max(1, Math.ceil(gatewayLimits.guilds() / limits.gateway.recommendedAShard)),
        session_start_limit: {
          total: 1000,
          remaining: gatewayLimits.sessionsLeft(),
          reset_after: 86_400_000,
          max_concurrency: gatewayLimits.maxConcurrency(),
        },
      }),
    )
    .get('/applications/@me', (c) => c.json(application()))
    .get('/oauth2/applications/@me', (c) => c.json(application()));
}
