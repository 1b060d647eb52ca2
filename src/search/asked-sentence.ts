import { isPutAsQuestion } from './read/rules/asking-words.js';
import { tagText } from './read/rules/tagged-text.js';

/** A text in which a statement comes before the question: "The bridge fell in March. Who built it?" */
export interface AskedSentence {
  /** Where in the text the question begins. */
  readonly from: number;
  /** The question. */
  readonly asked: string;
  /** What is stated before it, which says what the question is about. */
  readonly context: string;
}

/** Where a sentence ends and another begins; not after initials and short forms ("J. Lo", "St. Paul"). */
const BORDER = /(?<=[\p{Ll}\p{N}\p{Lo}]{2}["'”’)]?)[.!…]+\s+(?=[\p{L}\p{N}"'“‘¿(])/gu;
/** Words a statement has at least: "Hi." and "Quick question." state nothing. */
const LEAST_WORDS = 3;

/** The question at the end of a text with what is stated before it; null where the text is one sentence, or asks nothing. */
export function askedSentence(text: string): AskedSentence | null {
  let from = 0;
  for (const border of text.matchAll(BORDER)) from = border.index + border[0].length;
  const [context, asked] = [text.slice(0, from).trim(), text.slice(from)];
  // A question before the last one may be what is asked: both are read as they stand.
  if (context.includes('?') || !isPutAsQuestion(tagText(asked))) return null;
  return context.split(/\s+/).length >= LEAST_WORDS ? { from, asked, context } : null;
}

/** A text with its question first: the reader cuts what is long, and must not lose what is asked. */
export function askedFirst(text: string): string {
  const found = askedSentence(text);
  return found ? `${found.asked} ${found.context}` : text;
}
