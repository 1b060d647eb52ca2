import { type APIMessage, GatewayIntentBits } from 'discord-api-types/v10';
import type { LocalState } from '../local-state.js';
import type { StoredMessage } from '../world/stored-message.js';

/**
 * A message as the bot gets it: without the privileged intent, what it says is left out, unless the bot wrote it, is
 * mentioned in it, or gets it as a direct message.
 */
export function forBot(state: LocalState, { data }: StoredMessage): APIMessage {
  const { world } = state;
  const bot = world.bot.user.id;
  const readsAll = (state.privilegedIntents & GatewayIntentBits.MessageContent) !== 0;
  const isDirect = world.channels.get(data.channel_id)?.guildId === null;
  const isMentioned = data.mentions.some((user) => user.id === bot);
  if (readsAll || isDirect || isMentioned || data.author.id === bot) return data;
  return { ...data, content: '', embeds: [], attachments: [], components: [] };
}
