import { PermissionFlagsBits as Bits, ChannelType } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { refuse } from '../api-error.js';
import { limits } from '../limits.js';
import type { LocalState } from '../local-state.js';
import { type Fields, Form } from '../validation/form.js';
import { readMessageBody } from '../validation/message-body.js';
import type { Upload } from '../world/attachments.js';
import type { Channel } from '../world/channel.js';
import { channelJson } from '../world/channel-json.js';
import { demand } from '../world/permissions.js';
import { isEmpty, postMessage } from '../world/post-message.js';
import { createThread, type NewThread, threadInChannel, threadOnMessage } from '../world/threads.js';
import { readArchiveMinutes } from './change-thread.js';
import { fieldsOf, readBody } from './request-body.js';
import { checkMaySend } from './send-as-bot.js';

const threadTypes: readonly unknown[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Threads: opened on a message, in a channel, as a forum's post; and those in a channel's archive. */
export function threadRoutes(state: LocalState): Hono {
  const { world, files } = state;
  const bot = world.bot.user.id;
  return new Hono()
    .post('/channels/:channel/messages/:message/threads', async (c) => {
      const json = fieldsOf(await readBody(c));
      const channel = world.channel(c.req.param('channel'));
      if (!holdsThreads(channel)) throw refuse.wrongChannelType();
      demand(world, bot, channel, Bits.CreatePublicThreads);
      const message = world.message(channel.id, c.req.param('message'));
      const given = readThread(bot, json, ChannelType.PublicThread);
      const thread = threadOnMessage(world, files, channel, message, given);
      return c.json(channelJson(world, thread, bot), 201);
    })
    .post('/channels/:channel/threads', async (c) => {
      const body = await readBody(c);
      const json = fieldsOf(body);
      const channel = world.channel(c.req.param('channel'));
      if (channel.type === ChannelType.GuildForum)
        return c.json(openPost(state, channel, json, body.uploads), 201);
      if (!holdsThreads(channel)) throw refuse.wrongChannelType();
      const type = threadTypes.includes(json.type) ? (json.type as ChannelType) : undefined;
      const isPrivate = type === undefined || type === ChannelType.PrivateThread;
      demand(world, bot, channel, isPrivate ? Bits.CreatePrivateThreads : Bits.CreatePublicThreads);
      const given = readThread(bot, json, type ?? ChannelType.PrivateThread);
      return c.json(channelJson(world, threadInChannel(world, files, channel, given), bot), 201);
    })
    .get('/channels/:channel/threads/archived/public', (c) => {
      const channel = world.channel(c.req.param('channel'));
      demand(world, bot, channel, Bits.ReadMessageHistory);
      const limit = Math.min(Number(c.req.query('limit') ?? 50) || 50, limits.page.threads);
      const before = c.req.query('before');
      const archivedAt = (thread: Channel) => thread.thread?.archiveTimestamp ?? '';
      const archived = world
        .threads({ parentId: channel.id })
        .filter((t) => t.thread?.archived && t.type !== ChannelType.PrivateThread)
        .filter((t) => before === undefined || Date.parse(archivedAt(t)) < Date.parse(before))
        .sort((a, b) => archivedAt(b).localeCompare(archivedAt(a)));
      const threads = archived.slice(0, limit).map((thread) => channelJson(world, thread, bot));
      const members = threads.flatMap((thread) =>
        'member' in thread && thread.member ? [thread.member] : [],
      );
      return c.json({ threads, members, has_more: archived.length > limit });
    });
}

function holdsThreads(channel: Channel): boolean {
  return channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
}

function readThread(owner: string, json: Fields, type: ChannelType): NewThread {
  const form = new Form();
  const name = form.requiredText(json.name, ['name'], { max: limits.thread.name });
  const autoArchiveMinutes = readArchiveMinutes(form, json.auto_archive_duration) ?? 1440;
  const tags = form.list(json.applied_tags, ['applied_tags'], { max: 5 }) ?? [];
  form.done();
  return { name, autoArchiveMinutes, owner, type, appliedTags: tags.map(String) };
}

/** Opens a forum's post: a thread with its first message, both of one id. */
function openPost(state: LocalState, forum: Channel, json: Fields, uploads: readonly Upload[]): object {
  const { world, files } = state;
  const bot = world.bot.user.id;
  demand(world, bot, forum, Bits.SendMessages);
  const given = readThread(bot, json, ChannelType.PublicThread);
  const form = new Form();
  const first = form.object(json.message, ['message']);
  if (!first) form.required(['message']);
  form.done();
  const body = readMessageBody(first ?? {}, ['message']);
  checkMaySend(world, forum, body, uploads);
  const parts = (body.embeds?.length ?? 0) + (body.components?.length ?? 0) + uploads.length;
  if (isEmpty(body.content ?? '', parts)) throw refuse.emptyMessage();
  const thread = createThread(world, forum, given);
  const message = postMessage(world, files, thread, {
    author: bot,
    body,
    uploads,
    flags: body.flags,
    id: thread.id,
  });
  return { ...channelJson(world, thread, bot), message: message.data };
}
