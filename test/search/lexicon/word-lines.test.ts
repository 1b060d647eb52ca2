import { describe, expect, it } from 'vitest';
import { numberAt, WordLines } from '../../../src/search/lexicon/word-lines.js';

const text = Buffer.from('  1 a licence \napple 12\napple_pie 3\npie 40');
const lines = new WordLines(text);
const numberOf = (word: string) => {
  const at = lines.after(word);
  return at < 0 ? null : numberAt(text, at);
};

describe('lines found by their first word', () => {
  it('are found whichever they are, the last without a line break', () => {
    expect(['apple', 'apple_pie', 'pie'].map(numberOf)).toEqual([12, 3, 40]);
  });

  it('are not found by the beginning of a word, nor by none', () => {
    expect(['app', 'apples', 'licence', ''].map(numberOf)).toEqual([null, null, null, null]);
  });

  it('are all found where there are many', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `word${i}`);
    const many = Buffer.from(words.map((word, i) => `${word} ${i}\n`).join(''));
    const found = new WordLines(many);
    expect(words.map((word) => numberAt(many, found.after(word)))).toEqual(words.map((_, i) => i));
  });
});
