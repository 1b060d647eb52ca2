import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { FilledOption } from '../page-protocol.js';
import { PersonError } from './person-error.js';

type Values = Readonly<Record<string, string | number | boolean>>;

/** Looser than Discord's union: what any option may have. */
interface AnyOption {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly options?: readonly AnyOption[];
  readonly choices?: readonly { readonly value: string | number }[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
}

/** How long a text option may be where the command doesn't say. */
const LONGEST = 6000;

/**
 * Fills a command's options with plain values.
 *
 * @param path the subcommand group and subcommand, in order
 * @param focused the option being typed, for autocomplete
 * @throws PersonError for a subcommand or an option there isn't
 */
export function fillOptions(
  schema: readonly APIApplicationCommandOption[] | undefined,
  values: Values,
  path: readonly string[] = [],
  focused?: string,
): FilledOption[] {
  const options = (schema ?? []) as readonly AnyOption[];
  const [step, ...rest] = path;
  if (step !== undefined) {
    const inner = options.find((o) => o.name === step && o.type <= OptionType.SubcommandGroup);
    if (!inner) throw new PersonError(`there is no subcommand "${step}"`);
    const nested = fillOptions(
      inner.options as APIApplicationCommandOption[] | undefined,
      values,
      rest,
      focused,
    );
    return [{ name: step, type: inner.type, options: nested }];
  }
  return Object.entries(values).map(([name, value]) => {
    const option = options.find((o) => o.name === name);
    if (!option) throw new PersonError(`there is no option "${name}"`);
    return { name, type: option.type, value, ...(name === focused && { focused: true }) };
  });
}

/**
 * Checks filled options as Discord's app does before it sends them.
 *
 * @throws PersonError naming the option
 */
export function checkOptions(
  schema: readonly APIApplicationCommandOption[] | undefined,
  filled: readonly FilledOption[],
): void {
  const options = (schema ?? []) as readonly AnyOption[];
  const subcommands = options.filter((o) => o.type <= OptionType.SubcommandGroup);
  if (subcommands.length > 0) {
    const chosen = filled[0];
    const inner = subcommands.find((o) => o.name === chosen?.name);
    if (!chosen || !inner) throw new PersonError('choose a subcommand');
    checkOptions(inner.options as APIApplicationCommandOption[] | undefined, chosen.options ?? []);
    return;
  }
  for (const option of options)
    if (option.required && !filled.some((f) => f.name === option.name))
      throw new PersonError(`the option "${option.name}" is required`);
  for (const { name, value } of filled) {
    const option = options.find((o) => o.name === name);
    if (!option) throw new PersonError(`there is no option "${name}"`);
    const problem = value === undefined ? 'is empty' : problemWith(option, value);
    if (problem) throw new PersonError(`the option "${name}" ${problem}`);
  }
}

function problemWith(option: AnyOption, value: string | number | boolean): string | null {
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value))
    return 'must be one of its choices';
  switch (option.type) {
    case OptionType.Integer:
    case OptionType.Number: {
      if (typeof value !== 'number' || Number.isNaN(value)) return 'must be a number';
      if (option.type === OptionType.Integer && !Number.isInteger(value)) return 'must be a whole number';
      if (value < (option.min_value ?? -(2 ** 53))) return `must be at least ${option.min_value}`;
      return value > (option.max_value ?? 2 ** 53) ? `must be at most ${option.max_value}` : null;
    }
    case OptionType.Boolean:
      return typeof value === 'boolean' ? null : 'must be true or false';
    default: {
      if (typeof value !== 'string') return 'must be a text';
      if (value.length < (option.min_length ?? 1)) return 'is too short';
      return value.length > (option.max_length ?? LONGEST) ? 'is too long' : null;
    }
  }
}

/** The option being typed, at whatever depth, or undefined. */
export function focusedOption(filled: readonly FilledOption[]): FilledOption | undefined {
  return filled
    .flatMap((o) => [o, ...(o.options ?? [])].flatMap((p) => [p, ...(p.options ?? [])]))
    .find((o) => o.focused);
}
