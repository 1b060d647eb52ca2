import { describe, expect, it } from 'vitest';
import { type Candidate, holdsAnswer, likeliest } from '../../../src/search/direct/candidate.js';

const candidate = (score: number): Candidate => ({ from: 0, to: 1, features: {}, score });

describe('candidates for an answer', () => {
  it('are weighed against one another and against saying nothing', () => {
    expect(likeliest([candidate(0)])?.probability).toBeCloseTo(1 / 2);
    expect(likeliest([candidate(0), candidate(0)])?.probability).toBeCloseTo(1 / 3);
    expect(likeliest([candidate(-1), candidate(2)])?.best.score).toBe(2);
    expect(likeliest([])).toBeNull();
  });

  it('hold an answer more surely than one of two equals is it', () => {
    const two = [candidate(1), candidate(1)];
    expect(holdsAnswer(two)).toBeGreaterThan(likeliest(two)?.probability ?? 1);
    expect(holdsAnswer([candidate(1)])).toBeGreaterThan(
      holdsAnswer([candidate(0), candidate(-3), candidate(-3)]),
    );
    expect(holdsAnswer([])).toBe(0);
  });
});
