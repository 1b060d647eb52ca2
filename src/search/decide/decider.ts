import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BoostedTrees, type TreesFile } from '../rank/boosted-trees.js';
import type { Ranked } from '../rank/ranked.js';
import { decisionRow } from './decision-features.js';

/** A model whose score becomes a probability: trees, then Platt scaling (Platt 1999). */
interface CalibratedFile {
  readonly trees: TreesFile;
  readonly slope: number;
  readonly base: number;
}

/** How sure an answer is. */
export interface Decision {
  /** The probability that the first event answers the question. */
  readonly answers: number;
  /** The probability that the line read from it is right. */
  readonly line: number;
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

  /** How sure the first of the ranked events and its line are; both 0 where nothing was found. */
  decide(ranked: readonly Ranked[]): Decision {
    const row = decisionRow(ranked);
    if (!row) return { answers: 0, line: 0 };
    return { answers: this.#answers.probability(row), line: this.#line.probability(row) };
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
