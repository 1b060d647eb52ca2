import { expect, it } from 'vitest';
import { TextClassifier } from '../../../src/search/intent/text-classifier.js';
import { textGrams } from '../../../src/search/intent/text-grams.js';

const file = {
  labels: ['question', 'thanks'],
  words: { bias: [0, 0], grams: { '^ thank you': [0, 4] } },
  full: { bias: [0, 0], grams: { '^ thank you': [0, 4] }, vector: [[9, 0]] },
};
const classifier = new TextClassifier(file, ['question', 'thanks']);

it('tells texts apart by their words where there is no vector', () => {
  expect(classifier.classify('Thank you very much', null).get('thanks')).toBeGreaterThan(0.9);
  expect(classifier.classify('very much', null).get('thanks')).toBeCloseTo(0.5);
});

it('weighs the vector where there is one', () => {
  expect(classifier.classify('Thank you very much', Float32Array.from([1])).get('question')).toBeGreaterThan(
    0.9,
  );
});

it('gives probabilities that add up to one', () => {
  const all = [...classifier.classify('Thank you', null).values()];
  expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
});

it('refuses a file with a label that the program doesn’t know', () => {
  expect(() => new TextClassifier(file, ['question'])).toThrow('unknown label: thanks');
});

it('sees words in any writing of their letters, and figures by their length', () => {
  expect(textGrams('Café IN 2016')).toEqual(textGrams('cafe in 1999'));
  expect(textGrams('in 2016')).not.toEqual(textGrams('in 16'));
});
