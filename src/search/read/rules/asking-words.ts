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
