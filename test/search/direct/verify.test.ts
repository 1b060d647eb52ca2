import { describe, expect, it } from 'vitest';
import { understandAsking } from '../../../src/search/direct/asking.js';
import { verify } from '../../../src/search/direct/verify.js';
import { eventOf } from './event-of.js';

const trial = eventOf(
  '2031-03-09',
  'A court in Halden sentences shipping magnate Oskar Lind to 12 years in prison for bribing three ministers.',
);
const probability = (question: string) => verify(understandAsking(question), trial).probability;

describe('whether an event states what is asked', () => {
  it('trusts an event that holds an answer of the wanted kind more than one that holds none', () => {
    expect(probability('How many years in prison did Oskar Lind get for bribing ministers?')).toBeGreaterThan(
      probability('How much did Oskar Lind pay the ministers he bribed in prison?'),
    );
  });

  it('distrusts an event that lacks the name asked about', () => {
    expect(probability('Who was sentenced in Halden for bribing ministers?')).toBeGreaterThan(
      probability('Who was sentenced in Drammen for bribing ministers?'),
    );
  });

  it('distrusts an event of another year', () => {
    expect(probability('Where was Oskar Lind sentenced in 2031?')).toBeGreaterThan(
      probability('Where was Oskar Lind sentenced in 2019?'),
    );
  });

  it('trusts an event less that is about another land than the one asked about', () => {
    const answer = (question: string) => verify(understandAsking(question), trial).evidence.answer;
    expect(answer('Which shipping magnate did a Halden court send to prison?')).toBeGreaterThan(
      answer('Which Spanish magnate did a Halden court send to prison?'),
    );
  });

  it('names what the verdict rests on', () => {
    const { evidence } = verify(understandAsking('When did Oskar Lind bribe 14 ministers in 2019?'), trial);
    expect(evidence).toMatchObject({ names: 1, year: 1, numbers: 1 });
  });
});
