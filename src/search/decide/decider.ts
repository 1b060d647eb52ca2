import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BoostedTrees, type TreesFile } from '../rank/boosted-trees.js';
import type { Ranked } from '../rank/ranked.js';
import { softmax } from '../rank/reader-features.js';
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

/** What the decision about a line sees beside LINE_FEATURES: how the line stands out from the others of its event. */
export const PICK_FEATURES = ['pick', 'pickGap', 'pickShare'] as const;

/** Decides how sure an answer is, from what was found and read. */
export class Decider {
  readonly #answers: Calibrated;
  readonly #pick: BoostedTrees;
  readonly #line: Calibrated;

  private constructor(answers: CalibratedFile, pick: TreesFile, line: CalibratedFile) {
    this.#answers = new Calibrated(answers);
    this.#pick = new BoostedTrees(pick);
    this.#line = new Calibrated(line);
  }

  /** Reads the weights that the project ships. */
  static async open(): Promise<Decider> {
    const file = createRequire(import.meta.url).resolve('#models/decider.json');
    const { answers, pick, line } = JSON.parse(await readFile(file, 'utf8'));
    return new Decider(answers, pick, line);
  }

  /** How sure the first of the ranked events is, and which of the lines it may give is likeliest. */
  decide(ranked: readonly Ranked[], lines: readonly LineCandidate[]): Decision {
    const row = decisionRow(ranked);
    if (!row) return { answers: 0, line: 0, direct: null };
    const answers = this.#answers.probability(row);
    const picked = this.#picked(lines);
    if (!picked) return { answers, line: 0, direct: null };
    const { line, features, standing } = picked;
    const probability = this.#line.probability(Float32Array.from([...row, ...features, ...standing]));
    return { answers, line: probability, direct: line };
  }

  /** The line that fits best, given that the event answers; with the numbers of PICK_FEATURES. */
  #picked(
    lines: readonly LineCandidate[],
  ): (LineCandidate & { readonly standing: readonly number[] }) | null {
    const scores = lines.map(({ features }) => this.#pick.score(features));
    const most = Math.max(...scores);
    const best = scores.indexOf(most);
    const line = lines[best];
    if (!line) return null;
    const second = Math.max(...scores.filter((_, i) => i !== best));
    const gap = scores.length > 1 ? most - second : ONLY_ONE;
    return { ...line, standing: [most, gap, softmax(scores)[best] ?? 1] };
  }
}

/** The gap to the next line where there is none. */
const ONLY_ONE = 10;

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
