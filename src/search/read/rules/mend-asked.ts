import type { Token } from './tagged-text.js';
import { isVerb } from './wordnet.js';

/**
 * The tokens of a question with the verb that "did" asks for. The tagger takes it for a noun where it may be one: "whom did
 * Holt defeat to become president", "how many did the police arrest".
 */
export function mendAsked(tokens: readonly Token[]): readonly Token[] {
  const did = tokens.findIndex((t) => /^(did|does|do)$/.test(t.lower));
  if (did < 0) return tokens;
  const end = tokens.findIndex((t, i) => i > did && (t.pos === 'PUNCT' || t.lower === 'to'));
  const clause = tokens.slice(did + 1, end < 0 ? tokens.length : end);
  if (clause.some((t) => t.pos === 'VERB')) return tokens;
  const verb = clause.find(
    (t, i) =>
      i > 0 &&
      t.pos === 'NOUN' &&
      !t.capital &&
      t.lemma === t.lower &&
      isVerb(t.lemma) &&
      !/^(NOUN|PROPN)$/.test(clause[i + 1]?.pos ?? ''),
  );
  return verb ? tokens.map((t) => (t === verb ? { ...t, pos: 'VERB' } : t)) : tokens;
}
