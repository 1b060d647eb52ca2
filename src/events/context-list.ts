import { plainText } from './plain-text.js';

const YEAR = /^\d{4}(?:[–-]\d{2,4})?$/;

/**
 * Splits a context list, "NATO, Italian general election, 2018". A comma may belong to a name: a year always goes with
 * the name before it, and neighbours stay together where the folder knows the joined name elsewhere ("San José, Costa
 * Rica").
 */
export function splitContext(list: string, known: { has(name: string): boolean }): string[] {
  const names: string[] = [];
  const parts = list.split(/[,，、]/);
  for (const written of parts) {
    const part = plainText(written);
    if (part === '') continue;
    const last = names.at(-1);
    if (last !== undefined && (YEAR.test(part) || known.has(`${last}, ${part}`)))
      names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
  }
  return names;
}
