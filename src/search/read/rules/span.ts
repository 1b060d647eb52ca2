import type { Token } from './tagged-text.js';

/** Tokens `[from, to)` of a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether two tokens occur in one sentence. */
export function sameSentence(tokens: readonly Token[], a: number, b: number): boolean {
  return tokens[a]?.sentence === tokens[b]?.sentence;
}
