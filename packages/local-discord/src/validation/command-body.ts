import { ApplicationCommandType } from 'discord-api-types/v10';
import { limits } from '../limits.js';
import { checkName } from './command-name.js';
import { readCommandOptions } from './command-options.js';
import { type Fields, Form, type Path } from './form.js';

/** A command as a bot registers it, with Discord's defaults filled in. */
export type CommandBody = Readonly<Record<string, unknown>> & {
  readonly type: ApplicationCommandType;
  readonly name: string;
};

/** Reads one command. @throws ApiError 50035 */
export function readCommand(body: unknown): CommandBody {
  const form = new Form();
  const command = readCommandInto(form, form.object(body, []) ?? {}, []);
  form.done();
  return command;
}

/** Reads all commands of a scope. @throws ApiError 50035, also where two have one name */
export function readCommands(body: unknown): CommandBody[] {
  const form = new Form();
  const commands = form.objects(body, []).map(({ item, at }) => readCommandInto(form, item, at));
  const seen = new Set<string>();
  commands.forEach(({ type, name }, index) => {
    if (seen.has(`${type} ${name}`))
      form.problem(
        [index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    seen.add(`${type} ${name}`);
  });
  form.done();
  return commands;
}

function readCommandInto(form: Form, item: Fields, path: Path): CommandBody {
  const type = form.integer(item.type, [...path, 'type'], 1, 4) ?? ApplicationCommandType.ChatInput;
  const isChatInput = type === ApplicationCommandType.ChatInput;
  const name = form.requiredText(item.name, [...path, 'name'], { max: limits.command.name });
  if (isChatInput) checkName(form, name, [...path, 'name']);
  const description = isChatInput
    ? form.requiredText(item.description, [...path, 'description'], { max: limits.command.description })
    : '';
  if (!isChatInput && item.description)
    form.problem(
      [...path, 'description'],
      'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
      'Context menu commands cannot have description',
    );
  const options = isChatInput ? readCommandOptions(form, item.options, [...path, 'options']) : [];
  if (!isChatInput && Array.isArray(item.options) && item.options.length > 0)
    form.problem(
      [...path, 'options'],
      'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED',
      'Context menu commands cannot have options',
    );
  if (sizeOf(item) > limits.command.total)
    form.problem(
      path,
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${limits.command.total})`,
    );
  return {
    type,
    name,
    description,
    ...(options.length > 0 && { options }),
    name_localizations: item.name_localizations ?? null,
    description_localizations: item.description_localizations ?? null,
    default_member_permissions: item.default_member_permissions ?? null,
    nsfw: form.flag(item.nsfw, [...path, 'nsfw']) ?? false,
    contexts: readKinds(form, item.contexts, [...path, 'contexts'], [0, 1, 2]) ?? null,
    integration_types: readKinds(form, item.integration_types, [...path, 'integration_types'], [0, 1]) ?? [0],
  };
}

function readKinds(form: Form, value: unknown, path: Path, kinds: readonly number[]): number[] | undefined {
  const list = form.list(value, path, { max: kinds.length });
  list?.forEach((kind, index) => {
    if (!kinds.includes(kind as number)) form.choice([...path, index], kinds);
  });
  return list?.filter((kind): kind is number => typeof kind === 'number');
}

/** The characters of names, descriptions and choices' values that count towards a command's size. */
function sizeOf(item: Fields): number {
  const own = ['name', 'description', 'value'].reduce(
    (sum, key) => sum + (typeof item[key] === 'string' ? item[key].length : 0),
    0,
  );
  const inner = [item.options, item.choices].flatMap((list) => (Array.isArray(list) ? list : []));
  return inner.reduce((sum: number, one: Fields) => sum + sizeOf(one), own);
}
