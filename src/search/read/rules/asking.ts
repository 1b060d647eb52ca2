import type { TextRange } from '../../../text/text-range.js';
import { askedSentence } from '../../asked-sentence.js';
import { readAsking } from './asked-for.js';
import { writeOut } from './chatty.js';
import { mendAsked } from './mend-asked.js';
import type { AskedFor } from './reading.js';
import { isStopWord } from './stop-words.js';
import { type Token, tagText } from './tagged-text.js';

/** What a question asks, as far as its form tells. */
export interface Asking extends AskedFor {
  readonly question: string;
  /** Its words, the asking words written out; of several sentences, those of the last. */
  readonly tokens: readonly Token[];
  /** The tokens that carry the question, those of a statement before it as well: no asking words, no stop words. */
  readonly content: readonly Token[];
  /** Where in the question the words stand that are only the asking. */
  readonly askingWords: readonly TextRange[];
}

/** Reads what a question asks for, the last sentence of several. Never fails: a question without a form it knows wants `anything`. */
export function understandAsking(question: string): Asking {
  const {
    from,
    asked: sentence,
    context,
  } = askedSentence(question) ?? { from: 0, asked: question, context: '' };
  const { text, typedAt } = writeOut(sentence);
  const tokens = mendAsked(tagText(text));
  const asked = readAsking(tokens);
  const only = new Set(asked.asking);
  const stated = context === '' ? [] : tagText(context);
  const content = [...tokens, ...stated].filter(
    (t) => !only.has(t) && t.pos !== 'PUNCT' && !isStopWord(t.lower),
  );
  return {
    question,
    tokens,
    content,
    askingWords: asked.asking.map((t) => [from + typedAt(t.start), from + typedAt(t.end)] as const),
    wanted: asked.wanted,
    head: asked.head,
    measure: asked.measure,
    many: asked.many,
    gap: asked.gap,
  };
}
