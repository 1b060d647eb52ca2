import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Pieces } from '../../../src/search/encode/pieces.js';

let pieces: Pieces;

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('#models/encoder-vocab.txt');
  pieces = new Pieces(await readFile(file, 'utf8'));
});

describe('the pieces of a text', () => {
  it('are the same whatever accents and quotes it is written with', () => {
    const idsOf = (text: string) => pieces.cut(text).map(({ id }) => id);
    expect(idsOf('Erdoğan’s “plan”')).toEqual(idsOf('Erdogan\'s "plan"'));
    expect(idsOf('a  b\u00a0c')).toEqual(idsOf('a b c'));
  });

  it('are one unknown piece for each word of another script', () => {
    expect(pieces.cut('鱼市场').filter(({ id }) => id === 0)).toHaveLength(1);
    expect(pieces.cut('')).toEqual([]);
  });

  it('come in order, cover every letter of a word, and number the words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z0-9]{1,12}$/), { maxLength: 6 }), (words) => {
        const text = words.join(' ');
        const cut = pieces.cut(text);
        expect(new Set(cut.map(({ word }) => word)).size).toBe(words.length);
        words.forEach((word, number) => {
          const own = cut.filter((piece) => piece.word === number);
          const from = Math.min(...own.map(({ start }) => start));
          const to = Math.max(...own.map(({ end }) => end));
          expect(text.slice(from, to)).toBe(word);
        });
      }),
    );
  });
});
