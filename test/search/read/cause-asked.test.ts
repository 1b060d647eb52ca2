import { expect, test } from 'vitest';
import { causeAsked } from '../../../src/search/read/rules/cause-asked.js';

test.each([
  ['why did the bridge fall?', 'why'],
  ['and why', 'why'],
  ['how come he resigned', 'why'],
  ['how did Astrid Vellamo die', 'how'],
  ['and how was it stolen?', 'how'],
  ['how many people died', null],
  ['how old was she', null],
  ['how did the strike end', null],
  ['when did the bridge fall', null],
])('what is asked of what happened: %s', (question, asked) => {
  expect(causeAsked(question)).toBe(asked);
});
