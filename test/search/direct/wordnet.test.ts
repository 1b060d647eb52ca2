import { describe, expect, it } from 'vitest';
import { isCommonNoun, isVerb, landOf, moreGeneral, nounKinds } from '../../../src/search/direct/wordnet.js';

describe('WordNet looked up in place', () => {
  it('knows what sort of thing a noun names', () => {
    expect(nounKinds('senator')).toContain('person');
    expect(nounKinds('town')[0]).toBe('location');
    expect(nounKinds('qwertyuiop')).toEqual([]);
  });

  it('finds the first and the last lemma of the file', () => {
    expect(nounKinds("'hood")).not.toEqual([]);
    expect(nounKinds('zyrian')).not.toEqual([]);
  });

  it('climbs to more general words', () => {
    expect(moreGeneral('sword').has('weapon')).toBe(true);
    expect(moreGeneral('lisbon').has('city')).toBe(true);
  });

  it('tells the land an adjective of origin belongs to', () => {
    expect(landOf('Spanish')).toBe('Spain');
    expect(landOf('happy')).toBeNull();
  });

  it('tells ordinary words from names, and verbs from others', () => {
    expect(isCommonNoun('party')).toBe(true);
    expect(isCommonNoun('lisbon')).toBe(false);
    expect(isVerb('resign')).toBe(true);
    expect(isVerb('lisbon')).toBe(false);
  });
});
