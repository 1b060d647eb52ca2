import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

/** In servers, in direct messages with the bot, and wherever a person who installed it brings it. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** The JSON of a slash command that may be used everywhere. */
export function slashCommand(
  json: Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'type'>,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.ChatInput, ...everywhere, ...json };
}

/** The JSON of an entry in a message's menu, usable everywhere. */
export function messageMenu(name: string): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name, ...everywhere };
}
