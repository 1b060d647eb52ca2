import { PermissionFlagsBits as Bits, ChannelType, MessageFlags } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { ApiError, refuse } from '../api-error.js';
import { forBot } from '../gateway/message-for-bot.js';
import { limits } from '../limits.js';
import type { LocalState } from '../local-state.js';
import { Form } from '../validation/form.js';
import { readMessageBody } from '../validation/message-body.js';
import { demand, may } from '../world/permissions.js';
import { deleteMessage, editMessage } from '../world/post-message.js';
import { fieldsOf, readBody } from './request-body.js';
import { sendAsBot } from './send-as-bot.js';

/** Messages of a channel or thread. */
export function messageRoutes(state: LocalState): Hono {
  const { world } = state;
  const bot = world.bot.user.id;
  const one = '/channels/:channel/messages/:message';
  return new Hono()
    .get('/channels/:channel/messages', (c) => {
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel);
      if (!may(world, bot, channel, Bits.ReadMessageHistory)) return c.json([]);
      const all = [...world.messagesOf(channel.id).values()].filter((m) => m.onlyFor === null);
      const page = pageOf(
        all.map((m) => forBot(state, m)),
        c.req.query(),
      );
      return c.json(page);
    })
    .get(one, (c) => {
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel, Bits.ReadMessageHistory);
      return c.json(forBot(state, world.message(channel.id, c.req.param('message'))));
    })
    .post('/channels/:channel/messages', async (c) => {
      const body = await readBody(c);
      const channel = world.channel(c.req.param('channel'));
      return c.json(sendAsBot(state, channel, fieldsOf(body), body.uploads).data);
    })
    .post(`${one}/crosspost`, (c) => {
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel, Bits.SendMessages);
      if (channel.type !== ChannelType.GuildAnnouncement) throw refuse.wrongChannelType();
      const message = world.message(channel.id, c.req.param('message'));
      if (message.data.author.id !== bot) demand(world, bot, channel, Bits.ManageMessages);
      const flags = message.data.flags ?? 0;
      if (flags & MessageFlags.Crossposted)
        throw new ApiError(400, 40_033, 'This message has already been crossposted.');
      message.data = { ...message.data, flags: flags | MessageFlags.Crossposted };
      world.tell({ kind: 'message-update', message });
      return c.json(message.data);
    })
    .patch(one, async (c) => {
      const body = await readBody(c);
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel);
      const message = world.message(channel.id, c.req.param('message'));
      if (message.data.author.id !== bot) throw refuse.notYourMessage();
      if (channel.thread?.archived) throw refuse.archivedThread();
      editMessage(
        world,
        state.files,
        message,
        readMessageBody(fieldsOf(body), [], message.data.flags),
        body.uploads,
      );
      return c.json(message.data);
    })
    .delete(one, (c) => {
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel);
      const message = world.message(channel.id, c.req.param('message'));
      if (message.data.author.id !== bot) {
        if (channel.guildId === null) throw refuse.missingPermissions();
        demand(world, bot, channel, Bits.ManageMessages);
      }
      if (channel.thread?.archived) throw refuse.archivedThread();
      deleteMessage(world, message);
      return c.body(null, 204);
    });
}

/** One page of messages, newest first. @param all oldest first */
function pageOf<T extends { readonly id: string }>(
  all: readonly T[],
  query: Readonly<Record<string, string>>,
): T[] {
  const form = new Form();
  const { before, after, around } = query;
  const given = query.limit === undefined ? undefined : Number(query.limit);
  const limit = form.integer(given, ['limit'], 1, limits.page.messages) ?? 50;
  form.done();
  const sorted = [...all].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  if (around !== undefined) {
    const at = sorted.findIndex((m) => BigInt(m.id) >= BigInt(around));
    const start = Math.max(0, (at < 0 ? sorted.length : at) - Math.floor(limit / 2));
    return sorted.slice(start, start + limit).reverse();
  }
  if (after !== undefined)
    return sorted
      .filter((m) => BigInt(m.id) > BigInt(after))
      .slice(0, limit)
      .reverse();
  return sorted
    .filter((m) => before === undefined || BigInt(m.id) < BigInt(before))
    .slice(-limit)
    .reverse();
}
