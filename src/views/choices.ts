import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { clip } from './clip.js';
import { limits } from './limits.js';

/** Clamps autocomplete choices to what Discord takes: 25, names to 100 characters, values over 100 left out, none twice. */
export function fitChoices(
  choices: readonly APIApplicationCommandOptionChoice<string>[],
): APIApplicationCommandOptionChoice<string>[] {
  const values = new Set<string>();
  return choices
    .filter(({ name, value }) => {
      const fits = name.trim() !== '' && value.length > 0 && value.length <= limits.choiceValue;
      return fits && !values.has(value) && values.add(value);
    })
    .slice(0, limits.choices)
    .map((choice) => ({ ...choice, name: clip(choice.name, limits.choiceName) }));
}
