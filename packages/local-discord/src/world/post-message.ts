import { type APIAttachment, type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { refuse } from '../api-error.js';
import type { MessageBody } from '../validation/message-body.js';
import type { Attachments, Upload } from './attachments.js';
import type { Channel } from './channel.js';
import { mentionsIn } from './mentions.js';
import type { StoredMessage } from './stored-message.js';
import type { World } from './world.js';

/** Everything a new message may be made of. */
export interface NewMessage {
  readonly author: string;
  readonly type?: MessageType;
  readonly body: Partial<MessageBody>;
  readonly uploads?: readonly Upload[];
  readonly flags?: number;
  /** The one person who sees it. */
  readonly onlyFor?: string | null;
  /** Fields Discord adds: `interaction_metadata`, `webhook_id`, `message_reference`. */
  readonly more?: Partial<APIMessage>;
  /** An id to take, for a thread's or a forum post's first message. */
  readonly id?: string;
}

/** Puts a message into a channel and reports it. */
export function postMessage(
  world: World,
  files: Attachments,
  channel: Channel,
  message: NewMessage,
): StoredMessage {
  const { author, body, onlyFor = null } = message;
  const id = message.id ?? world.ids.next();
  const content = body.content ?? '';
  const mentions = mentionsIn(world, channel, author, content, body.allowedMentions);
  const kept = keepUploads(world, files, channel, message.uploads ?? [], body);
  const isV2 = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const { embeds, components, attachments } = resolveAttachments(body, kept, isV2);
  const repliedTo = body.replyTo ? world.messagesOf(channel.id).get(body.replyTo.messageId) : undefined;
  const pinged = new Set(mentions.users);
  if (repliedTo && (body.allowedMentions?.repliedUser ?? true)) pinged.add(repliedTo.data.author.id);
  const data: APIMessage = {
    id,
    channel_id: channel.id,
    author: world.account(author).user,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: mentions.everyone,
    mentions: [...pinged].map((user) => world.account(user).user),
    mention_roles: mentions.roles,
    attachments,
    embeds,
    components,
    pinned: false,
    type: message.type ?? (body.replyTo ? MessageType.Reply : MessageType.Default),
    flags: (message.flags ?? 0) | (onlyFor === null ? 0 : MessageFlags.Ephemeral),
    ...(body.nonce !== undefined && { nonce: body.nonce }),
    ...(body.replyTo && {
      message_reference: reference(channel, body.replyTo.messageId),
      referenced_message: repliedTo?.data ?? null,
    }),
    ...message.more,
  };
  const stored: StoredMessage = { data, onlyFor };
  world.messagesOf(channel.id).set(id, stored);
  if (onlyFor === null) noteInChannel(channel, id, data.type);
  world.tell({ kind: 'message-create', message: stored });
  return stored;
}

/** Changes what a body speaks of and leaves the rest. @throws ApiError 50006 where nothing is left */
export function editMessage(
  world: World,
  files: Attachments,
  message: StoredMessage,
  body: MessageBody,
  uploads: readonly Upload[],
): void {
  const channel = world.channel(message.data.channel_id);
  const before = message.data;
  const kept = keepUploads(world, files, channel, uploads, body);
  const stays =
    body.attachments === undefined
      ? before.attachments
      : before.attachments.filter((a) => body.attachments?.some((b) => b.id === a.id));
  const flags = (before.flags ?? 0) & ~MessageFlags.Loading;
  const set = body.flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2);
  const isV2 = ((flags | set) & MessageFlags.IsComponentsV2) !== 0;
  const { embeds, components, attachments } = resolveAttachments(
    { embeds: body.embeds ?? before.embeds, components: body.components ?? before.components ?? [] },
    [...stays, ...kept],
    isV2,
  );
  const content = body.content ?? before.content;
  if (isV2 && (content !== '' || embeds.length > 0)) throw refuse.legacyFieldsBesideComponentsV2();
  if (isEmpty(content, embeds.length + attachments.length + components.length)) throw refuse.emptyMessage();
  const mentions = mentionsIn(world, channel, before.author.id, content, body.allowedMentions);
  message.data = {
    ...before,
    content,
    embeds,
    components,
    attachments,
    mentions: mentions.users.map((user) => world.account(user).user),
    mention_roles: mentions.roles,
    mention_everyone: mentions.everyone,
    flags: flags | set,
    edited_timestamp: new Date().toISOString(),
  };
  world.tell({ kind: 'message-update', message });
}

