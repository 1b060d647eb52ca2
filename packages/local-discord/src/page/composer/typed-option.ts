import type { FilledOption } from '../../page-protocol.js';
import type { PageState } from '../state/page-state.js';
import type { AnyOption, Choice } from './any-option.js';
import { knownChoices } from './known-choices.js';
import { readOption } from './option-value.js';

/** An option in the message box: what was typed, and the choice it means. */
export interface TypedOption {
  readonly option: AnyOption;
  text: string;
  chosen: Choice | null;
}

/** What was typed for a command's options, as it is sent, or the first that can't be. */
export type OptionsRead =
  | { readonly kind: 'filled'; readonly filled: FilledOption[] }
  | { readonly kind: 'problem'; readonly index: number; readonly option: string; readonly sentence: string };

/** Reads what was typed for a command's options; those left empty are left out. */
export function readOptions(options: readonly TypedOption[], state: PageState): OptionsRead {
  const filled: FilledOption[] = [];
  for (const [index, { option, text, chosen }] of options.entries()) {
    const read = readOption(option, text, chosen, knownChoices(option, state));
    if (read.kind === 'problem')
      return { kind: 'problem', index, option: option.name, sentence: read.sentence };
    if (read.kind === 'value') filled.push({ name: option.name, type: option.type, value: read.value });
  }
  return { kind: 'filled', filled };
}

/** The options as the bot is asked for choices with them: as they are typed so far, `typing` among them. */
export function unfinished(options: readonly TypedOption[], typing: TypedOption): FilledOption[] {
  return options
    .filter((typed) => typed.text !== '' || typed === typing)
    .map(({ option, text, chosen }) => ({
      name: option.name,
      type: option.type,
      value: chosen && chosen.name === text ? chosen.value : text,
      ...(option === typing.option && { value: text, focused: true }),
    }));
}
