import { LRUCache } from 'lru-cache';
import type { Token } from './tagged-text.js';
import { kinWords } from './wordnet.js';

const kin = new LRUCache<string, ReadonlyMap<string, number>>({ max: 4000 });

/** How near two words stand in WordNet, 0 to 1: one of its synonyms, a wider or a narrower word, a word derived from it. */
export function wordKin(a: Token, b: Token): number {
  return Math.max(kinOf(a).get(b.lemma) ?? 0, kinOf(b).get(a.lemma) ?? 0);
}

function kinOf(token: Token): ReadonlyMap<string, number> {
  const part = token.pos === 'VERB' ? 'verb' : token.pos === 'ADJ' ? 'adj' : 'noun';
  const key = `${part} ${token.lemma}`;
  const known = kin.get(key) ?? kinWords(token.lemma, part);
  kin.set(key, known);
  return known;
}
