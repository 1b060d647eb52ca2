import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits } from '../../src/search/mend.js';

describe('the edits between two words', () => {
  it('count a swapped pair of letters once', () => {
    expect(edits('recieve', 'receive')).toBe(1);
    expect(edits('aldmere', 'aldmere')).toBe(0);
    expect(edits('dodick', 'dodik')).toBe(1);
  });

  it('are the same both ways and never more than the longer word', () => {
    const word = fc.stringMatching(/^[a-d]{0,6}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(edits(a, b)).toBe(edits(b, a));
        expect(edits(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
