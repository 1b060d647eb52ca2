import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
} from 'discord.js';
import type { Options } from './command.js';

/** A call without options: a message menu. */
export const noOptions: Options = {
  subcommand: null,
  text: () => null,
  flag: () => false,
  integer: () => null,
  snowflake: () => null,
};

/** Reads the options of a slash command as filled in. */
export function optionsOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): Options {
  const subcommand = interaction.options.getSubcommand(false);
  const value = (name: string) => find(interaction.options.data, name)?.value;
  return {
    subcommand,
    text: (name) => {
      const text = value(name);
      return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
    },
    flag: (name) => value(name) === true,
    integer: (name) => {
      const number = value(name);
      return typeof number === 'number' ? number : null;
    },
    snowflake: (name) => {
      const id = value(name);
      return typeof id === 'string' && /^\d{17,20}$/.test(id) ? id : null;
    },
  };
}

function find(
  options: readonly CommandInteractionOption[],
  name: string,
): CommandInteractionOption | undefined {
  for (const option of options) {
    if (option.name === name && !option.options) return option;
    const inside = option.options && find(option.options, name);
    if (inside) return inside;
  }
  return undefined;
}
