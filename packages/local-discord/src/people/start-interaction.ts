import {
  type APIApplicationCommand,
  ApplicationCommandType,
  PermissionFlagsBits as Bits,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Interaction } from '../interactions/interaction.js';
import { interactionPayload } from '../interactions/interaction-payload.js';
import type { LocalState } from '../local-state.js';
import type { FilledOption } from '../page-protocol.js';
import type { Channel } from '../world/channel.js';
import { may } from '../world/permissions.js';
import { checkOptions, focusedOption } from './filled-options.js';
import { PersonError } from './person-error.js';
import { pressableComponent } from './pressable-component.js';
import { resolvedOptions } from './resolved-options.js';
import { usableCommands } from './usable-commands.js';
import { visibleMessage } from './visible.js';

/** Calls a slash command. @throws PersonError where Discord's app would not send it */
export function callCommand(
  state: LocalState,
  person: string,
  channel: Channel,
  name: string,
  options: readonly FilledOption[],
): Interaction {
  const command = commandNamed(state, person, channel, name, ApplicationCommandType.ChatInput);
  checkOptions(command.options, options);
  const data = {
    ...commandData(command),
    ...(options.length > 0 && { options }),
    ...resolvedOptions(state.world, channel, person, options),
  };
  return start(state, { type: InteractionType.ApplicationCommand, person, channel, command }, data);
}

/** Asks for choices for the option being typed. @throws PersonError */
export function typeOption(
  state: LocalState,
  person: string,
  channel: Channel,
  name: string,
  options: readonly FilledOption[],
): Interaction {
  const command = commandNamed(state, person, channel, name, ApplicationCommandType.ChatInput);
  const focused = focusedOption(options);
  if (!focused) throw new PersonError('no option is being typed');
  const data = { ...commandData(command), options };
  const type = InteractionType.ApplicationCommandAutocomplete;
  return start(state, { type, person, channel, command, focusedType: focused.type }, data);
}

/** Opens an entry of a message's menu. @throws PersonError */
export function callOnMessage(
  state: LocalState,
  person: string,
  channel: Channel,
  name: string,
  messageId: string,
): Interaction {
  const command = commandNamed(state, person, channel, name, ApplicationCommandType.Message);
  const message = visibleMessage(state.world, person, channel, messageId);
  const data = {
    ...commandData(command),
    target_id: messageId,
    resolved: { messages: { [messageId]: message.data } },
  };
  const target = messageId;
  return start(state, { type: InteractionType.ApplicationCommand, person, channel, command, target }, data);
}

/** Presses a button or chooses from a select menu. @throws PersonError */
export function press(
  state: LocalState,
  person: string,
  channel: Channel,
  messageId: string,
  customId: string,
  values: readonly string[] | undefined,
): Interaction {
  const message = visibleMessage(state.world, person, channel, messageId);
  const componentType = pressableComponent(message.data, customId, values);
  const resolved =
    componentType === ComponentType.RoleSelect ? chosenRoles(state, channel, values ?? []) : {};
  const data = { custom_id: customId, component_type: componentType, ...(values && { values }), ...resolved };
  const type = InteractionType.MessageComponent;
  return start(state, { type, person, channel, command: null, pressedOn: message }, data);
}

/** The roles chosen from a menu of roles. @throws PersonError for one that the server hasn't */
function chosenRoles({ world }: LocalState, channel: Channel, ids: readonly string[]): object {
  const roles = world.guilds.get(channel.guildId ?? '')?.roles;
  const chosen = ids.map((id) => {
    const role = roles?.get(id);
    if (!role) throw new PersonError(`the server has no role "${id}"`);
    return [id, role] as const;
  });
  return { resolved: { roles: Object.fromEntries(chosen) } };
}

type Given = Pick<Interaction, 'type' | 'person' | 'channel' | 'command'> & Partial<Interaction>;

function start(state: LocalState, given: Given, data: object): Interaction {
  const { world, interactions } = state;
  const { channel, person } = given;
  const inGuild = channel.guildId !== null;
  const withoutBot = inGuild
    ? !world.botIsIn(channel.guildId ?? '')
    : !channel.recipients.includes(world.bot.user.id);
  const interaction = interactions.start({
    pressedOn: null,
    target: null,
    focusedType: null,
    userInstalledOnly: withoutBot,
    alwaysPrivate: withoutBot && inGuild && !may(world, person, channel, Bits.UseExternalApps),
    ...given,
  });
  const payload = interactionPayload(world, interaction, data);
  world.tell({ kind: 'interaction-create', interaction, payload });
  return interaction;
}

function commandData(command: APIApplicationCommand): object {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
  };
}

function commandNamed(
  state: LocalState,
  person: string,
  channel: Channel,
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand {
  const command = usableCommands(state, person, channel).find((c) => c.name === name && c.type === type);
  if (!command) throw new PersonError(`there is no command "${name}" here`);
  return command;
}
