import type { SpanReading } from './folder-reading.js';

/** Tokens a span has at most. */
const LONGEST = 20;

/**
 * The likeliest span of a reader of SQuAD 2's shape, whose first token marks "no answer" (Devlin et al. 2019).
 *
 * @param words where each token of the text comes from. @param first the place of the text's first token among all tokens.
 */
export function bestSpanOf(
  text: string,
  words: readonly (readonly [from: number, to: number])[],
  first: number,
  starts: Float32Array,
  ends: Float32Array,
): SpanReading | null {
  const none = (starts[0] ?? 0) + (ends[0] ?? 0);
  const last = Math.min(words.length, starts.length - first - 1);
  let [best, from, to] = [Number.NEGATIVE_INFINITY, -1, -1];
  const scores: number[] = [none];
  for (let i = 0; i < last; i++)
    for (let j = i; j < Math.min(last, i + LONGEST); j++) {
      const score = (starts[first + i] ?? 0) + (ends[first + j] ?? 0);
      scores.push(score);
      if (score > best) [best, from, to] = [score, i, j];
    }
  const [begin, end] = [words[from], words[to]];
  if (!begin || !end) return null;
  const most = Math.max(none, best);
  const sum = scores.reduce((all, score) => all + Math.exp(score - most), 0);
  const [start, stop] = withoutMarks(text, begin[0], end[1]);
  return {
    from: start,
    to: stop,
    probability: Math.exp(best - most) / sum,
    none: Math.exp(none - most) / sum,
  };
}

/** A stretch of a text without the marks at its ends. */
function withoutMarks(text: string, from: number, to: number): [number, number] {
  let [first, last] = [from, to];
  while (first < last && !/[\p{L}\p{N}$€£¥#]/u.test(text.charAt(first))) first++;
  while (last > first && !/[\p{L}\p{N}%)°]/u.test(text.charAt(last - 1))) last--;
  return [first, last];
}
