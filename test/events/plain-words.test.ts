import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareWords } from '../../src/events/event-id.js';
import { plainWords } from '../../src/events/plain-words.js';

/** Bare words by patterns alone, for any script. */
const byPatterns = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const LETTERS = "aZ7 .,-'’“–…éÅßøłİǆﬁΣ北\u0301€";

describe('plain words', () => {
  it('are separated by the gap that is asked for, without accents and punctuation', () => {
    expect(plainWords('“Águas” — a 2nd  ferry, at last!', '-')).toBe('aguas-a-2nd-ferry-at-last');
  });

  it('are none where a letter is not one from A to Z', () => {
    expect(plainWords('Strømmen', ' ')).toBeNull();
    expect(plainWords('北约宣布会议', ' ')).toBeNull();
  });

  it('are the words that patterns find, in any script', () => {
    const texts = fc.array(fc.constantFrom(...LETTERS)).map((letters) => letters.join(''));
    fc.assert(fc.property(texts, (text) => bareWords(text) === byPatterns(text)));
  });
});
