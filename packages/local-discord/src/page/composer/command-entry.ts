import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import type { FilledOption } from '../../page-protocol.js';
import { type AnyOption, optionsOf } from './any-option.js';

/** Something one can call: a command, or a command's subcommand ("/digest set"). */
export interface CommandEntry {
  readonly command: string;
  /** The options that lead to the subcommand: its group and itself, or nothing. */
  readonly path: readonly AnyOption[];
  /** With its subcommand, without the slash. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly AnyOption[];
}

/** Everything that can be called from the message box, as Discord lists it. */
export function commandEntries(commands: readonly APIApplicationCommand[]): CommandEntry[] {
  return commands
    .filter((command) => command.type === ApplicationCommandType.ChatInput)
    .flatMap(({ name, description, options }) =>
      entriesUnder({ command: name, path: [], name, description, options: optionsOf(options) }),
    );
}

function entriesUnder(entry: CommandEntry): CommandEntry[] {
  const inner = entry.options.filter((option) => option.type <= Option.SubcommandGroup);
  if (inner.length === 0) return [entry];
  return inner.flatMap((option) =>
    entriesUnder({
      command: entry.command,
      path: [...entry.path, option],
      name: `${entry.name} ${option.name}`,
      description: option.description,
      options: option.options ?? [],
    }),
  );
}

/** The entries that what was typed may mean; those that begin with it come first. */
export function matchingEntries(entries: readonly CommandEntry[], typed: string): CommandEntry[] {
  const wanted = typed.toLowerCase();
  const begins = entries.filter((entry) => entry.name.startsWith(wanted));
  const holds = entries.filter((entry) => !begins.includes(entry) && entry.name.includes(wanted));
  return [...begins, ...holds];
}

/** The entry a text calls by its whole name, with the text that follows; null where it calls none. */
export function calledEntry(
  entries: readonly CommandEntry[],
  text: string,
): { entry: CommandEntry; rest: string } | null {
  const longestFirst = [...entries].sort((a, b) => b.name.length - a.name.length);
  const entry = longestFirst.find(({ name }) => text.startsWith(`/${name} `));
  return entry ? { entry, rest: text.slice(entry.name.length + 2).trimStart() } : null;
}

/**
 * Shares a text out over a command's options: "question: When? private: True" by name, anything else into the first.
 */
export function sharedOut(entry: CommandEntry, text: string): Map<string, string> {
  const names = entry.options.map((option) => option.name).join('|');
  const found = names === '' ? [] : [...text.matchAll(new RegExp(`(?:^|\\s)(${names}):\\s*`, 'g'))];
  const [first] = entry.options;
  if (found.length === 0 || found[0]?.index !== 0)
    return new Map(first && text !== '' ? [[first.name, text]] : []);
  return new Map(
    found.map((match, index) => [
      match[1] ?? '',
      text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length).trim(),
    ]),
  );
}

/** Options as the protocol wants them: inside their subcommand, where there is one. */
export function wrapped(entry: CommandEntry, filled: readonly FilledOption[]): readonly FilledOption[] {
  return entry.path.reduceRight<readonly FilledOption[]>(
    (options, { name, type }) => [{ name, type, options }],
    filled,
  );
}
