import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/events/calendar-date.js';
import type { DateReading } from '../../src/time/date-reading.js';
import { readTime } from '../../src/time/read-time.js';
import { timeTable, today } from './time-table.js';

/** A reading as the table writes it. */
function written(reading: DateReading): string {
  if (reading.kind !== 'span' && reading.kind !== 'ambiguous') return reading.kind;
  const spans = reading.kind === 'span' ? [reading.span] : reading.readings;
  const days = spans.map(({ from, to }) => (from === to ? from : `${from ?? ''}..${to ?? ''}`));
  return `${days.join(' or ')} | ${spans[0]?.grain}`;
}

const rows = timeTable
  .trim()
  .split('\n')
  .map((line) => {
    const [words = '', ...meaning] = line.split(' | ');
    return { words, meaning: meaning.join(' | ') };
  });

describe('reading a time', () => {
  it('has a table of at least 200 ways to say one', () => {
    expect(new Set(rows.map((row) => row.words)).size).toBeGreaterThanOrEqual(200);
  });

  it.each(rows)('reads "$words"', ({ words, meaning }) => {
    expect(written(readTime(words, today as CalendarDate))).toBe(meaning);
  });
});

describe('what is no time', () => {
  it.each([
    '30 February 2016',
    '29 Feb 2015',
    '31 April',
    'April 31, 2016',
    '2016-02-30',
    '2016-13-01',
    '31/04/2016',
    '2016-13',
    'week 54 of 2016',
    'Q5 2016',
    'fifth Monday of February 2017',
    '32 January 2016',
    '2016年2月30日',
    '2015年2月29日',
  ])('says that the calendar has no %s', (words) => {
    expect(readTime(words, today)).toEqual({ kind: 'invalid', text: words });
  });

  it.each([
    '',
    '   ',
    'Brexit',
    'two days after Lena Berg became president',
    '2018 World Cup',
    'the day of the landing',
    'noon',
    '12',
    'the first of us',
    'the',
    'in',
    '99999999999999999999',
    'april showers',
  ])('does not take "%s" for a date', (words) => {
    expect(readTime(words, today)).toEqual({ kind: 'not-a-date' });
  });
});

describe('what is read from the person', () => {
  it('puts the reading of their locale first', () => {
    const us = readTime('04/08/2016', today, { locale: 'en-US' });
    const gb = readTime('04/08/2016', today, { locale: 'en-GB' });
    expect(us.kind === 'ambiguous' && us.readings[0]?.from).toBe('2016-04-08');
    expect(gb.kind === 'ambiguous' && gb.readings[0]?.from).toBe('2016-08-04');
  });

  it('reads dates in the language of their locale', () => {
    const span = { from: '2016-04-08', to: '2016-04-08', grain: 'day' };
    expect(readTime('8 avril 2016', today, { locale: 'fr' })).toMatchObject({ kind: 'span', span });
    expect(readTime('8 de abril de 2016', today, { locale: 'es-ES' })).toMatchObject({ kind: 'span', span });
  });

  it('says what is relative to today', () => {
    expect(readTime('last week', today)).toMatchObject({ relative: true });
    expect(readTime('8 April', today)).toMatchObject({ relative: true });
    expect(readTime('8 April 2016', today)).toMatchObject({ relative: false });
    expect(readTime('since 8 April 2016', today)).toMatchObject({ relative: false });
  });
});
