import { BoostedTrees, type TreesFile } from '../rank/boosted-trees.js';
import { softmax } from '../softmax.js';
import type { DirectAnswer } from './answer-line.js';
import { LINE_FEATURES, type LineCandidate } from './line-candidates.js';

/** How the picked line stands out from the others of its event. */
const STANDING = ['pick', 'pickGap', 'pickShare'] as const;
/** What the ranking of events sees of the line an event would give, of LINE_FEATURES. */
const SEEN = [
  ...['wantedFamily', 'ruleShare', 'ruleScore', 'kindShare', 'kindLeads', 'startBelow', 'endBelow', 'mass'],
  ...['overlap', 'is-date', 'is-number', 'is-name', 'is-place', 'is-reason', 'is-reader', 'is-yes', 'is-no'],
  ...['g-called', 'g-alike', 'g-other', 'g-agrees', 'g-near', 'g-measure', 'g-unit', 'g-same', 'g-done'],
];
const SEEN_AT = SEEN.map((name) => LINE_FEATURES.indexOf(name as (typeof LINE_FEATURES)[number]));

/** The numbers of PickedLine's `row`, in their order. */
export const PICKED_FEATURES: readonly string[] = [...STANDING, ...SEEN];
/** The numbers of PickedLine's `features`, in their order. */
export const PICKED_LINE_FEATURES: readonly string[] = [...LINE_FEATURES, ...STANDING];

/** The line that fits best of those that an event may give. */
export interface PickedLine {
  readonly line: DirectAnswer;
  /** In the order of PICKED_LINE_FEATURES. */
  readonly features: Float32Array;
  /** In the order of PICKED_FEATURES. */
  readonly row: Float32Array;
}

/** The gap to the next line where there is none. */
const ONLY_ONE = 10;

/** Picks the line that an event gives, given that it is the event asked about. */
export class LinePicker {
  readonly #trees: BoostedTrees;

  constructor(trees: TreesFile) {
    this.#trees = new BoostedTrees(trees);
  }

  /** The names of the numbers it was trained on: LINE_FEATURES. */
  get features(): readonly string[] {
    return this.#trees.features;
  }

  /** The best line; null where there is none. */
  pick(lines: readonly LineCandidate[]): PickedLine | null {
    const scores = lines.map(({ features }) => this.#trees.score(features));
    const most = Math.max(...scores);
    const best = scores.indexOf(most);
    const picked = lines[best];
    if (!picked) return null;
    const second = Math.max(...scores.filter((_, i) => i !== best));
    const gap = scores.length > 1 ? most - second : ONLY_ONE;
    const standing = [most, gap, softmax(scores)[best] ?? 1];
    const { line, features } = picked;
    return {
      line,
      features: Float32Array.from([...features, ...standing]),
      row: Float32Array.from([...standing, ...SEEN_AT.map((at) => features[at] ?? Number.NaN)]),
    };
  }
}
