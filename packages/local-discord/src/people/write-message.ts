import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { limits } from '../limits.js';
import type { LocalState } from '../local-state.js';
import { type Channel, isTextBased } from '../world/channel.js';
import { may } from '../world/permissions.js';
import { isEmpty, postMessage } from '../world/post-message.js';
import type { StoredMessage } from '../world/stored-message.js';
import { joinThread, setArchived } from '../world/threads.js';
import { PersonError } from './person-error.js';

/** Writes a message as a person does. @param replyTo the message answered @throws PersonError */
export function writeMessage(
  state: LocalState,
  person: string,
  channel: Channel,
  content: string,
  replyTo?: string,
): StoredMessage {
  const { world, files } = state;
  const sending = channel.thread ? Bits.SendMessagesInThreads : Bits.SendMessages;
  if (!isTextBased(channel) || !may(world, person, channel, sending))
    throw new PersonError('you do not have permission to send messages in this channel');
  if (isEmpty(content, 0)) throw new PersonError('the message is empty');
  if (content.length > limits.message.content) throw new PersonError('the message is too long');
  if (channel.thread?.locked && !may(world, person, channel, Bits.ManageThreads))
    throw new PersonError('the thread is locked');
  setArchived(world, channel, false);
  joinThread(world, channel, person);
  return postMessage(world, files, channel, {
    author: person,
    body: {
      content: content.trim(),
      ...(replyTo !== undefined && { replyTo: { messageId: replyTo, failIfGone: false } }),
    },
  });
}
