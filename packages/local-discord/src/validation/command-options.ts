import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import { limits } from '../limits.js';
import { checkName } from './command-name.js';
import type { Fields, Form, Path } from './form.js';

const limit = limits.command;
const typed: readonly unknown[] = [OptionType.String, OptionType.Integer, OptionType.Number];

/** Reads a command's options, subcommands among them, at most two levels of subcommands deep. */
export function readCommandOptions(form: Form, value: unknown, path: Path, depth = 0): Fields[] {
  const seen = new Set<string>();
  let optionalSeen = false;
  return form.objects(value, path, { max: limit.options }).map(({ item, at }) => {
    const option = readOption(form, item, at, depth);
    if (seen.has(option.name))
      form.problem(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        'Option names must be unique',
      );
    seen.add(option.name);
    if (option.required && optionalSeen)
      form.problem(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    if (!option.required) optionalSeen = true;
    return option;
  });
}

interface Option extends Fields {
  readonly name: string;
  readonly required?: boolean;
}

function readOption(form: Form, item: Fields, at: Path, depth: number): Option {
  const type = form.integer(item.type, [...at, 'type'], 1, 11);
  if (item.type === undefined) form.required([...at, 'type']);
  const name = form.requiredText(item.name, [...at, 'name'], { max: limit.name });
  checkName(form, name, [...at, 'name']);
  const description = form.requiredText(item.description, [...at, 'description'], {
    max: limit.description,
  });
  const option: Record<string, unknown> = { type, name, description };
  for (const key of ['name_localizations', 'description_localizations', 'channel_types'])
    if (item[key]) option[key] = item[key];
  if (holdsOptions(type)) {
    if (depth > 1 || (type === OptionType.SubcommandGroup && depth > 0))
      form.problem(
        [...at, 'type'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command nesting is too deep',
      );
    const options = readCommandOptions(form, item.options, [...at, 'options'], depth + 1);
    if (options.length > 0) option.options = options;
    return option as unknown as Option;
  }
  if (form.flag(item.required, [...at, 'required'])) option.required = true;
  if (form.flag(item.autocomplete, [...at, 'autocomplete'])) option.autocomplete = true;
  for (const key of ['min_value', 'max_value', 'min_length', 'max_length'])
    if (typeof item[key] === 'number') option[key] = item[key];
  const choices = readChoices(form, item.choices, [...at, 'choices'], type);
  if (choices.length > 0) option.choices = choices;
  if (option.autocomplete && (choices.length > 0 || !typed.includes(type)))
    form.problem(
      [...at, 'autocomplete'],
      'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID',
      'Autocomplete needs a typed option without choices',
    );
  return option as unknown as Option;
}

/**
 * Reads choices, of an option or in answer to autocomplete.
 *
 * @param type of the option; strings hold up to 100 characters
 */
export function readChoices(form: Form, value: unknown, path: Path, type: unknown): Fields[] {
  return form.objects(value, path, { max: limit.choices }).map(({ item, at }) => {
    const name = form.requiredText(item.name, [...at, 'name'], { max: limit.choice });
    const given = item.value;
    const isText = type === OptionType.String;
    if (isText) form.requiredText(given, [...at, 'value'], { max: limit.choice });
    else if (typeof given !== 'number')
      form.problem([...at, 'value'], 'NUMBER_TYPE_COERCE', `Value "${String(given)}" is not a number.`);
    return { name, value: isText ? String(given) : given };
  });
}

/** Whether an option contains options. */
export function holdsOptions(type: unknown): boolean {
  return type === OptionType.Subcommand || type === OptionType.SubcommandGroup;
}
