import type { PairReading } from '../encode/text-models.js';

/** A stretch of the event's text that may be the answer. */
export interface Span {
  /** String indices in the text the reader saw, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Its probability among all stretches of that event. */
  readonly probability: number;
  /** The sum of its start and end logits. */
  readonly score: number;
}

/** Words a span may have at most. */
const LONGEST = 12;

/** The likeliest span of a reading that begins at `after` or later; null where there is none. */
export function bestSpan({ starts, ends, pieces }: PairReading, after = 0): Span | null {
  let best: { i: number; j: number; score: number } | null = null;
  const scores: number[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const first = pieces[i];
    if (!first || first.from < after) continue;
    for (let j = i; j < pieces.length; j++) {
      const last = pieces[j];
      if (!last || last.word - first.word >= LONGEST) break;
      const score = (starts[i] ?? 0) + (ends[j] ?? 0);
      scores.push(score);
      if (!best || score > best.score) best = { i, j, score };
    }
  }
  if (!best) return null;
  const top = best.score;
  const sum = scores.reduce((all, score) => all + Math.exp(score - top), 0);
  return {
    from: pieces[best.i]?.from ?? 0,
    to: pieces[best.j]?.to ?? 0,
    probability: 1 / sum,
    score: top,
  };
}
