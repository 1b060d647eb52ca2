import type { Interactions } from './interactions/interactions.js';
import type { Attachments } from './world/attachments.js';
import type { CommandBook } from './world/command-book.js';
import type { Nonces } from './world/nonces.js';
import type { World } from './world/world.js';

/** What the parts of the local Discord share. */
export interface LocalState {
  readonly world: World;
  readonly files: Attachments;
  readonly commands: CommandBook;
  readonly interactions: Interactions;
  readonly nonces: Nonces;
  /** The bot's token, which REST and the gateway ask for. */
  readonly token: string;
  /** The privileged intents switched on for the bot (bits of GatewayIntentBits). */
  readonly privilegedIntents: number;
  /** What the gateway still allows the bot. */
  readonly gatewayLimits: { sessionsLeft(): number; guilds(): number; maxConcurrency(): number };
}
