import { baseForm } from '../../text/irregular-forms.js';

/** Endings that English inflection adds and what replaces them (WordNet's morphy rules). */
const RULES: readonly (readonly [ending: string, instead: string])[] = [
  ['ies', 'y'],
  ['sses', 'ss'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['xes', 'x'],
  ['ses', 's'],
  ['es', 'e'],
  ['es', ''],
  ['s', ''],
  ['ied', 'y'],
  ['ed', 'e'],
  ['ed', ''],
  ['ing', 'e'],
  ['ing', ''],
  ['er', ''],
  ['er', 'e'],
  ['est', ''],
  ['est', 'e'],
];

/** The forms an inflected English word may come from, itself first: "sued" -> sued, sue. */
export function baseForms(word: string): string[] {
  const forms = new Set([word, baseForm(word)]);
  for (const [ending, instead] of RULES) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < 2) continue;
    forms.add(stem + instead);
    const last = stem.at(-1);
    if (instead === '' && stem.length > 3 && last === stem.at(-2)) forms.add(stem.slice(0, -1));
  }
  return [...forms];
}
