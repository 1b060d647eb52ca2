import { describe, expect, it } from 'vitest';
import { takeApart } from '../../src/events/lead-in.js';

describe('a headline that leads in with stories', () => {
  it.each([
    ['Aldmere harbour strike: Dockers stop work.', ['Aldmere harbour strike'], 'Dockers stop work.'],
    [
      'Westmark civil war: Siege of Dunhaven: Two bridges fall.',
      ['Westmark civil war', 'Siege of Dunhaven'],
      'Two bridges fall.',
    ],
    ['World Tide Day:Fishers march in Aldmere.', ['World Tide Day'], 'Fishers march in Aldmere.'],
    ['Aldmere general election: 2031: Polls open.', ['Aldmere general election, 2031'], 'Polls open.'],
    ['Dunhaven: Westmark: shootings: Two men die.', ['Dunhaven', 'Westmark, shootings'], 'Two men die.'],
    ['Drug war; Harbour strike: Ships wait outside.', ['Drug war', 'Harbour strike'], 'Ships wait outside.'],
    ['al-Nadir insurgency: A road is closed.', ['al-Nadir insurgency'], 'A road is closed.'],
    [
      'Westmark civil war (2029–present): A truce holds.',
      ['Westmark civil war (2029–present)'],
      'A truce holds.',
    ],
    ['港口罢工：工人停止夜班工作。', ['港口罢工'], '工人停止夜班工作。'],
  ])('%s', (headline, leadIns, sentence) => {
    expect(takeApart(headline)).toEqual({ leadIns, sentence });
  });
});

describe('a sentence with a colon of its own is left whole', () => {
  it.each([
    'Two attacks take place in Aldmere: one outside the town hall, one at the port.',
    'The court says: the law stands.',
    'A study in Tides: The Journal finds that ports silt up.',
    'The jury names its winners: Anna Berg and Tom Hale.',
    'The clock is moved from UTC-4:30 to UTC-4.',
    'Dockers stop work at 10:30 in the morning.',
    'Read more at https://example.org/a.',
    '交通部宣佈：列车停运三天。',
    'Strike:',
  ])('%s', (headline) => {
    expect(takeApart(headline)).toEqual({ leadIns: [], sentence: headline });
  });
});

it('takes a story off that ends with a full stop only where the file knows it', () => {
  const headline = '2031 Aldmere flood. Rivers rise above their banks.';
  expect(takeApart(headline).leadIns).toEqual([]);
  expect(takeApart(headline, (name) => name === '2031 Aldmere flood')).toEqual({
    leadIns: ['2031 Aldmere flood'],
    sentence: 'Rivers rise above their banks.',
  });
});
