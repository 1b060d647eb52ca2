import { describe, expect, test } from 'vitest';
import { splitQuestion } from '../../../src/archive/parts/split-question.js';

describe('a question of two parts', () => {
  test.each([
    ['who won the Marram Cup and by how much?', ['who won the Marram Cup', 'by how much']],
    ['When did Astrid Vellamo die, and how old was she?', ['When did Astrid Vellamo die', 'how old was she']],
    ['which town won and what was the score', ['which town won', 'what was the score']],
    ['what happened in Tolvere and why', ['what happened in Tolvere', 'why']],
  ])('is split where the second question word begins: %s', (text, parts) => {
    expect(splitQuestion(text)).toEqual(parts);
  });

  test('shares the clause between two question words before it', () => {
    expect(splitQuestion('when and where did the bridge fall?')).toEqual([
      'when did the bridge fall',
      'where did the bridge fall',
    ]);
  });
});

test.each([
  'who won the cup and the league?',
  'who is the king of Karvonia and his wife',
  'Ostmark and Karvonia sign a treaty, when?',
  'who and what',
  '',
])('one question stays whole: %s', (text) => {
  expect(splitQuestion(text)).toBeNull();
});
