import { expect, it } from 'vitest';
import { figureOrder, readDate } from '../../src/events/event-date.js';
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
  const ours = readDate(text);
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
])('%j is no date', (text) => expect(readDate(text)).toBeNull());

it('figures are read in the order that the others of their table show', () => {
  expect(figureOrder(['08/04/2016', '13/04/2016'])).toBe('day-first');
  expect(figureOrder(['04/08/2016', '04/13/2016'])).toBe('month-first');
  expect(figureOrder(['08/04/2016', '13/04/2016', '04/13/2016'])).toBeUndefined();
  expect(readDate('08/04/2016', 'month-first')).toEqual({ kind: 'date', date: '2016-08-04' });
});
