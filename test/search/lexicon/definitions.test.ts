import { beforeAll, describe, expect, it } from 'vitest';
import { definitionTerms } from '../../../src/search/lexicon/definition-terms.js';
import { Definitions } from '../../../src/search/lexicon/definitions.js';
import { PARTS, WordNet } from '../../../src/search/lexicon/wordnet.js';
import { termOf } from '../../../src/search/terms.js';

let definitions: Definitions;
let net: WordNet;

beforeAll(async () => {
  [definitions, net] = await Promise.all([Definitions.open(), WordNet.open()]);
});

describe('a definition', () => {
  it('is found by each of its words, in any form', () => {
    const [penguin] = net.meanings('n', 'penguin');
    const key = (penguin ?? 0) * 4 + PARTS.indexOf('n');
    const terms = definitionTerms(net.gloss('n', penguin ?? 0));
    expect(terms).toContain(termOf('flightless'));
    for (const term of terms.filter((word) => definitions.rarity(word) > 0.5))
      expect(definitions.definedWith(term)).toContain(key);
  });

  it('is read without its examples', () => {
    expect(definitionTerms('move at a speed; "he ran to the baker" ; "run!"')).toEqual(
      [...'move speed'.split(' ')].map(termOf),
    );
  });

  it('tells nothing by a word that stands in thousands', () => {
    expect(definitions.definedWith(termOf('person'))).toHaveLength(0);
    expect(definitions.rarity(termOf('person'))).toBeLessThan(definitions.rarity(termOf('flightless')));
  });

  it('is never found by a word that none has', () => {
    expect(definitions.definedWith('qqzzxx')).toHaveLength(0);
  });
});
