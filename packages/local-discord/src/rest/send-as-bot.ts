import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { ApiError, refuse } from '../api-error.js';
import type { LocalState } from '../local-state.js';
import type { Fields } from '../validation/form.js';
import { type MessageBody, readMessageBody } from '../validation/message-body.js';
import type { Upload } from '../world/attachments.js';
import { type Channel, isTextBased } from '../world/channel.js';
import { demand, may } from '../world/permissions.js';
import { isEmpty, postMessage } from '../world/post-message.js';
import type { StoredMessage } from '../world/stored-message.js';
import { joinThread, setArchived } from '../world/threads.js';
import type { World } from '../world/world.js';

/**
 * Sends a message of the bot. Writing in an archived thread takes it out of the archive, unless it is locked.
 *
 * @throws ApiError 50001, 50006, 50007, 50008, 50013, 50035, 50083
 */
export function sendAsBot(
  state: LocalState,
  channel: Channel,
  json: Fields,
  uploads: readonly Upload[],
): StoredMessage {
  const { world } = state;
  const bot = world.bot.user.id;
  if (!isTextBased(channel)) throw refuse.notATextChannel();
  demand(world, bot, channel);
  const body = readMessageBody(json);
  checkMaySend(world, channel, body, uploads);
  const parts = (body.embeds?.length ?? 0) + (body.components?.length ?? 0) + uploads.length;
  if (isEmpty(body.content ?? '', parts)) throw refuse.emptyMessage();
  if (body.replyTo && channel.guildId !== null && !may(world, bot, channel, Bits.ReadMessageHistory))
    throw refuse.replyWithoutHistory();
  if (body.replyTo?.failIfGone && !world.messagesOf(channel.id).has(body.replyTo.messageId))
    throw new ApiError(400, 50_035, 'Invalid Form Body', {
      message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
    });
  const nonce = body.enforceNonce ? body.nonce : undefined;
  const sent = nonce === undefined ? undefined : state.nonces.find(bot, nonce);
  if (sent) return sent;
  if (channel.thread?.archived) {
    if (channel.thread.locked && !may(world, bot, channel, Bits.ManageThreads)) throw refuse.archivedThread();
    setArchived(world, channel, false);
  }
  joinThread(world, channel, bot);
  const message = postMessage(world, state.files, channel, { author: bot, body, uploads, flags: body.flags });
  if (body.nonce !== undefined) state.nonces.remember(bot, body.nonce, message);
  return message;
}

/** @throws ApiError 50007, 50013 */
export function checkMaySend(
  world: World,
  channel: Channel,
  body: MessageBody,
  uploads: readonly Upload[],
): void {
  const bot = world.bot.user.id;
  if (channel.guildId === null) {
    const person = world.account(channel.recipients.find((id) => id !== bot) ?? bot);
    if (!reaches(world, person.user.id)) throw refuse.noMutualGuilds();
    if (!person.dmsOpen) throw refuse.closedDirectMessages();
    return;
  }
  const sending = channel.thread ? Bits.SendMessagesInThreads : Bits.SendMessages;
  const embedding = body.embeds?.length ? Bits.EmbedLinks : 0n;
  const attaching = uploads.length > 0 ? Bits.AttachFiles : 0n;
  demand(world, bot, channel, sending | embedding | attaching);
}

/** Whether the bot shares a server with a person, or the person installed it. */
function reaches(world: World, person: string): boolean {
  if (world.account(person).installedApp) return true;
  return [...world.guilds.values()].some(
    (guild) => guild.members.has(person) && guild.members.has(world.bot.user.id),
  );
}