/** Takes a message away. */
export function deleteMessage(world: World, message: StoredMessage): void {
  const channel = world.channel(message.data.channel_id);
  world.messagesOf(channel.id).delete(message.data.id);
  if (channel.thread && channel.thread.messageCount > 0 && message.onlyFor === null)
    channel.thread.messageCount--;
  world.tell({ kind: 'message-delete', message });
}

/** Whether a message would have nothing in it. @param parts how many embeds, files and components it has */
export function isEmpty(content: string, parts: number): boolean {
  return content.trim() === '' && parts === 0;
}

function noteInChannel(channel: Channel, id: string, type: MessageType): void {
  channel.lastMessageId = id;
  if (channel.thread && type !== MessageType.ThreadStarterMessage && id !== channel.id)
    channel.thread.messageCount++;
}

function reference(channel: Channel, messageId: string) {
  return {
    type: 0,
    channel_id: channel.id,
    message_id: messageId,
    ...(channel.guildId !== null && { guild_id: channel.guildId }),
  };
}

function keepUploads(
  world: World,
  files: Attachments,
  channel: Channel,
  uploads: readonly Upload[],
  body: Partial<MessageBody>,
): APIAttachment[] {
  return uploads.map((upload) =>
    files.keep(
      world,
      channel.id,
      upload,
      body.attachments?.find((a) => a.id === upload.key),
    ),
  );
}

type Media = { url?: string | undefined };

/**
 * Points `attachment://name` in embeds and components to the file of that name, with its description; the file then isn't
 * beside them any more. A message with Components V2 shows a file only where a component names it.
 */
function resolveAttachments(
  { embeds = [], components = [] }: Pick<Partial<MessageBody>, 'embeds' | 'components'>,
  attachments: readonly APIAttachment[],
  isV2: boolean,
) {
  const used = new Set<string>();
  const resolve = <T extends Media>(media: T): T => {
    const name = /^attachment:\/\/(.+)$/.exec(media.url ?? '')?.[1];
    const file = attachments.find((a) => a.filename === name);
    if (!file) {
      if (isV2 && name !== undefined) throw refuse.attachmentNotFound(name);
      return media;
    }
    used.add(file.id);
    const { width, height, description } = file;
    const told = description === undefined ? {} : { description };
    return { ...media, url: file.url, proxy_url: file.url, width, height, ...told };
  };
  const shown = embeds.map((embed) => ({
    ...embed,
    ...(embed.image && { image: resolve(embed.image) }),
    ...(embed.thumbnail && { thumbnail: resolve(embed.thumbnail) }),
  }));
  const resolved = isV2 ? components.map((component) => withMedia(component, resolve)) : components;
  return {
    embeds: shown,
    components: resolved,
    attachments: attachments.filter((a) => !used.has(a.id)),
  };
}

/** A component with `resolve` done to every picture and file in it. */
function withMedia<T extends object>(component: T, resolve: (media: Media) => Media): T {
  return Object.fromEntries(
    Object.entries(component).map(([name, value]) => {
      if (name === 'media' || name === 'file') return [name, resolve(value as Media)];
      if (name === 'accessory') return [name, withMedia(value as object, resolve)];
      if (name !== 'components' && name !== 'items') return [name, value];
      return [name, (value as object[]).map((part) => withMedia(part, resolve))];
    }),
  ) as T;
}
