import { InteractionType } from 'discord-api-types/v10';
import { NO_RESPONSE } from './interactions/interaction.js';
import type { LocalState } from './local-state.js';
import type { PageEvent } from './page-protocol.js';
import { channelForPage, commandsForPage } from './page-snapshot.js';
import { seesChannel, seesMessage } from './people/visible.js';
import type { Channel } from './world/channel.js';
import type { Happening } from './world/happening.js';

/** What a person's page receives of a domain event; null where it doesn't concern them. */
export function pageEventOf(state: LocalState, person: string, happening: Happening): PageEvent | null {
  const { world } = state;
  switch (happening.kind) {
    case 'message-create':
    case 'message-update':
      if (!seesMessage(world, person, happening.message)) return null;
      return { event: happening.kind, message: happening.message.data };
    case 'message-delete': {
      if (!seesMessage(world, person, happening.message)) return null;
      const { id, channel_id } = happening.message.data;
      return { event: 'message-delete', channel: channel_id, message: id };
    }
    case 'channel-create':
    case 'channel-update':
      if (!seesChannel(world, person, happening.channel)) return null;
      return { event: happening.kind, channel: channelForPage(world, happening.channel, person) };
    case 'channel-delete':
      return { event: 'channel-delete', channel: happening.channel.id };
    case 'thread-members':
      return seesChannel(world, person, happening.channel) ? updated(state, happening.channel, person) : null;
    case 'commands':
      return { event: 'commands', commands: commandsForPage(state, person) };
    case 'bot':
      return { event: 'bot', connected: happening.connected };
    case 'typing':
      if (!seesChannel(world, person, happening.channel)) return null;
      return { event: 'typing', channel: happening.channel.id, user: happening.user };
    case 'interaction-change': {
      const { interaction } = happening;
      const typing = interaction.type === InteractionType.ApplicationCommandAutocomplete;
      if (interaction.person !== person || interaction.state === 'waiting' || typing) return null;
      if (interaction.state === 'acknowledged')
        return { event: 'interaction-acknowledged', interaction: interaction.id };
      return {
        event: 'interaction-failed',
        interaction: interaction.id,
        channel: interaction.channel.id,
        message: interaction.pressedOn?.data.id ?? null,
        text: interaction.command ? NO_RESPONSE : 'This interaction failed',
      };
    }
    default:
      return null;
  }
}

function updated({ world }: LocalState, channel: Channel, person: string): PageEvent {
  return { event: 'channel-update', channel: channelForPage(world, channel, person) };
}
