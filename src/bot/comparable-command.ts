import type {
  APIApplicationCommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

type Loose = Readonly<Record<string, unknown>>;

/** What decides whether two options are the same, with Discord's own defaults filled in. */
function comparableOption(option: APIApplicationCommandOption): unknown {
  const loose = option as unknown as Loose;
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    name_localizations: option.name_localizations ?? null,
    description_localizations: option.description_localizations ?? null,
    required: loose.required ?? false,
    autocomplete: loose.autocomplete ?? false,
    choices: ((loose.choices as Loose[] | undefined) ?? []).map(({ name, value }) => ({ name, value })),
    channel_types: loose.channel_types ?? [],
    bounds: ['min_value', 'max_value', 'min_length', 'max_length'].map((name) => loose[name] ?? null),
    options: ((loose.options as APIApplicationCommandOption[] | undefined) ?? []).map(comparableOption),
  };
}

/**
 * What decides whether two commands are the same, as text: one we would register and one Discord has, whatever ids,
 * versions and defaults Discord adds.
 */
export function comparableCommand(command: RESTPostAPIApplicationCommandsJSONBody): string {
  const loose = command as unknown as Loose;
  return JSON.stringify({
    type: command.type ?? 1,
    name: command.name,
    description: loose.description ?? '',
    name_localizations: command.name_localizations ?? null,
    description_localizations: loose.description_localizations ?? null,
    nsfw: command.nsfw ?? false,
    default_member_permissions: command.default_member_permissions ?? null,
    contexts: [...(command.contexts ?? [])].sort(),
    integration_types: [...(command.integration_types ?? [])].sort(),
    options: ((loose.options as APIApplicationCommandOption[] | undefined) ?? []).map(comparableOption),
  });
}

/** Whether two sets of commands are the same, in any order. */
export function sameCommands(
  a: readonly RESTPostAPIApplicationCommandsJSONBody[],
  b: readonly RESTPostAPIApplicationCommandsJSONBody[],
): boolean {
  const sorted = (commands: readonly RESTPostAPIApplicationCommandsJSONBody[]) =>
    commands.map(comparableCommand).sort().join('\n');
  return a.length === b.length && sorted(a) === sorted(b);
}
