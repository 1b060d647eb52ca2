import type { PairReading } from '../encode/text-models.js';
import { bestSpan, type Span } from './best-span.js';

/** Words a span may have at most. */
const LONGEST = 12;

/** The reader's logits over one event, asked about any stretch of its text. */
export class SpanScores {
  /** Where spans may begin: the characters before are the date. */
  readonly after: number;
  readonly #reading: PairReading;
  readonly #best: Span | null;
  readonly #most: { readonly start: number; readonly end: number };

  constructor(reading: PairReading, after: number) {
    this.#reading = reading;
    this.after = after;
    this.#best = bestSpan(reading, after);
    const own = reading.pieces.map(({ from }, i) => [from, i] as const).filter(([from]) => from >= after);
    this.#most = {
      start: Math.max(...own.map(([, i]) => reading.starts[i] ?? 0)),
      end: Math.max(...own.map(([, i]) => reading.ends[i] ?? 0)),
    };
  }

  /**
   * Of the pieces that characters `[from, to)` touch: how far the first one's start, the last one's end and their sum are below
   * the highest, as differences of logits; the share of all spans' probability that lies within; and the overlap with the best
   * span, over both together. NaN where they touch none.
   */
  of(from: number, to: number): number[] {
    const { pieces, starts, ends } = this.#reading;
    const first = pieces.findIndex((piece) => piece.to > from && piece.from < to);
    const last = pieces.findLastIndex((piece) => piece.to > from && piece.from < to);
    const best = this.#best;
    if (first < 0 || !best) return [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN];
    const start = starts[first] ?? 0;
    const end = ends[last] ?? 0;
    const shared = Math.max(0, Math.min(to, best.to) - Math.max(from, best.from));
    return [
      start - this.#most.start,
      end - this.#most.end,
      start + end - best.score,
      this.#within(first, last, best),
      shared / (Math.max(to, best.to) - Math.min(from, best.from)),
    ];
  }

  #within(first: number, last: number, best: Span): number {
    const { pieces, starts, ends } = this.#reading;
    let inside = 0;
    for (let i = first; i <= last; i++)
      for (let j = i; j <= last; j++) {
        if ((pieces[j]?.word ?? 0) - (pieces[i]?.word ?? 0) >= LONGEST) break;
        inside += Math.exp((starts[i] ?? 0) + (ends[j] ?? 0) - best.score);
      }
    return inside * best.probability;
  }
}
