import {
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  RateLimitError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import type { APIChannel, APIMessage } from 'discord-api-types/v10';
import type { MessageSender, Sending, Sent } from '../following/message-sender.js';
import { type MessageView, preceded } from '../views/message.js';
import { refusedWith } from './discord-error.js';
import { type Layout, partsOf } from './payload.js';

/** Discord returns at most this many messages in one request. */
const PAGE = 100;
/** At most this many pages are looked through for a message that may have arrived. */
const MOST_PAGES = 20;
/** Our clock and Discord's may differ by so much. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** Codes that mean: never again. */
const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  // Since March 2026: the bot and the person share no server any more.
  50_278,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
]);

/** Codes that mean: not as long as a permission is missing, or a thread is locked. */
const REFUSED: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.ThreadLocked,
  // Still so after it was to be unarchived: the thread is locked.
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
]);

/** Messages the bot writes on its own, not in answer to an interaction. */
export class ChannelMessages implements MessageSender<MessageView> {
  readonly #rest: REST;
  readonly #layout: Layout;

  constructor(rest: REST, layout: Layout) {
    this.#rest = rest;
    this.#layout = layout;
  }

  async send(channelId: string, view: MessageView, mark: string, how: Sending = {}): Promise<Sent> {
    const sent = await this.#send(channelId, view, mark, how);
    if (sent.kind === 'sent' && how.publish) await this.#publish(channelId, sent.messageId, how.signal);
    return sent;
  }

  async #send(channelId: string, view: MessageView, mark: string, how: Sending): Promise<Sent> {
    try {
      return await this.#post(channelId, view, mark, how);
    } catch (error) {
      if (!refusedWith(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)) return failedSending(error);
    }
    try {
      await this.#rest.patch(Routes.channel(channelId), {
        body: { archived: false },
        ...(how.signal && { signal: how.signal }),
      });
      return await this.#post(channelId, view, mark, how);
    } catch (error) {
      return failedSending(error);
    }
  }

  /** Publishes a message of an announcement channel. One that can't be published stays where it was sent. */
  async #publish(channelId: string, messageId: string, signal?: AbortSignal): Promise<void> {
    try {
      await this.#rest.post(Routes.channelMessageCrosspost(channelId, messageId), {
        ...(signal && { signal }),
      });
    } catch (error) {
      const isExpected = error instanceof DiscordAPIError || error instanceof RateLimitError;
      if (!isExpected && !(error instanceof HTTPError) && !signal?.aborted) throw error;
    }
  }

  async #post(channelId: string, view: MessageView, mark: string, how: Sending): Promise<Sent> {
    const { silent, pingRole, signal } = how;
    const shown = pingRole ? preceded(view, `<@&${pingRole}>`) : view;
    const flags =
      (silent ? MessageFlags.SuppressNotifications : 0) |
      (this.#layout === 'components' ? MessageFlags.IsComponentsV2 : 0);
    const sent = (await this.#rest.post(Routes.channelMessages(channelId), {
      body: {
        ...(this.#layout === 'embeds' && { content: shown.content, embeds: shown.embeds }),
        components: partsOf(shown, this.#layout),
        allowed_mentions: { parse: [], ...(pingRole && { roles: [pingRole] }) },
        ...(flags !== 0 && { flags }),
        nonce: mark,
        enforce_nonce: true,
        ...(view.files.length > 0 && {
          attachments: view.files.map(({ name, description }, id) => ({
            id: String(id),
            filename: name,
            description,
          })),
        }),
      },
      files: view.files.map(({ name, data }) => ({ name, data: Buffer.from(data) })),
      ...(signal && { signal }),
    })) as APIMessage;
    return { kind: 'sent', messageId: sent.id };
  }

  async find(
    channelId: string,
    mark: string,
    since = Number.POSITIVE_INFINITY,
    signal?: AbortSignal,
  ): Promise<string | null> {
    try {
      let before: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = new URLSearchParams({ limit: String(PAGE), ...(before !== null && { before }) });
        const messages = (await this.#rest.get(Routes.channelMessages(channelId), {
          query,
          ...(signal && { signal }),
        })) as APIMessage[];
        const marked = messages.find((message) => JSON.stringify(message.components ?? []).includes(mark));
        if (marked) return marked.id;
        const oldest: APIMessage | undefined = messages.at(-1);
        if (messages.length < PAGE || !oldest) return null;
        if (SnowflakeUtil.timestampFrom(oldest.id) < since - CLOCKS_DIFFER_MS) return null;
        before = oldest.id;
      }
      return null;
    } catch (error) {
      // Without the history there is nothing to look at: better posted twice than lost.
      if (error instanceof DiscordAPIError) return null;
      throw error;
    }
  }

  /** The channel of direct messages with a person, or null where Discord gives none. */
  async direct(userId: string): Promise<string | null> {
    try {
      const channel = (await this.#rest.post(Routes.userChannels(), {
        body: { recipient_id: userId },
      })) as APIChannel;
      return channel.id;
    } catch (error) {
      if (error instanceof DiscordAPIError) return null;
      throw error;
    }
  }
}

/** What a failed sending means for trying again. What is no failure of the other side is a bug, and thrown. */
function failedSending(error: unknown): Sent {
  if (error instanceof RateLimitError)
    return { kind: 'later', afterMs: error.retryAfter, reason: 'too many messages', notTaken: true };
  if (error instanceof DiscordAPIError) {
    if (GONE.has(error.code)) return { kind: 'gone', reason: error.message };
    if (REFUSED.has(error.code) || error.status === 403) return { kind: 'refused', reason: error.message };
    // 40003: direct messages are opened too fast.
    if (error.status >= 500 || error.status === 429 || error.code === 40_003)
      return { kind: 'later', afterMs: null, reason: error.message, notTaken: error.status < 500 };
    throw error;
  }
  if (error instanceof HTTPError || error instanceof Error)
    return { kind: 'later', afterMs: null, reason: error.message };
  throw error;
}
