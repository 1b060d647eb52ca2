import { expect, it } from 'vitest';
import { figureOrder, readFullDay } from '../../src/time/full-day.js';
import { readTime } from '../../src/time/read-time.js';

const WRITTEN = [
  '2016-04-08',
  '2016/04/12',
  '2016.04.12',
  '20160412',
  '13/04/2016',
  '13-04-2016',
  '13.4.2016',
  '8.4.2016',
  '04/13/2016',
  '08/04/2016',
  '8 April 2016',
  '8th April 2016',
  'April 8, 2016',
  'Apr 8 2016',
  'Fri, 8 Apr 2016',
  '8 Sept 2016',
  '2016年4月8日',
  '2016-02-30',
  '31/04/2016',
  '30 February 2016',
];

it.each(WRITTEN)('a file’s date is read as /date reads it: %s', (text) => {
  const ours = readFullDay(text);
  const theirs = readTime(text, '2031-12-31');
  if (ours?.kind === 'date')
    expect(theirs).toMatchObject({ kind: 'span', span: { from: ours.date, to: ours.date } });
  else if (ours?.kind === 'ambiguous')
    expect(theirs).toMatchObject({
      kind: 'ambiguous',
      readings: [{ from: ours.dayFirst }, { from: ours.monthFirst }],
    });
  else expect([ours?.kind, theirs.kind]).toEqual(['impossible', 'invalid']);
});

it.each([
  '7 mai 2031',
  'le 7 mai 2031',
  '7. Mai 2031, 10 Uhr',
  'am 7. Mai 2031',
  'Mittwoch, 7. Mai 2031',
  '7 de mayo de 2031',
  '7 maggio 2031',
  '7 de maio de 2031',
  '7 mei 2031',
  '7 мая 2031 г.',
  '7 травня 2031',
  '7 maja 2031',
  'środa, 7 maja 2031',
  'den 7 maj 2031',
  '7/May/2031',
  'the 7th of May 2031',
  'Wednesday the 7th of May, 2031',
  '二〇三一年五月七日',
])('a day in other words, with its month and year, is that day: %s', (text) =>
  expect(readFullDay(text)).toEqual({ kind: 'date', date: '2031-05-07' }),
);

it.each(['31 avril 2031', '30. Februar 2031', '30 de febrero de 2031'])(
  '%s names a day the calendar lacks',
  (text) => expect(readFullDay(text)).toEqual({ kind: 'impossible', text }),
);

it.each([
  'yesterday',
  'gestern',
  'hier',
  'Easter 2031',
  'the first Friday of May 2031',
  'the last day of May 2031',
  '2 days before 9 May 2031',
  '30 days before 29 June 2031',
  '30 Tage vor dem 29. Juni 2031',
  'since 7 May 2031',
  '7 May',
  '7 mai',
  "7 May '31",
  'mai 2031',
  'May 2031',
  'week 19 of 2031',
  'soon',
  '12:30',
  '3.10',
  '2016',
  'April 2016',
  '1/2',
  '42468',
  '2016-04',
  'May day',
  '8 Foo 2016',
  '',
])('%j is no date', (text) => expect(readFullDay(text)).toBeNull());

it('figures are read in the order that the others of their table show', () => {
  expect(figureOrder(['08/04/2016', '13/04/2016'])).toBe('day-first');
  expect(figureOrder(['04/08/2016', '04/13/2016'])).toBe('month-first');
  expect(figureOrder(['08/04/2016', '13/04/2016', '04/13/2016'])).toBeUndefined();
  expect(readFullDay('08/04/2016', 'month-first')).toEqual({ kind: 'date', date: '2016-08-04' });
});
