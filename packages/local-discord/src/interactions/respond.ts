import {
  type APIMessageInteractionMetadata,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
  MessageType,
  InteractionResponseType as Response,
} from 'discord-api-types/v10';
import { refuse } from '../api-error.js';
import type { LocalState } from '../local-state.js';
import { readChoices } from '../validation/command-options.js';
import { type Fields, Form } from '../validation/form.js';
import { readMessageBody } from '../validation/message-body.js';
import type { Upload } from '../world/attachments.js';
import { editMessage, isEmpty, postMessage } from '../world/post-message.js';
import type { StoredMessage } from '../world/stored-message.js';
import { type Acknowledgement, type Interaction, isPress } from './interaction.js';
import { integrationOwners } from './interaction-payload.js';

const toCommands = [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource] as const;
const toPresses = [...toCommands, Response.DeferredMessageUpdate, Response.UpdateMessage] as const;
const toTyping = [Response.ApplicationCommandAutocompleteResult] as const;

/**
 * Acknowledges an interaction as its callback says.
 *
 * @throws ApiError 50035 where the callback is wrong, 50006 where its message is empty; the interaction then still waits
 */
export function respond(
  state: LocalState,
  interaction: Interaction,
  body: Fields,
  uploads: readonly Upload[],
): void {
  state.interactions.acknowledge(interaction, show(state, interaction, body, uploads));
}

/** Shows what a callback says, and returns what kind of acknowledgement that is. */
function show(
  state: LocalState,
  interaction: Interaction,
  body: Fields,
  uploads: readonly Upload[],
): Acknowledgement {
  const type = readType(interaction, body);
  const data = new Form().object(body.data, ['data']) ?? {};
  switch (type) {
    case Response.ChannelMessageWithSource:
      interaction.original = answer(state, interaction, data, uploads, ['data']);
      return 'message';
    case Response.DeferredChannelMessageWithSource:
      interaction.original = think(state, interaction, data);
      return 'deferred message';
    case Response.DeferredMessageUpdate:
      interaction.original = interaction.pressedOn;
      return 'deferred update';
    case Response.UpdateMessage:
      update(state, interaction, data, uploads);
      return 'update';
    default:
      interaction.choices = offeredChoices(interaction, data);
      return 'choices';
  }
}

/** Posts a message in answer to an interaction: its response, or a follow-up. */
export function answer(
  state: LocalState,
  interaction: Interaction,
  data: Fields,
  uploads: readonly Upload[],
  path: readonly string[] = [],
): StoredMessage {
  const body = readMessageBody(data, path);
  const parts = (body.embeds?.length ?? 0) + (body.components?.length ?? 0) + uploads.length;
  if (isEmpty(body.content ?? '', parts)) throw refuse.emptyMessage();
  return postMessage(state.world, state.files, interaction.channel, {
    author: state.world.bot.user.id,
    body,
    uploads,
    flags: body.flags,
    onlyFor: isPrivate(interaction, body.flags) ? interaction.person : null,
    type: messageType(interaction),
    more: fromInteraction(state, interaction),
  });
}

function think(state: LocalState, interaction: Interaction, data: Fields): StoredMessage {
  const { flags } = readMessageBody(data, ['data']);
  return postMessage(state.world, state.files, interaction.channel, {
    author: state.world.bot.user.id,
    body: {},
    flags: MessageFlags.Loading | flags,
    onlyFor: isPrivate(interaction, flags) ? interaction.person : null,
    type: messageType(interaction),
    more: fromInteraction(state, interaction),
  });
}

function update(state: LocalState, interaction: Interaction, data: Fields, uploads: readonly Upload[]): void {
  const message = interaction.pressedOn;
  if (!message) throw refuse.unknownMessage();
  const body = readMessageBody(data, ['data'], message.data.flags);
  editMessage(state.world, state.files, message, body, uploads);
  interaction.original = message;
}

function messageType({ command }: Interaction): MessageType {
  if (!command) return MessageType.Reply;
  return command.type === ApplicationCommandType.ChatInput
    ? MessageType.ChatInputCommand
    : MessageType.ContextMenuCommand;
}

function isPrivate(interaction: Interaction, flags: number): boolean {
  return interaction.alwaysPrivate || (flags & MessageFlags.Ephemeral) !== 0;
}

function readType(interaction: Interaction, body: Fields): Response {
  const allowed: readonly Response[] =
    interaction.type === InteractionType.ApplicationCommandAutocomplete
      ? toTyping
      : isPress(interaction)
        ? toPresses
        : toCommands;
  const form = new Form();
  const type = allowed.find((one) => one === body.type);
  if (type === undefined) form.choice(['type'], allowed);
  form.done();
  return type ?? Response.Pong;
}

function offeredChoices(interaction: Interaction, data: Fields) {
  const form = new Form();
  const choices = readChoices(form, data.choices, ['data', 'choices'], interaction.focusedType);
  if (data.choices === undefined) form.required(['data', 'choices']);
  form.done();
  return choices as unknown as NonNullable<Interaction['choices']>;
}

function fromInteraction({ world }: LocalState, interaction: Interaction) {
  const user = world.account(interaction.person).user;
  const metadata = {
    id: interaction.id,
    type: interaction.type,
    user,
    authorizing_integration_owners: integrationOwners(world, interaction),
    ...(interaction.pressedOn && { interacted_message_id: interaction.pressedOn.data.id }),
    ...(interaction.command && { name: interaction.command.name }),
    ...(interaction.target && { target_message_id: interaction.target }),
  } as unknown as APIMessageInteractionMetadata;
  return {
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: metadata,
    ...(interaction.command && {
      interaction: { id: interaction.id, type: interaction.type, name: interaction.command.name, user },
    }),
    ...(interaction.pressedOn && {
      message_reference: {
        type: 0,
        channel_id: interaction.channel.id,
        message_id: interaction.pressedOn.data.id,
      },
    }),
  };
}
