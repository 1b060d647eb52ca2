import { LRUCache } from 'lru-cache';
import type { Token } from './tagged-text.js';
import { kinWords } from './wordnet.js';

const kin = new LRUCache<string, ReadonlyMap<string, number>>({ max: 4000 });

/**
 * How near a word of an event stands to a word of the question in WordNet, 0 to 1: one of its synonyms, a wider or a narrower
 * word, a word derived from it. Only the question's word is looked up, once for all events.
 */
export function wordKin(asked: Token, said: Token): number {
  return kinOf(asked).get(said.lemma) ?? 0;
}

function kinOf(token: Token): ReadonlyMap<string, number> {
  const part = token.pos === 'VERB' ? 'verb' : token.pos === 'ADJ' ? 'adj' : 'noun';
  const key = `${part} ${token.lemma}`;
  const known = kin.get(key) ?? kinWords(token.lemma, part);
  kin.set(key, known);
  return known;
}
