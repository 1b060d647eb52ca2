import { Hono } from 'hono';
import { refuse } from '../api-error.js';
import type { LocalState } from '../local-state.js';
import { channelJson } from '../world/channel-json.js';
import { guildJson, memberJson } from '../world/guild-json.js';
import { may } from '../world/permissions.js';
import type { Guild } from '../world/world.js';

/** Guilds the bot is in, with their channels, members and roles. */
export function guildRoutes({ world }: LocalState): Hono {
  const guildOf = (id: string): Guild => {
    const guild = world.guild(id);
    if (!world.botIsIn(id)) throw refuse.missingAccess();
    return guild;
  };
  return new Hono()
    .get('/guilds/:guild', (c) => c.json(guildJson(guildOf(c.req.param('guild')))))
    .get('/guilds/:guild/channels', (c) => {
      const { id } = guildOf(c.req.param('guild'));
      const channels = [...world.channels.values()].filter((ch) => ch.guildId === id && !ch.thread);
      return c.json(channels.map((channel) => channelJson(world, channel)));
    })
    .get('/guilds/:guild/threads/active', (c) => {
      const { id } = guildOf(c.req.param('guild'));
      const bot = world.bot.user.id;
      const threads = world
        .threads({ guildId: id })
        .filter((thread) => !thread.thread?.archived && may(world, bot, thread, 1024n));
      const members = threads.flatMap((thread) => {
        const joined = thread.thread?.members.get(bot);
        return joined ? [{ id: thread.id, user_id: bot, join_timestamp: joined, flags: 0 }] : [];
      });
      return c.json({ threads: threads.map((thread) => channelJson(world, thread, bot)), members });
    })
    .get('/guilds/:guild/roles', (c) => c.json([...guildOf(c.req.param('guild')).roles.values()]))
    .get('/guilds/:guild/members/:user', (c) => {
      const guild = guildOf(c.req.param('guild'));
      const user = c.req.param('user');
      return c.json(memberJson(world, guild, user === '@me' ? world.bot.user.id : user));
    });
}
