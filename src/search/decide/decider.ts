import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BoostedTrees, type TreesFile } from '../rank/boosted-trees.js';
import type { Ranked } from '../rank/ranked.js';
import type { DirectAnswer } from '../read/answer-line.js';
import type { LineCandidate } from '../read/line-candidates.js';
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

  /** How sure the first of the ranked events is, and which of the lines it may give is likeliest. */
  decide(ranked: readonly Ranked[], lines: readonly LineCandidate[]): Decision {
    const row = decisionRow(ranked);
    if (!row) return { answers: 0, line: 0, direct: null };
    let best: { readonly line: number; readonly direct: DirectAnswer | null } = { line: 0, direct: null };
    for (const { line: direct, features } of lines) {
      const probability = this.#line.probability(Float32Array.from([...row, ...features]));
      if (probability > best.line) best = { line: probability, direct };
    }
    return { answers: this.#answers.probability(row), ...best };
  }
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
