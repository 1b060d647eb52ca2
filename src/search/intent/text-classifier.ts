import { readFile } from 'node:fs/promises';
import { softmax } from '../softmax.js';
import { textGrams } from './text-grams.js';

/** Weights of one softmax: a row a label. */
interface LinearFile {
  readonly bias: readonly number[];
  /** Of each gram of words (`textGrams`), a weight a label. */
  readonly grams: Readonly<Record<string, readonly number[]>>;
  /** Of each number of the encoder's vector, a weight a label; left out where only words are looked at. */
  readonly vector?: readonly (readonly number[])[];
}

/** A classifier's file: what it distinguishes, with weights for texts with a vector and for those without. */
export interface ClassifierFile {
  readonly labels: readonly string[];
  readonly full: LinearFile;
  readonly words: LinearFile;
}

/**
 * Tells kinds of texts apart by the encoder's vector and by words: multinomial logistic regression, calibrated by its
 * training script. Where there is no vector, by words alone.
 */
export class TextClassifier<Label extends string> {
  readonly labels: readonly Label[];
  readonly #full: Linear;
  readonly #words: Linear;

  /** @throws Error where a label of the file is none of `labels`. */
  constructor(file: ClassifierFile, labels: readonly Label[]) {
    this.labels = file.labels.map((label) => {
      const known = labels.find((one) => one === label);
      if (known === undefined) throw new Error(`a classifier with an unknown label: ${label}`);
      return known;
    });
    this.#full = new Linear(file.full);
    this.#words = new Linear(file.words);
  }

  /** Reads a classifier from a file of weights. */
  static async open<const Label extends string>(
    path: string,
    labels: readonly Label[],
  ): Promise<TextClassifier<Label>> {
    return new TextClassifier(JSON.parse(await readFile(path, 'utf8')) as ClassifierFile, labels);
  }

  /**
   * The probability of each label, all of them together 1.
   *
   * @param vector the encoder's unit vector of the text; null where there is none.
   */
  classify(text: string, vector: Float32Array | null): ReadonlyMap<Label, number> {
    const logits = (vector ? this.#full : this.#words).logits(textGrams(text), vector);
    const probabilities = softmax(logits);
    return new Map(this.labels.map((label, i) => [label, probabilities[i] ?? 0]));
  }
}

class Linear {
  readonly #bias: readonly number[];
  readonly #grams: ReadonlyMap<string, readonly number[]>;
  readonly #vector: readonly (readonly number[])[];

  constructor({ bias, grams, vector = [] }: LinearFile) {
    this.#bias = bias;
    this.#grams = new Map(Object.entries(grams));
    this.#vector = vector;
  }

  logits(grams: ReadonlySet<string>, vector: Float32Array | null): number[] {
    const logits = [...this.#bias];
    const add = (weights: readonly number[], times: number) => {
      weights.forEach((weight, i) => {
        logits[i] = (logits[i] ?? 0) + weight * times;
      });
    };
    for (const gram of grams) {
      const weights = this.#grams.get(gram);
      if (weights) add(weights, 1);
    }
    if (vector)
      this.#vector.forEach((weights, i) => {
        add(weights, vector[i] ?? 0);
      });
    return logits;
  }
}
