import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Channel } from '../world/channel.js';
import { may } from '../world/permissions.js';
import type { StoredMessage } from '../world/stored-message.js';
import type { World } from '../world/world.js';
import { PersonError } from './person-error.js';

/** Whether somebody sees a channel. */
export function seesChannel(world: World, person: string, channel: Channel): boolean {
  return may(world, person, channel, Bits.ViewChannel);
}

/** Whether somebody sees a message: in a channel they see, and not for another's eyes only. */
export function seesMessage(world: World, person: string, message: StoredMessage): boolean {
  const channel = world.channels.get(message.data.channel_id);
  if (!channel || !seesChannel(world, person, channel)) return false;
  return message.onlyFor === null || message.onlyFor === person;
}

/** A message somebody sees. @throws PersonError */
export function visibleMessage(world: World, person: string, channel: Channel, id: string): StoredMessage {
  const message = world.messagesOf(channel.id).get(id);
  if (!message || !seesMessage(world, person, message)) throw new PersonError(`there is no message ${id}`);
  return message;
}

/** The messages of a channel somebody sees, oldest first. */
export function visibleMessages(world: World, person: string, channel: Channel): StoredMessage[] {
  return [...world.messagesOf(channel.id).values()]
    .filter((message) => seesMessage(world, person, message))
    .sort((a, b) => (BigInt(a.data.id) < BigInt(b.data.id) ? -1 : 1));
}
