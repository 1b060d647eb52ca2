import { expect, it } from 'vitest';
import { understandAsking } from '../../../src/search/read/rules/asking.js';
import { asksHowItIs } from '../../../src/search/read/rules/present.js';

const asks = (question: string) => asksHowItIs(understandAsking(question));

it.each([
  'Who is the mayor of Aldmere?',
  'How many people have died in the Lind floods?',
  'is Virtala still in office',
  'Which party has the most seats?',
])('“%s” asks how things are', (question) => {
  expect(asks(question)).toBe(true);
});

it.each([
  'Who was the mayor of Aldmere in 2031?',
  'How many people died in the Lind floods?',
  'When did Virtala resign?',
  'Aldmere bridge',
])('“%s” asks what happened, or names something', (question) => {
  expect(asks(question)).toBe(false);
});
