import { type APIApplicationCommandBooleanOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { en } from '../views/sentences/en.js';

/** The option that keeps an answer to the one who asked. The dispatcher honours it by its name. */
export const privateOption: APIApplicationCommandBooleanOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: en.commands.private,
};
