import { beforeAll, describe, expect, it } from 'vitest';
import { EventMeanings } from '../../../src/search/meaning/event-meanings.js';
import { WordVectors } from '../../../src/search/meaning/word-vectors.js';
import { termsOf } from '../../../src/search/terms.js';

let vectors: WordVectors;

beforeAll(async () => {
  vectors = await WordVectors.open();
});

function rowOf(word: string): number {
  const row = vectors.row(word);
  if (row === undefined) throw new Error(`no vector for ${word}`);
  return row;
}

const nearness = (one: string, other: string) => vectors.nearness(rowOf(one), rowOf(other));

describe('the nearness of two words', () => {
  it('is greater where they are used alike, whether or not a dictionary ties them', () => {
    expect(nearness('hamburger', 'mcdonald')).toBeGreaterThan(nearness('hamburger', 'glacier'));
    expect(nearness('romance', 'relationship')).toBeGreaterThan(nearness('romance', 'tractor'));
  });

  it('is 1 for a word with itself, and the same both ways', () => {
    expect(nearness('harbour', 'harbour')).toBe(1);
    expect(nearness('harbour', 'ship')).toBe(nearness('ship', 'harbour'));
  });

  it('is unknown for a word that nobody uses', () => {
    expect(vectors.row('qqzzxx')).toBeUndefined();
  });
});

describe('what events mean', () => {
  const questionOf = (...words: string[]) => {
    const sum = new Int8Array(vectors.dimensions);
    vectors.sum(words.map(rowOf), sum);
    return sum;
  };
  const events = async () => {
    const meanings = new EventMeanings(vectors);
    meanings.push(termsOf('Fishermen bring home the largest catch'));
    meanings.push(termsOf('Parliament passes a budget'));
    meanings.push(termsOf('qqzzxx'));
    await meanings.compile();
    return meanings;
  };

  it('tells the event nearest to a question that shares no word with it', async () => {
    const told = await events();
    const question = questionOf('sailors', 'cod', 'net');
    expect(told.nearest(question, 3, () => 1)[0]).toBe(0);
    expect(told.nearness(0, 'cod')).toBeGreaterThan(told.nearness(1, 'cod'));
  });

  it('is like nothing for an event and for a question of unknown words', async () => {
    const told = await events();
    expect(told.likeness(2, questionOf('sailors'))).toBe(0);
    expect(told.nearest(questionOf(), 3, () => 1)).toEqual([]);
    expect(told.nearness(0, 'qqzzxx')).toBe(0);
  });
});
