import { termsOf } from '../terms.js';

/** The terms of what WordNet says a meaning is; its examples, in quotation marks, are left out. */
export function definitionTerms(gloss: string): string[] {
  const definition = gloss.replace(/"[^"]*"?/g, ' ');
  return termsOf(definition).flatMap(({ term }) => (term === '' ? [] : [term]));
}
