import type { Token } from './tagged-text.js';

/** A word that asks who or which; some of them also tie a description to its noun. */
export const ASKING_WORD = /^(who|whom|whose|which|what|whos)$/;

export const AUXILIARY = /^(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|'s|’s)$/;

/** The words in small letters, joined by single blanks, the marks at the end left out. */
export function wordsOf(tokens: readonly Token[]): string {
  const last = tokens.findLastIndex(({ lower }) => !/^[?!.]+$/.test(lower));
  return tokens
    .slice(0, last + 1)
    .map((t) => t.lower)
    .join(' ');
}

/** The tokens a pattern over the words, joined by single blanks, matches first. */
export function phrase(tokens: readonly Token[], pattern: RegExp): readonly Token[] | null {
  const text = wordsOf(tokens);
  const match = pattern.exec(text);
  if (!match) return null;
  const first = text.slice(0, match.index).split(' ').length - 1;
  return tokens.slice(first, first + match[0].trim().split(' ').length);
}

/** Whether a word asks: "who", "which", "when", "how". */
export const isAsking = ({ lower }: Pick<Token, 'lower'>) =>
  ASKING_WORD.test(lower) || /^(?:when|where|why|how)$/.test(lower);

/** Whether some tokens begin with a question word, or with a preposition and one ("by how much"). */
export function beginsWithAsking([first, second]: readonly Token[]): boolean {
  return (
    first !== undefined &&
    (isAsking(first) || (first.pos === 'ADP' && second !== undefined && isAsking(second)))
  );
}

/** Whether some tokens are put as a question: they begin with a question word or an auxiliary, after "and" or "ok". */
export function isPutAsQuestion(tokens: readonly Token[]): boolean {
  const asks = (from: number) =>
    beginsWithAsking(tokens.slice(from)) || AUXILIARY.test(tokens[from]?.lower ?? '');
  return asks(0) || (/^(?:CCONJ|INTJ|ADV)$/.test(tokens[0]?.pos ?? '') && asks(1));
}
