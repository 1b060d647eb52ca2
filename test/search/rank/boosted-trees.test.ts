import { describe, expect, it } from 'vitest';
import { DECISION_FEATURES } from '../../../src/search/decide/decision-features.js';
import { BoostedTrees } from '../../../src/search/rank/boosted-trees.js';
import { FEATURES } from '../../../src/search/rank/features.js';
import { openRankerWeights } from '../../../src/search/rank/ranker.js';
import { READER_FEATURES } from '../../../src/search/rank/reader-features.js';
import { LINE_FEATURES } from '../../../src/search/read/line-candidates.js';
import { PICKED_FEATURES } from '../../../src/search/read/line-picker.js';

const trees = new BoostedTrees({
  features: ['words', 'cosine'],
  trees: [
    // words < 0.5 ? -1 : (cosine < 0.25 ? 1 : 2), a missing cosine goes right
    {
      feature: [0, -1, 1, -1, -1],
      value: [0.5, -1, 0.25, 1, 2],
      left: [1, 0, 3, 0, 0],
      right: [2, 0, 4, 0, 0],
      missing: [1, 0, 0, 0, 0],
    },
    { feature: [-1], value: [0.25], left: [0], right: [0], missing: [0] },
  ],
});

describe('boosted trees', () => {
  it('sum the leaves a row falls into', () => {
    expect(trees.score([0.4, 0.9])).toBe(-0.75);
    expect(trees.score([0.5, 0.2])).toBe(1.25);
    expect(trees.score([0.9, 0.25])).toBe(2.25);
  });

  it('send a missing number where training sent it', () => {
    expect(trees.score([Number.NaN, 0.9])).toBe(-0.75);
    expect(trees.score([0.9, Number.NaN])).toBe(2.25);
  });

  it('that ship were trained on the features the program has, in their order', async () => {
    const { first, second, picker } = await openRankerWeights();
    expect(first.features).toEqual(FEATURES);
    expect(second?.features).toEqual([...FEATURES, ...READER_FEATURES, ...PICKED_FEATURES]);
    expect(picker.features).toEqual(LINE_FEATURES);
    expect(DECISION_FEATURES.slice(0, FEATURES.length)).toEqual(FEATURES);
  });
});
