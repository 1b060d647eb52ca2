import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import type { AnyOption, Choice } from './any-option.js';

/** What was typed for an option, as it will be sent, or why it can't be. */
export type OptionValue =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly sentence: string };

/**
 * Reads what was typed for an option. The sentences are Discord's.
 *
 * @param chosen the choice picked from a list, where the text still is its name
 * @param known choices this page knows without the bot; null where any text will do
 */
export function readOption(
  option: AnyOption,
  text: string,
  chosen: Choice | null,
  known: readonly Choice[] | null,
): OptionValue {
  if (chosen && chosen.name === text) return { kind: 'value', value: chosen.value };
  const typed = text.trim();
  if (typed === '') {
    if (option.required) return problem('This option is required. Specify a value.');
    return { kind: 'empty' };
  }
  if (known) {
    const named = known.find((choice) => choice.name.toLowerCase() === typed.toLowerCase());
    return named ? { kind: 'value', value: named.value } : problem('Select one of the choices.');
  }
  if (option.type === Option.Integer || option.type === Option.Number) return readNumber(option, typed);
  if (option.type !== Option.String) return problem('This option can not be filled in here.');
  const { min_length: least = 0, max_length: most = 6000 } = option;
  if (typed.length < least) return problem(`Must be ${least} or more in length.`);
  if (typed.length > most) return problem(`Must be ${most} or fewer in length.`);
  return { kind: 'value', value: typed };
}

function readNumber(option: AnyOption, typed: string): OptionValue {
  const value = Number(typed);
  if (Number.isNaN(value)) return problem('Input a valid number.');
  if (option.type === Option.Integer && !Number.isInteger(value)) return problem('Input a valid integer.');
  const { min_value: least = -(2 ** 53), max_value: most = 2 ** 53 } = option;
  if (value < least) return problem(`Must be greater than or equal to ${least}.`);
  if (value > most) return problem(`Must be less than or equal to ${most}.`);
  return { kind: 'value', value };
}

const problem = (sentence: string): OptionValue => ({ kind: 'problem', sentence });
