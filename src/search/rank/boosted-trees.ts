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

/** The share of the trees that show which rows can't be among the best. */
const FIRST_TREES = 0.3;

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
    return this.#sum(row, 0, this.#roots.length);
  }

  /**
   * The scores of many rows of which only the best matter: after the first trees the others go no further and are put below
   * all that do, in the order they have then.
   *
   * @param kept how many are scored by all trees.
   */
  scores(rows: readonly ArrayLike<number>[], kept: number): number[] {
    const { length } = this.#roots;
    if (rows.length <= kept) return rows.map((row) => this.score(row));
    const some = Math.ceil(length * FIRST_TREES);
    const begun = rows.map((row) => this.#sum(row, 0, some));
    const least = [...begun].sort((a, b) => b - a)[kept - 1] ?? 0;
    const scores = rows.map((row, i) => {
      const sum = begun[i] ?? 0;
      return sum < least ? Number.NaN : sum + this.#sum(row, some, length);
    });
    const lowest = scores.reduce((low, score) => (score < low ? score : low), Number.POSITIVE_INFINITY);
    return scores.map((score, i) => (Number.isNaN(score) ? lowest + (begun[i] ?? 0) - least : score));
  }

  /** The leaves of a row in the trees `[from, to)`. */
  #sum(row: ArrayLike<number>, from: number, to: number): number {
    let sum = 0;
    for (let tree = from; tree < to; tree++) {
      const root = this.#roots[tree] ?? 0;
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
