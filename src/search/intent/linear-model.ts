import { softmax } from '../softmax.js';

/** A linear classifier over named features: softmax over labels (multinomial logistic regression). */
export interface LinearFile {
  readonly labels: readonly string[];
  /** A weight a label for each feature. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** The likeliest label with its probability. */
export interface Labelled<Label extends string> {
  readonly label: Label;
  readonly probability: number;
}

/** Evaluates a linear classifier. Features it doesn't know count nothing. */
export class LinearModel<Label extends string> {
  readonly labels: readonly Label[];
  readonly #weights: ReadonlyMap<string, readonly number[]>;

  constructor({ labels, weights }: LinearFile) {
    this.labels = labels as readonly Label[];
    this.#weights = new Map(Object.entries(weights));
  }

  /** The probability of each label, in the order of `labels`. */
  probabilities(features: Iterable<string>): number[] {
    const sums = this.labels.map(() => 0);
    for (const feature of features) {
      const weights = this.#weights.get(feature);
      if (weights) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
    }
    return softmax(sums);
  }

  best(features: Iterable<string>): Labelled<Label> {
    const probabilities = this.probabilities(features);
    const probability = Math.max(...probabilities);
    return { label: this.labels[probabilities.indexOf(probability)] as Label, probability };
  }
}
