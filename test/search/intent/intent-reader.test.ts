import { beforeAll, describe, expect, test } from 'vitest';
import { IntentReader } from '../../../src/search/intent/intent-reader.js';

let reader: IntentReader;
beforeAll(async () => {
  reader = await IntentReader.open();
});
/** Made-up places and people: a reader that knew the events would take them for names, too. */
const NAMES = new Set(['karvonia', 'tolvere', 'marram', 'ostmark', 'vellamo', 'astrid']);
const read = (text: string) => reader.read(text, (word) => (NAMES.has(word) ? true : null));

describe('what a question wants', () => {
  test.each([
    ['list all mayors of Tolvere since 2004', 'list'],
    ['how many coups were there in Karvonia since 1999', 'count'],
    ['what is the longest bridge in Ostmark', 'superlative'],
    ['which happened first, the Tolvere fire or the Ostmark flood?', 'compare'],
    ['give me a timeline of the Karvonia crisis', 'timeline'],
    ['what else happened the day Vellamo resigned', 'same-day'],
    ['what led to the fall of Vellamo', 'led-to'],
    ['what came of the Tolvere trial', 'came-of'],
    ['any news on the Marram bridge', 'latest'],
    ['Who is the mayor of Tolvere?', 'fact'],
    ['How many people died in the Tolvere fire?', 'fact'],
  ])('%s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });
});

describe('how a message leans on what was said', () => {
  test.each([
    ['who won the marram cup in 2009', 'alone'],
    ['and in 2009?', 'other-time'],
    ['and ostmark?', 'other-subject'],
    ['how many people died', 'about-it'],
    ['when did she resign', 'pointing'],
    ['got a source?', 'source'],
  ])('%s', (text, leaning) => {
    expect(read(text).leaning).toBe(leaning);
  });
});

test('the two sides of a comparison are distinguished', () => {
  const { words } = read('was the Tolvere fire deadlier than the Ostmark flood');
  const side = (slot: string) => words.filter((word) => word.slot === slot).map(({ word }) => word);
  expect(side('first')).toContain('tolvere');
  expect(side('second')).toContain('ostmark');
});
