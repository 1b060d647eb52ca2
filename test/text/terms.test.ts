import { describe, expect, it } from 'vitest';
import { termsOf } from '../../src/text/terms.js';

const terms = (text: string) => termsOf(text).flatMap(({ term }) => term || []);

describe('the terms of a text', () => {
  it('are the same whatever the accents, case, hyphens and dashes', () => {
    expect(terms('São Tomé–Príncipe TALKS')).toEqual(terms('sao tome-principe talks'));
  });

  it('bring plural and derived forms of a word together', () => {
    expect(terms('elections')).toEqual(terms('election'));
    expect(terms('won')).toEqual(terms('winning'));
  });

  it('know the United States by any of its names, but not the pronoun', () => {
    for (const name of ['US', 'U.S.', 'USA', 'United States', 'united states of America'])
      expect(terms(name)).toEqual(['usa']);
    expect(terms('they told us')).toEqual(terms('they told'));
  });

  it('read a disease and its number, a flight and a rocket as one name', () => {
    expect(terms('COVID-19')).toEqual(terms('covid'));
    expect(terms('MH-17')).toEqual(terms('MH17'));
  });

  it('read numbers alike in digits and in words', () => {
    expect(terms('1,000 people')).toEqual(terms('1000 people'));
    expect(terms('thirty-five')).toEqual(['35']);
    expect(terms('seven dead')).toEqual(terms('7 dead'));
  });

  it('leave the possessive off', () => {
    expect(terms("Kenya's president")).toEqual(terms('Kenya president'));
  });

  it('split Chinese into words, shorter ones within them too, and drop those that mean nothing on their own', () => {
    expect(terms('北约和俄罗斯的关系')).toEqual(['北约', '俄罗斯', '罗斯', '关系']);
  });

  it('say where each word is in the text', () => {
    const text = 'The “Brexit” vote';
    for (const { start, end, word } of termsOf(text)) expect(text.slice(start, end).toLowerCase()).toBe(word);
  });
});
