import { type Message, PermissionFlagsBits } from 'discord.js';

/** How the bot may answer a message: not at all, in a plain message, or as a reply; with embeds and pictures or without. */
export interface WayToWrite {
  readonly asReply: boolean;
  readonly withEmbeds: boolean;
  readonly withFiles: boolean;
}

/** How the bot may answer a message in its channel; null where it may not write there. */
export function wayToWrite(message: Message): WayToWrite | null {
  if (!message.channel.isSendable()) return null;
  if (!message.inGuild()) return { asReply: true, withEmbeds: true, withFiles: true };
  const mine = message.channel.permissionsFor(message.client.user);
  const sending = message.channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  if (!mine?.has(PermissionFlagsBits.ViewChannel | sending)) return null;
  return {
    asReply: mine.has(PermissionFlagsBits.ReadMessageHistory),
    withEmbeds: mine.has(PermissionFlagsBits.EmbedLinks),
    withFiles: mine.has(PermissionFlagsBits.AttachFiles | PermissionFlagsBits.EmbedLinks),
  };
}
