import type { Interaction } from '../interactions/interaction.js';
import type { Channel } from './channel.js';
import type { StoredMessage } from './stored-message.js';

/**
 * Something that happened in the world. The gateway turns it into dispatches for the bot, the page socket into events for
 * the person looking on.
 */
export type Happening =
  | { readonly kind: 'message-create' | 'message-update'; readonly message: StoredMessage }
  | { readonly kind: 'message-delete'; readonly message: StoredMessage }
  | {
      readonly kind: 'channel-create' | 'channel-update' | 'channel-delete';
      readonly channel: Channel;
      /** Who made a new thread. */
      readonly by?: string;
      /** True where the bot has just got to see the channel. */
      readonly opened?: boolean;
    }
  | {
      readonly kind: 'thread-members';
      readonly channel: Channel;
      readonly joined: readonly string[];
      readonly left: readonly string[];
    }
  | { readonly kind: 'commands' }
  | { readonly kind: 'bot'; readonly connected: boolean }
  | { readonly kind: 'typing'; readonly channel: Channel; readonly user: string }
  | { readonly kind: 'guild-join' | 'guild-leave'; readonly guildId: string }
  | { readonly kind: 'interaction-create'; readonly interaction: Interaction; readonly payload: object }
  | { readonly kind: 'interaction-change'; readonly interaction: Interaction };
