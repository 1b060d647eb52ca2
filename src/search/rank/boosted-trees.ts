/** A boosted ensemble as training/ writes it: trees as flat arrays, a node's children by number, leaves with feature -1. */
export interface TreesFile {
  /** Names of the features, in the order the rows have them. */
  readonly features: readonly string[];
  readonly trees: readonly {
    readonly feature: readonly number[];
    /** The threshold of an inner node, the value of a leaf. */
    readonly value: readonly number[];
    readonly left: readonly number[];
    readonly right: readonly number[];
    /** 1 where a missing number goes left. */
    readonly missing: readonly number[];
  }[];
}

/** Gradient-boosted regression trees (Friedman 2001), trained elsewhere: here they are only evaluated. */
export class BoostedTrees {
  readonly features: readonly string[];
  readonly #feature: Int16Array;
  readonly #value: Float32Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #missing: Uint8Array;
  readonly #roots: number[] = [];

  constructor({ features, trees }: TreesFile) {
    this.features = features;
    const nodes = trees.reduce((sum, { feature }) => sum + feature.length, 0);
    this.#feature = new Int16Array(nodes);
    this.#value = new Float32Array(nodes);
    this.#left = new Int32Array(nodes);
    this.#right = new Int32Array(nodes);
    this.#missing = new Uint8Array(nodes);
    let at = 0;
    for (const tree of trees) {
      const root = at;
      this.#roots.push(root);
      this.#feature.set(tree.feature, at);
      this.#value.set(tree.value, at);
      this.#missing.set(tree.missing, at);
      this.#left.set(
        tree.left.map((child) => root + child),
        at,
      );
      this.#right.set(
        tree.right.map((child) => root + child),
        at,
      );
      at += tree.feature.length;
    }
  }

  /** The summed leaves of a row, whose numbers are in the order of `features`; NaN is a missing number. */
  score(row: ArrayLike<number>): number {
    let sum = 0;
    for (const root of this.#roots) {
      let node = root;
      let feature = this.#feature[node] ?? -1;
      while (feature >= 0) {
        const x = row[feature] ?? Number.NaN;
        const left = Number.isNaN(x) ? this.#missing[node] === 1 : x < (this.#value[node] ?? 0);
        node = (left ? this.#left[node] : this.#right[node]) ?? root;
        feature = this.#feature[node] ?? -1;
      }
      sum += this.#value[node] ?? 0;
    }
    return sum;
  }
}
