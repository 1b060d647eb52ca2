import { describe, expect, test } from 'vitest';
import { isSameReport, reportWords } from '../../../src/archive/story/same-report.js';
import { tiesOf } from '../../../src/archive/story/ties.js';
import type { CalendarDate } from '../../../src/events/calendar-date.js';
import { anEvent } from './events.js';

const report = (date: CalendarDate, sentence: string) => {
  const event = anEvent(date, sentence);
  return reportWords(event, tiesOf(event));
};
const same = (one: [CalendarDate, string], other: [CalendarDate, string]) =>
  isSameReport(report(...one), report(...other));

describe('two reports', () => {
  test('in nearly the same words within days are of one thing', () => {
    expect(
      same(
        ['2014-07-01', 'Quillmere harbour workers end their strike after two weeks of talks.'],
        ['2014-07-02', 'Harbour workers in Quillmere end a strike after weeks of talks.'],
      ),
    ).toBe(true);
  });

  test('of a final and the game before it are of two', () => {
    expect(
      same(
        ['2014-07-08', 'Karvonia defeats Ostmark in the first semi-final of the Marram Cup in Quillmere.'],
        [
          '2014-07-11',
          'Karvonia defeats Tolvere in extra time to win the final of the Marram Cup in Aldmere.',
        ],
      ),
    ).toBe(false);
  });

  test('are not of one thing because a short one has no words of its own', () => {
    expect(
      same(
        ['2014-07-08', 'Power is restored to the Halden Nuclear Plant.'],
        [
          '2014-07-09',
          'Engineers without power for the pumps fight another blaze beside a cooling pool of the Halden Nuclear Plant.',
        ],
      ),
    ).toBe(false);
  });

  test('are of two things where weeks are between them, whatever their words', () => {
    const sentence = 'Thousands march through Quillmere against the new harbour fees.';
    expect(same(['2014-07-01', sentence], ['2014-07-22', sentence])).toBe(false);
  });
});
