import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandAsking } from '../../../src/search/direct/asking.js';
import { directAnswer } from '../../../src/search/direct/direct-answer.js';
import { verify } from '../../../src/search/direct/verify.js';
import { eventOf } from './event-of.js';

const word = fc.constantFrom(
  ...'who what which when where why how many much of the in did was Oskar Lind Halden 14 2031 years , ? - and king took over 谁 在哪里 多少人'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme' }),
);

describe('any words at all', () => {
  it('are read, checked and answered without failing, in words the event has', () => {
    fc.assert(
      fc.property(text, text, (question, sentence) => {
        const event = eventOf('2031-05-04', sentence);
        const asking = understandAsking(question);
        const answer = directAnswer(asking, event);
        for (const [from, to] of answer?.rests ?? []) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(sentence.length);
          expect(from).toBeLessThan(to);
        }
        const { probability } = verify(asking, event);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
