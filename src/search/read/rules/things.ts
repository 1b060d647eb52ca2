import { type Span, sameSentence } from './span.js';
import type { Token } from './tagged-text.js';

/** The noun phrases of a tagged text that end in a word with a small letter; their articles left out. */
export function findThings(tokens: readonly Token[]): Span[] {
  const things: Span[] = [];
  let from = -1;
  const close = (to: number) => {
    let end = to;
    while (end > from && !/^(NOUN|PROPN)$/.test(tokens[end - 1]?.pos ?? '')) end--;
    if (from >= 0 && end > from && tokens[end - 1]?.capital === false) things.push({ from, to: end });
    from = -1;
  };
  tokens.forEach((token, i) => {
    const within =
      /^(NOUN|PROPN|ADJ|NUM)$/.test(token.pos) ||
      (token.text === '-' && from >= 0) ||
      (/^['’]s$/.test(token.text) && from >= 0);
    if (!within || (from >= 0 && !sameSentence(tokens, i - 1, i))) close(i);
    if (within && from < 0) from = i;
  });
  close(tokens.length);
  return things;
}
