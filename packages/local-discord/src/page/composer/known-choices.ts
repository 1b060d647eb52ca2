import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { channelName, isThread } from '../state/channels.js';
import type { PageState } from '../state/page-state.js';
import type { AnyOption, Choice } from './any-option.js';

/** The choices of an option that need no asking: set ones, true and false, channels, people, roles; null for free text. */
export function knownChoices(option: AnyOption, state: PageState): readonly Choice[] | null {
  if (option.choices?.length) return option.choices;
  switch (option.type) {
    case Option.Boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case Option.Channel:
      return [...state.channels.values()]
        .filter(
          (channel) =>
            'name' in channel && (option.channel_types?.includes(channel.type) ?? !isThread(channel)),
        )
        .map((channel) => ({ name: `#${channelName(channel)}`, value: channel.id }));
    case Option.User:
    case Option.Mentionable:
      return [...state.users.values()].map((user) => ({
        name: `@${user.global_name ?? user.username}`,
        value: user.id,
      }));
    case Option.Role:
      return (state.guild?.roles ?? []).map((role) => ({ name: role.name, value: role.id }));
    default:
      return null;
  }
}

/** Those of the choices that what was typed may mean. */
export function matchingChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return choices.filter((choice) => choice.name.toLowerCase().includes(wanted)).slice(0, 25);
}
