import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BoostedTrees, type TreesFile } from '../rank/boosted-trees.js';
import type { Ranked } from '../rank/ranked.js';
import type { DirectAnswer } from '../read/answer-line.js';
import { decisionRow } from './decision-features.js';

/** A model whose score becomes a probability: trees, then Platt scaling (Platt 1999). */
interface CalibratedFile {
  readonly trees: TreesFile;
  readonly slope: number;
  readonly base: number;
}

/** How sure an answer is, and the line it gives. */
export interface Decision {
  /** The probability that the first event answers the question. */
  readonly answers: number;
  /** The probability that the line is right; 0 where there is none. */
  readonly line: number;
  /** The likeliest line of those that the event may give; null where it gives none. */
  readonly direct: DirectAnswer | null;
}

/** What the decision about a line sees beside PICKED_LINE_FEATURES: how far the other events read agree with it. */
export const SUPPORT_FEATURES = ['holding', 'agreeing'] as const;

/** Decides how sure an answer is, from what was found and read. */
export class Decider {
  readonly #answers: Calibrated;
  readonly #line: Calibrated;

  private constructor(answers: CalibratedFile, line: CalibratedFile) {
    this.#answers = new Calibrated(answers);
    this.#line = new Calibrated(line);
  }

  /** Reads the weights that the project ships. */
  static async open(): Promise<Decider> {
    const file = createRequire(import.meta.url).resolve('#models/decider.json');
    const { answers, line } = JSON.parse(await readFile(file, 'utf8'));
    return new Decider(answers, line);
  }

  /** How sure the first of the ranked events is to answer, and the line it gives. */
  decide(ranked: readonly Ranked[], textOf: (event: number) => string): Decision {
    const row = decisionRow(ranked);
    if (!row) return { answers: 0, line: 0, direct: null };
    const answers = this.#answers.probability(row);
    const picked = ranked[0]?.picked;
    if (!picked) return { answers, line: 0, direct: null };
    const support = supportOf(picked.line, ranked.slice(1), textOf);
    const line = this.#line.probability(Float32Array.from([...row, ...picked.features, ...support]));
    return { answers, line, direct: picked.line };
  }
}

/** How many of the other events that were read hold the words of a line, and how many give the same line. */
function supportOf(
  { text, value }: DirectAnswer,
  others: readonly Ranked[],
  textOf: (event: number) => string,
): number[] {
  const read = others.filter(({ reading }) => reading);
  const words = text.toLowerCase();
  const holding = read.filter(({ event }) => textOf(event).toLowerCase().includes(words));
  const agreeing = read.filter(
    ({ picked }) =>
      picked && (value !== null ? picked.line.value === value : picked.line.text.toLowerCase() === words),
  );
  return [holding.length, agreeing.length];
}

class Calibrated {
  readonly #trees: BoostedTrees;
  readonly #slope: number;
  readonly #base: number;

  constructor({ trees, slope, base }: CalibratedFile) {
    this.#trees = new BoostedTrees(trees);
    this.#slope = slope;
    this.#base = base;
  }

  probability(row: ArrayLike<number>): number {
    return 1 / (1 + Math.exp(-(this.#base + this.#slope * this.#trees.score(row))));
  }
}
