import { describersOf } from './described.js';
import { isLand } from './lands.js';
import { findNames, landWithin } from './names.js';
import { type Span, sameSentence } from './span.js';
import type { Token } from './tagged-text.js';
import { findThings } from './things.js';
import { nounKinds } from './wordnet.js';

/** Words of a text that name something. */
export interface Phrase extends Span {
  /** A `name` is written with capitals; a `thing` is a noun phrase in small letters, its article left out. */
  readonly kind: 'name' | 'thing';
  /** The preposition it hangs on, or null. */
  readonly preposition: string | null;
  /** Nouns that say what it is: "environment minister NAME", "NAME, a painter,", and a thing's own last noun. */
  readonly described: readonly Token[];
}

/** The names and noun phrases of a tagged text, in order; a name inside a noun phrase is beside it. */
export function findPhrases(tokens: readonly Token[]): Phrase[] {
  const names = findNames(tokens);
  const all = [...names, ...names.flatMap((name) => landWithin(tokens, name))];
  return [
    ...all.map((span) => ({ ...span, kind: 'name' as const, described: describersOf(tokens, span, names) })),
    ...findThings(tokens).map((span) => ({
      ...span,
      kind: 'thing' as const,
      described: tokens.slice(span.to - 1, span.to),
    })),
  ]
    .map((phrase) => ({ ...phrase, preposition: prepositionBefore(tokens, phrase.from) }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

function prepositionBefore(tokens: readonly Token[], from: number): string | null {
  for (let i = from - 1; i >= Math.max(0, from - 7); i--) {
    const token = tokens[i];
    if (!token || !sameSentence(tokens, i, from)) return null;
    // "by the envoy to Norland NAME"
    if (token.lower === 'to' && i === from - 2 && isLand(tokens[from - 1]?.lower ?? '')) continue;
    // "90 miles north of NAME"
    if (token.lower === 'of' && DIRECTION.test(tokens[i - 1]?.lower ?? '')) return 'near';
    // "in the town of NAME": where the town is, NAME is.
    if (token.lower === 'of' && /^(location|object)$/.test(nounKinds(tokens[i - 1]?.lemma ?? '', 1)[0] ?? ''))
      continue;
    if (token.lower === 'to' && tokens[i - 1]?.lower === 'according') return null;
    if (token.pos === 'ADP' || token.pos === 'SCONJ' || token.lower === 'to') return token.lower;
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|PART|ADV)$/.test(token.pos) && !/^[-"“'’]$/.test(token.text)) return null;
  }
  return null;
}

const DIRECTION = /^(north|south|(north|south)?(east|west)|outside|outskirts)$/;
