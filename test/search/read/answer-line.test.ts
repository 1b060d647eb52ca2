import { describe, expect, it } from 'vitest';
import type { PairReading } from '../../../src/search/encode/text-models.js';
import { spanLine } from '../../../src/search/read/answer-line.js';
import { reported } from '../event-fixtures.js';

const EVENT = reported(
  '2031-05-04',
  'The probe Lodestar will reach Jupiter on 3 June 2034, its builders (in Norland) say.',
);

/** A reading that marks some words of the event, as the reader sees its text: behind the date. */
function marking(words: string): PairReading {
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
  return {
    relevance: 1,
    kinds: [0, 5, 0, 0, 0],
    starts: pieces.map((piece) => (piece.from <= from && piece.to > from ? 9 : 0)),
    ends: pieces.map((piece) => (piece.from < to && piece.to >= to ? 9 : 0)),
    pieces,
  };
}

describe('the words that a reading marks', () => {
  it('are a line without the marks around them', () => {
    expect(spanLine(EVENT, marking('Norland)'))).toMatchObject({ text: 'Norland', value: null });
    const line = spanLine(EVENT, marking('The probe Lodestar'));
    expect(line?.rests.map(([from, to]) => EVENT.sentence.slice(from, to))).toEqual(['The probe Lodestar']);
  });

  it('carry the date that they name, not the event’s', () => {
    expect(spanLine(EVENT, marking('3 June 2034,'))).toMatchObject({
      text: '3 June 2034',
      value: '2034-06-03',
    });
  });
});
