import { Buffer } from 'node:buffer';
import type { APIEmbed } from 'discord.js';
import type { MessageView, Row } from '../views/message.js';

/** A view as discord.js sends it. Mentions in it ping nobody. */
export function payload(view: MessageView) {
  return {
    content: view.content,
    embeds: view.embeds as APIEmbed[],
    components: view.components as Row[],
    files: view.files.map(({ name, data, description }) => ({
      name,
      description,
      attachment: Buffer.from(data),
    })),
    allowedMentions: { parse: [] },
  };
}

/** A view that takes the place of an earlier one: the files of the earlier one go. */
export function replacement(view: MessageView) {
  return { ...payload(view), attachments: [] };
}
