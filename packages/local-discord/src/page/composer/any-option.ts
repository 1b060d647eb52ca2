import type { APIApplicationCommandOption } from 'discord-api-types/v10';

/** Looser than Discord's union: what any option of a command may have. */
export interface AnyOption {
  readonly name: string;
  readonly description: string;
  /** ApplicationCommandOptionType. */
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly options?: readonly AnyOption[];
  readonly choices?: readonly Choice[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly channel_types?: readonly number[];
}

/** What can be chosen for an option: the name is shown, the value sent. */
export interface Choice {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** A command's or subcommand's options. */
export function optionsOf(options: readonly APIApplicationCommandOption[] | undefined): readonly AnyOption[] {
  return (options ?? []) as readonly AnyOption[];
}
