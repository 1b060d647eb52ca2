import { describe, expect, it } from 'vitest';
import type { PairReading } from '../../../src/search/encode/text-models.js';
import { lineOf } from '../../../src/search/read/answer-line.js';
import { told } from '../event-fixtures.js';

const EVENT = told(
  '2031-05-04',
  'The probe Lodestar will reach Jupiter on 3 June 2034, its builders (in Norland) say.',
);

/** A reading that marks some words of the event, as the reader sees its text: behind the date. */
function marking(words: string, kind: 'span' | 'date' | 'yes' | 'no' = 'span'): PairReading {
  const text = `4 May 2031. ${EVENT.headline}`;
  const pieces = [...text.matchAll(/\S+/g)].map(([word], i) => ({ word: i, text: word, from: 0, to: 0 }));
  let at = 0;
  for (const piece of pieces) {
    piece.from = text.indexOf(piece.text, at);
    piece.to = piece.from + piece.text.length;
    at = piece.to;
  }
  const from = text.indexOf(words);
  const to = from + words.length;
  const kinds = ['none', 'span', 'date', 'yes', 'no'].map((name) => (name === kind ? 5 : 0));
  return {
    relevance: 1,
    kinds,
    starts: pieces.map((piece) => (piece.from <= from && piece.to > from ? 9 : 0)),
    ends: pieces.map((piece) => (piece.from < to && piece.to >= to ? 9 : 0)),
    pieces,
  };
}

describe('the line that a reading gives', () => {
  it('is the words marked, without the marks around them', () => {
    expect(lineOf(EVENT, marking('Norland)'))).toMatchObject({ text: 'Norland', value: null });
    const line = lineOf(EVENT, marking('The probe Lodestar'));
    expect(line?.rests.map(([from, to]) => EVENT.sentence.slice(from, to))).toEqual(['The probe Lodestar']);
  });

  it('has the date that the words name, not the event’s', () => {
    expect(lineOf(EVENT, marking('3 June 2034,'))).toMatchObject({
      text: '3 June 2034',
      value: '2034-06-03',
    });
  });

  it('is the event’s day, Yes or No where that is what answers', () => {
    expect(lineOf(EVENT, marking('probe', 'date'))).toMatchObject({
      text: '4 May 2031',
      value: '2031-05-04',
    });
    expect(lineOf(EVENT, marking('probe', 'yes'))?.text).toBe('Yes');
    expect(lineOf(EVENT, marking('probe', 'no'))?.text).toBe('No');
  });
});
