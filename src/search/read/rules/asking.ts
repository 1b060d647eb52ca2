import type { TextRange } from '../../../text/text-range.js';
import { readAsking } from './asked-for.js';
import { writeOut } from './chatty.js';
import { mendAsked } from './mend-asked.js';
import type { AskedFor } from './reading.js';
import { isStopWord } from './stop-words.js';
import { type Token, tagText } from './tagged-text.js';

/** What a question asks, as far as its form tells. */
export interface Asking extends AskedFor {
  readonly question: string;
  /** Its words, the asking words written out. */
  readonly tokens: readonly Token[];
  /** The tokens that carry the question: no asking words, no stop words. */
  readonly content: readonly Token[];
  /** Where in the question the words stand that are only the asking. */
  readonly askingWords: readonly TextRange[];
}

/** Reads what a question asks for. Never fails: a question without a form it knows wants `anything`. */
export function understandAsking(question: string): Asking {
  const { text, typedAt } = writeOut(question);
  const tokens = mendAsked(tagText(text));
  const asked = readAsking(tokens);
  const only = new Set(asked.asking);
  const content = tokens.filter((t) => !only.has(t) && t.pos !== 'PUNCT' && !isStopWord(t.lower));
  return {
    question,
    tokens,
    content,
    askingWords: asked.asking.map((t) => [typedAt(t.start), typedAt(t.end)] as const),
    wanted: asked.wanted,
    head: asked.head,
    measure: asked.measure,
    many: asked.many,
    gap: asked.gap,
  };
}
