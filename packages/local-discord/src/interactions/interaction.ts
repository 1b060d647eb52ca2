import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  InteractionType,
} from 'discord-api-types/v10';
import type { Channel } from '../world/channel.js';
import type { StoredMessage } from '../world/stored-message.js';

/** What Discord shows a person whose interaction nobody acknowledged. */
export const NO_RESPONSE = 'The application did not respond';

/** How far an interaction has come. */
export type InteractionState = 'waiting' | 'acknowledged' | 'failed';

/** How an interaction was acknowledged (InteractionResponseType), as a word. */
export type Acknowledgement = 'message' | 'deferred message' | 'deferred update' | 'update' | 'choices';

/** One command, press or autocomplete of one person, from its start to the end of its token's life. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  /** Who did it: a user's id. */
  readonly person: string;
  readonly channel: Channel;
  /** The command called or typed; null for a press. */
  readonly command: APIApplicationCommand | null;
  /** The message whose component was pressed, else null. */
  readonly pressedOn: StoredMessage | null;
  /** The id of the message whose menu was opened, else null. */
  readonly target?: string | null;
  /** The type of the option being typed, in autocomplete. */
  readonly focusedType: number | null;
  /** Only the person installed the app, not the guild. */
  readonly userInstalledOnly: boolean;
  /** The person may not use external apps publicly here: every answer is private. */
  readonly alwaysPrivate: boolean;
  readonly startedAt: number;
  state: InteractionState;
  acknowledgement: Acknowledgement | null;
  /** When it was acknowledged, by `performance.now()`. */
  acknowledgedAt: number | null;
  /** The response's message, or the pressed one; null while there is none or where it was deleted. */
  original: StoredMessage | null;
  readonly followUps: StoredMessage[];
  choices: readonly APIApplicationCommandOptionChoice[] | null;
  /** How often something was shown for it after the acknowledgement: edits and follow-ups. */
  shown: number;
}

/** Whether the interaction is a press on a message's component. */
export function isPress(interaction: Interaction): boolean {
  return interaction.type === InteractionType.MessageComponent;
}
