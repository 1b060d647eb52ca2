import type { Asking } from './asking.js';
import { likenessFor, type Similarity } from './likeness.js';
import { isStopWord } from './stop-words.js';
import { type Token, tagText } from './tagged-text.js';

/** A question laid against the words of an event. */
export interface Aligned {
  readonly asking: Asking;
  readonly tokens: readonly Token[];
  /** For each token of the event, how well the best word of the question fits it, 0 to 1. */
  readonly match: readonly number[];
  /** The tokens of the event that a word of the question fits at all. */
  readonly matched: readonly number[];
  /** For each content token of the question, how well the best word of the event fits it, 0 to 1. */
  readonly covered: readonly number[];
  /** For each content token of the question, the event's token that fits it best, or -1. */
  readonly at: readonly number[];
}

const FITS = 0.5;

/** Finds which words of an event's sentence say what the words of a question say. */
export function align(asking: Asking, sentence: string, similar?: Similarity): Aligned {
  const tokens = tagText(sentence);
  const match = tokens.map(() => 0);
  const covered: number[] = [];
  const at: number[] = [];
  const meant = tokens.flatMap((token, i) => (isStopWord(token.lower) || token.pos === 'PUNCT' ? [] : [i]));
  for (const word of asking.content) {
    const like = likenessFor(word, similar);
    let best = 0;
    let where = -1;
    for (const i of meant) {
      const token = tokens[i];
      const fit = token ? like(token) : 0;
      if (fit < FITS) continue;
      match[i] = Math.max(match[i] ?? 0, fit);
      if (fit > best) {
        best = fit;
        where = i;
      }
    }
    covered.push(best);
    at.push(where);
  }
  alignInitials(asking.content, tokens, match, covered, at);
  const matched = meant.filter((i) => (match[i] ?? 0) > 0);
  return { asking, tokens, match, matched, covered, at };
}

/** "UN" and "U.S." mean the words they are the first letters of, in the question or in the event. */
function alignInitials(
  content: readonly Token[],
  tokens: readonly Token[],
  match: number[],
  covered: number[],
  at: number[],
): void {
  for (const [long, short, longIsEvent] of [
    [tokens, content, true],
    [content, tokens, false],
  ] as const) {
    short.forEach((token, s) => {
      const letters = token.text.replaceAll('.', '').toLowerCase();
      if (!/^[a-z]{2,6}$/.test(letters) || isStopWord(letters)) return;
      const from = initialsAt(long, letters);
      if (from < 0) return;
      for (let i = from; i < from + letters.length; i++) {
        const [inEvent, inQuestion] = longIsEvent ? [i, s] : [s, i];
        match[inEvent] = 1;
        if (covered[inQuestion] === 1) continue;
        covered[inQuestion] = 1;
        at[inQuestion] = inEvent;
      }
    });
  }
}

function initialsAt(tokens: readonly Token[], letters: string): number {
  return tokens.findIndex((_, from) =>
    [...letters].every(
      (letter, i) =>
        tokens[from + i]?.capital &&
        tokens[from + i]?.lower[0] === letter &&
        (tokens[from + i]?.lower.length ?? 0) > 2,
    ),
  );
}

/** How near tokens `[from, to)` stand to what matched, 0 to 1: each match counts by its fit and falls off with distance. */
export function nearness(aligned: Aligned, from: number, to: number, reach = 6): number {
  const { match, matched, tokens } = aligned;
  const sentence = tokens[from]?.sentence;
  let near = 0;
  let all = 0;
  for (const i of matched) {
    if (i >= from && i < to) continue;
    const fit = match[i] ?? 0;
    all += fit;
    if (tokens[i]?.sentence !== sentence) continue;
    const gap = i < from ? from - i : i - to + 1;
    near += fit * Math.exp(-(gap - 1) / reach);
  }
  return all === 0 ? 0 : near / Math.max(all, 1);
}

/** The share of the words in `[from, to)` that the question already holds. */
export function said({ match, tokens }: Aligned, from: number, to: number): number {
  const words: number[] = [];
  for (let i = from; i < to; i++) if (!isStopWord(tokens[i]?.lower ?? '')) words.push(match[i] ?? 0);
  return words.length === 0 ? 1 : words.filter((fit) => fit >= 0.7).length / words.length;
}
