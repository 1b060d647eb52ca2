import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { refuse } from '../api-error.js';
import type { LocalState } from '../local-state.js';
import { Form } from '../validation/form.js';
import type { Channel } from '../world/channel.js';
import { channelJson } from '../world/channel-json.js';
import { demand } from '../world/permissions.js';
import type { World } from '../world/world.js';
import { changeThread } from './change-thread.js';
import { fieldsOf, readBody } from './request-body.js';

/** Channels and threads themselves. */
export function channelRoutes({ world }: LocalState): Hono {
  const bot = world.bot.user.id;
  return new Hono()
    .get('/channels/:channel', (c) => {
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel);
      return c.json(channelJson(world, channel, bot));
    })
    .patch('/channels/:channel', async (c) => {
      const body = fieldsOf(await readBody(c));
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel);
      if (channel.thread) changeThread(world, channel, channel.thread, body);
      else changeChannel(world, channel, body);
      return c.json(channelJson(world, channel, bot));
    })
    .delete('/channels/:channel', (c) => {
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel, channel.thread ? Bits.ManageThreads : Bits.ManageChannels);
      if (channel.guildId === null) throw refuse.wrongChannelType();
      const json = channelJson(world, channel, bot);
      world.removeChannel(channel);
      return c.json(json);
    })
    .post('/channels/:channel/typing', (c) => {
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel, channel.thread ? Bits.SendMessagesInThreads : Bits.SendMessages);
      world.tell({ kind: 'typing', channel, user: bot });
      return c.body(null, 204);
    });
}

function changeChannel(world: World, channel: Channel, body: Readonly<Record<string, unknown>>): void {
  demand(world, world.bot.user.id, channel, Bits.ManageChannels);
  const form = new Form();
  const name = form.text(body.name, ['name'], { min: 1, max: 100 });
  const topic = form.text(body.topic, ['topic'], { max: 1024 });
  form.done();
  if (name !== undefined) channel.name = name;
  if (topic !== undefined) channel.topic = topic;
  world.tell({ kind: 'channel-update', channel });
}
