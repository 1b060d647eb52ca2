import { ChannelType } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { refuse } from '../api-error.js';
import type { LocalState } from '../local-state.js';
import { Form } from '../validation/form.js';
import { blankChannel, type Channel } from '../world/channel.js';
import { channelJson } from '../world/channel-json.js';
import { guildPermissions } from '../world/permissions.js';
import type { World } from '../world/world.js';
import { fieldsOf, readBody } from './request-body.js';

/** The bot itself, other users, and direct messages. */
export function userRoutes({ world }: LocalState): Hono {
  const bot = world.bot.user;
  return new Hono()
    .get('/users/@me', (c) => c.json(bot))
    .get('/users/@me/guilds', (c) =>
      c.json(
        [...world.guilds.values()]
          .filter((guild) => guild.members.has(bot.id))
          .map((guild) => ({
            id: guild.id,
            name: guild.name,
            icon: null,
            banner: null,
            owner: false,
            permissions: guildPermissions(guild, bot.id).toString(),
            features: [],
          })),
      ),
    )
    .delete('/users/@me/guilds/:guild', (c) => {
      leaveGuild(world, c.req.param('guild'));
      return c.body(null, 204);
    })
    .post('/users/@me/channels', async (c) => {
      const body = fieldsOf(await readBody(c));
      const form = new Form();
      const id = form.requiredText(body.recipient_id, ['recipient_id'], { max: 20 });
      form.done();
      if (id === bot.id) throw refuse.closedDirectMessages();
      if (!hasDirectChannel(world, id) && !mayOpenDirect(world)) throw refuse.directMessagesTooFast();
      return c.json(channelJson(world, directChannel(world, world.account(id).user.id)));
    })
    .get('/users/:user', (c) => c.json(world.account(c.req.param('user')).user));
}

/** How many new conversations a bot may begin in how many milliseconds. */
const DIRECT = { limit: 30, perMs: 60_000 };
const begun = new WeakMap<World, number[]>();

function mayOpenDirect(world: World): boolean {
  const now = Date.now();
  const recent = (begun.get(world) ?? []).filter((at) => now - at < DIRECT.perMs);
  if (recent.length >= DIRECT.limit) return false;
  begun.set(world, [...recent, now]);
  return true;
}

function hasDirectChannel(world: World, person: string): boolean {
  const both = [person, world.bot.user.id];
  return [...world.channels.values()].some(
    ({ guildId, recipients }) => guildId === null && both.every((id) => recipients.includes(id)),
  );
}

/** The direct-message channel of a person and the bot, made where there is none. */
export function directChannel(world: World, person: string): Channel {
  const bot = world.bot.user.id;
  for (const channel of world.channels.values())
    if (channel.guildId === null && channel.recipients.includes(person) && channel.recipients.includes(bot))
      return channel;
  const channel = blankChannel({
    id: world.ids.next(),
    type: ChannelType.DM,
    guildId: null,
    name: '',
    recipients: [bot, person],
  });
  world.channels.set(channel.id, channel);
  world.tell({ kind: 'channel-create', channel });
  return channel;
}

/** Takes the bot out of a guild. @throws ApiError 10004 where it isn't in it */
export function leaveGuild(world: World, guildId: string): void {
  if (!world.botIsIn(guildId)) throw refuse.unknownGuild();
  world.guild(guildId).members.delete(world.bot.user.id);
  world.tell({ kind: 'guild-leave', guildId });
}
