import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../src/import/related/names.js';

describe('names in a sentence', () => {
  it('are runs of capitalised words, without possessives', () => {
    expect(namesIn("The mayor of Rio de Janeiro leaves Norway's embassy at Bank of Oslo.")).toEqual([
      'Rio de Janeiro',
      'Norway',
      'Bank of Oslo',
    ]);
    expect(namesIn('The ferry leaves Malmö, Ångström’s “Öresund” sails.')).toEqual([
      'Malmö',
      'Ångström',
      'Öresund',
    ]);
  });

  it('are neither the first word of a sentence nor a day or month', () => {
    expect(namesIn('Ferries stop on Monday. Trams run again in April. "Buses" wait.')).toEqual([]);
  });

  it('are the same in plain ASCII as in any text', () => {
    const pieces = fc.constantFrom(...'AZaz9\'.- ,:"', ' of ', ' Ab', 'the ');
    const texts = fc.array(pieces).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(namesIn(`${text} –`)).toEqual(namesIn(`${text} -`));
      }),
    );
  });
});
