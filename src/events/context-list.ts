import type { KnownTerms } from './known-terms.js';

const YEAR = /^\d{4}(?:[–-]\d{2,4})?$/;

/**
 * Splits a context list, "NATO, Italian general election, 2018". A comma may belong to a name: a year always goes with
 * the name before it, and neighbours stay together where the folder knows the joined name elsewhere ("San José, Costa
 * Rica").
 */
export function splitContext(list: string, terms: KnownTerms): string[] {
  const names: string[] = [];
  const parts = list.split(/[,，、]/);
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]?.trim() ?? '';
    if (part === '') continue;
    const last = names.at(-1);
    if (last !== undefined && (YEAR.test(part) || terms.has(`${last}, ${part}`)))
      names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
  }
  return names;
}
