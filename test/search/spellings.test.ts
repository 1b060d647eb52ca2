import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Spellings } from '../../src/search/spellings.js';
import { editDistance } from '../../src/text/edit-distance.js';

const edits = (a: string, b: string) => editDistance(a, b, Math.max(a.length, b.length));

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

describe('the spellings near to a word', () => {
  const spellings = new Spellings();
  for (const word of ['hospital', 'hostile', 'harbour', 'bridge', 'a']) spellings.add(word);

  it('are the known words few edits away', () => {
    expect(spellings.near('hosptial', 1)).toEqual([{ word: 'hospital', cost: 1 }]);
    expect(spellings.near('rbidge', 1)).toEqual([{ word: 'bridge', cost: 1 }]);
    expect(spellings.near('tower', 2)).toEqual([]);
  });

  it('are all those few edits away that begin alike', () => {
    const word = fc.stringMatching(/^a[abyz]{2,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 20 }),
        word,
        fc.constantFrom(1, 2),
        (known, typed, most) => {
          const among = new Spellings();
          for (const one of known) among.add(one);
          const found = among.near(typed, most).map((spelling) => spelling.word);
          const expected = known.filter((one) => edits(typed, one) <= most);
          expect(found.toSorted()).toEqual(expected.toSorted());
        },
      ),
    );
  });
});
