import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compress, EventVectors } from '../../../src/search/encode/event-vectors.js';

/** A unit vector of 256 numbers from a seed. */
function unit(seed: number): Float32Array {
  const numbers = Float32Array.from({ length: 256 }, (_, i) => Math.sin(seed * 12.9898 + i * 78.233));
  const length = Math.hypot(...numbers);
  return numbers.map((x) => x / length);
}

describe('the vectors of events', () => {
  it('give the nearest as comparing with every one of them does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 1000 }), (count, seed) => {
        const vectors = new EventVectors();
        for (let i = 0; i < count; i++) vectors.put(i, compress(unit(seed + i)));
        const asked = unit(seed + 0.001);
        const all = Array.from({ length: count }, (_, i) => i)
          .map((event) => ({ event, cosine: vectors.cosine(event, asked) }))
          .filter(({ cosine }) => cosine > 0.2)
          .sort((a, b) => b.cosine - a.cosine);
        const nearest = vectors.nearest(asked, 3, () => 1);
        expect(nearest).toEqual(all.slice(0, 3).map(({ event }) => event));
        expect(nearest[0]).toBe(0);
      }),
    );
  });

  it('keep a cosine within a hundredth though each number is one byte', () => {
    const vectors = new EventVectors();
    vectors.put(7, compress(unit(1)));
    const exact = unit(1).reduce((sum, x, i) => sum + x * (unit(2)[i] ?? 0), 0);
    expect(vectors.cosine(7, unit(1))).toBeCloseTo(1, 1);
    expect(Math.abs(vectors.cosine(7, unit(2)) - exact)).toBeLessThan(0.01);
  });

  it('know nothing of an event that was taken out', () => {
    const vectors = new EventVectors();
    vectors.put(0, compress(unit(1)));
    vectors.put(1, compress(unit(1)));
    vectors.remove(0);
    expect(vectors.count).toBe(1);
    expect(vectors.cosine(0, unit(1))).toBeNaN();
    expect(vectors.nearest(unit(1), 5, () => 1)).toEqual([1]);
  });

  it('prefer an event of the asked time to one as near', () => {
    const vectors = new EventVectors();
    vectors.put(0, compress(unit(1)));
    vectors.put(1, compress(unit(1)));
    expect(vectors.nearest(unit(1), 1, (event) => (event === 1 ? 1 : 0.4))).toEqual([1]);
  });
});
