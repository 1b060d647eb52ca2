import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { refuse } from '../api-error.js';
import type { LocalState } from '../local-state.js';
import type { ThreadState } from '../world/channel.js';
import { demand } from '../world/permissions.js';
import { joinThread, leaveThread } from '../world/threads.js';

/** Who is in a thread. */
export function threadMemberRoutes({ world }: LocalState): Hono {
  const bot = world.bot.user.id;
  const base = '/channels/:channel/thread-members';
  const threadOf = (c: Context, needed = 0n) => {
    const channel = world.channel(c.req.param('channel') ?? '');
    demand(world, bot, channel, needed);
    if (!channel.thread) throw refuse.wrongChannelType();
    return { channel, thread: channel.thread };
  };
  const openThreadOf = (c: Context, needed = 0n) => {
    const found = threadOf(c, needed);
    if (found.thread.archived) throw refuse.archivedThread();
    return found.channel;
  };
  const memberJson = (id: string, thread: ThreadState, user: string) => {
    const joined = thread.members.get(user);
    if (joined === undefined) throw refuse.unknownMember();
    return { id, user_id: user, join_timestamp: joined, flags: 0 };
  };
  const who = (c: Context) => {
    const user = c.req.param('user') ?? '';
    return user === '@me' ? bot : world.account(user).user.id;
  };
  return new Hono()
    .get(base, (c) => {
      const { channel, thread } = threadOf(c);
      return c.json([...thread.members.keys()].map((user) => memberJson(channel.id, thread, user)));
    })
    .get(`${base}/:user`, (c) => {
      const { channel, thread } = threadOf(c);
      return c.json(memberJson(channel.id, thread, who(c)));
    })
    .put(`${base}/:user`, (c) => {
      const user = who(c);
      joinThread(world, openThreadOf(c, user === bot ? 0n : Bits.SendMessagesInThreads), user);
      return c.body(null, 204);
    })
    .delete(`${base}/:user`, (c) => {
      const user = who(c);
      leaveThread(world, openThreadOf(c, user === bot ? 0n : Bits.ManageThreads), user);
      return c.body(null, 204);
    });
}
