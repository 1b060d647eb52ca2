import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../src/search/direct/numbers.js';
import { tagText } from '../../../src/search/direct/tagged-text.js';

const numbersIn = (text: string) => {
  const tokens = tagText(text);
  return findNumbers(tokens).map(({ from, to, measure }) => [
    text.slice(tokens[from]?.start, tokens[to - 1]?.end),
    measure,
  ]);
};

describe('the numbers of a sentence', () => {
  it.each([
    ['Twenty-five sheep escape.', [['Twenty-five', 'count']]],
    ['It costs $2.5 billion.', [['$2.5 billion', 'money']]],
    ['Prices rise 3 percent.', [['3 percent', 'percent']]],
    ['The poet dies at the age of 91.', [['91', 'age']]],
    ['She is jailed for six and a half years.', [['six and a half', 'duration']]],
    ['An earthquake of magnitude 5.9 hits the coast.', [['5.9', 'strength']]],
    ['A fourteen-year-old boy rows home.', [['fourteen', 'age']]],
    ['About 1.5 to 2 million bees escape.', [['1.5 to 2 million', 'count']]],
    ['He receives a 78-month sentence.', [['78', 'duration']]],
    ['He is jailed for 3 years and 8 months.', [['3 years and 8', 'duration']]],
    ['The silt lies 40 centimetres deep.', [['40', 'distance']]],
    ['Only 45 000 herrings are left.', [['45 000', 'count']]],
    ['Winds of 130 km/h uproot oaks.', [['130', 'speed']]],
    ['A quake measuring 3.2 on the Richter scale wakes Halden.', [['3.2', 'strength']]],
    ['Norland wins 51–38 on Sunday.', [['51–38', 'score']]],
    ['A Tupolev 154-200 lands.', []],
    ['Half a million herrings die.', [['Half a million', 'count']]],
    ['Norland wins 3-1 on Sunday.', [['3-1', 'score']]],
    ['Two-thirds of voters agree.', [['Two-thirds', 'percent']]],
    ['They invoke Article 50 of the charter.', [['50', 'rank']]],
    ['Tens of thousands of people march.', [['Tens of thousands', 'count']]],
    [
      'The fair opens on 14 May 2031.',
      [
        ['14', 'date'],
        ['2031', 'date'],
      ],
    ],
  ])('%s', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });
});
