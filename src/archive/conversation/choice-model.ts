import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BoostedTrees, type TreesFile } from '../../search/rank/boosted-trees.js';
import { CHOICE_FEATURES } from './choice-features.js';

/** Trees whose score becomes a probability (Platt 1999). */
interface CalibratedFile {
  readonly trees: TreesFile;
  readonly slope: number;
  readonly base: number;
}

/** The weights that training/train_conversation.py writes. */
export interface ChoiceFile {
  /** The probability that an event answers a leaning question. */
  readonly event: CalibratedFile;
  /** The probability that the line of the chosen event is right. */
  readonly line: CalibratedFile;
}

/** Says how likely each event answers a leaning question, and its line is right, in the light of what was said. */
export class ChoiceModel {
  readonly #event: BoostedTrees;
  readonly #line: BoostedTrees;
  readonly #file: ChoiceFile;

  /** @throws Error where the weights were made for other features. */
  constructor(file: ChoiceFile) {
    this.#file = file;
    this.#event = new BoostedTrees(file.event.trees);
    this.#line = new BoostedTrees(file.line.trees);
    if (this.#event.features.join() !== CHOICE_FEATURES.join())
      throw new Error('the weights of the conversation were made for other features');
  }

  /** Reads the weights that the project ships. */
  static async open(): Promise<ChoiceModel> {
    const file = createRequire(import.meta.url).resolve('#models/conversation.json');
    return new ChoiceModel(JSON.parse(await readFile(file, 'utf8')) as ChoiceFile);
  }

  /** The probability that an event answers; `row` is in the order of CHOICE_FEATURES. */
  answers(row: Float32Array): number {
    return probability(this.#event.score(row), this.#file.event);
  }

  /**
   * The probability that a line is right.
   *
   * @param answers the probability that its event answers
   * @param line what the decision made of the line without what was said before
   */
  lineIsRight(row: Float32Array, answers: number, line: number): number {
    return probability(this.#line.score(Float32Array.from([...row, answers, line])), this.#file.line);
  }
}

const probability = (score: number, { slope, base }: CalibratedFile) =>
  1 / (1 + Math.exp(-(base + slope * score)));
