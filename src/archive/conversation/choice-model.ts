import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BoostedTrees, type TreesFile } from '../../search/rank/boosted-trees.js';
import { CHOICE_FEATURES } from './choice-features.js';

/** The weights that training/train_conversation.py writes: trees whose score becomes a probability (Platt 1999). */
export interface ChoiceFile {
  readonly trees: TreesFile;
  readonly slope: number;
  readonly base: number;
}

/** Says how likely each event answers a leaning question in the light of what was said. */
export class ChoiceModel {
  readonly #trees: BoostedTrees;
  readonly #file: ChoiceFile;

  /** @throws Error where the weights were made for other features. */
  constructor(file: ChoiceFile) {
    this.#file = file;
    this.#trees = new BoostedTrees(file.trees);
    if (this.#trees.features.join() !== CHOICE_FEATURES.join())
      throw new Error('the weights of the conversation were made for other features');
  }

  /** Reads the weights that the project ships. */
  static async open(): Promise<ChoiceModel> {
    const file = createRequire(import.meta.url).resolve('#models/conversation.json');
    return new ChoiceModel(JSON.parse(await readFile(file, 'utf8')) as ChoiceFile);
  }

  /** The probability that an event answers; `row` is in the order of CHOICE_FEATURES. */
  answers(row: Float32Array): number {
    const { slope, base } = this.#file;
    return 1 / (1 + Math.exp(-(base + slope * this.#trees.score(row))));
  }
}
