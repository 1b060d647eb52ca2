import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  dateOfDayNumber,
  dateParts,
  dayNumber,
  daysInMonth,
  parseCalendarDate,
  weekday,
} from '../../src/events/calendar-date.js';

const dates = fc.integer({ min: -719_162, max: 2_932_896 }).map(dateOfDayNumber);

describe('a calendar date', () => {
  it('is read from its ISO form and from nothing else', () => {
    expect(parseCalendarDate('2016-04-08')).toBe('2016-04-08');
    for (const text of ['2016-4-8', '2016-04-08T00:00', '8 April 2016', '', '2016-13-01'])
      expect(parseCalendarDate(text)).toBeNull();
  });

  it('does not exist on 30 February or on 29 February of a common year', () => {
    expect(calendarDate(2016, 2, 30)).toBeNull();
    expect(calendarDate(2015, 2, 29)).toBeNull();
    expect(calendarDate(1900, 2, 29)).toBeNull();
    expect(calendarDate(2016, 2, 29)).toBe('2016-02-29');
    expect(calendarDate(2000, 2, 29)).toBe('2000-02-29');
  });

  it('refuses numbers that are no day, month or year', () => {
    for (const [y, m, d] of [
      [0, 1, 1],
      [10_000, 1, 1],
      [2016, 0, 1],
      [2016, 1, 0],
      [2016, 1.5, 1],
      [Number.NaN, 1, 1],
    ] as const)
      expect(calendarDate(y, m, d)).toBeNull();
  });

  it('knows its weekday', () => {
    expect(weekday('2016-04-08')).toBe(5);
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekday('2024-02-29')).toBe(4);
  });

  it('steps over month ends and leap days', () => {
    expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(addDays('2015-12-31', 1)).toBe('2016-01-01');
    expect(addDays('2016-03-01', -1)).toBe('2016-02-29');
    expect(daysInMonth(1900, 2)).toBe(28);
    expect(daysInMonth(2000, 2)).toBe(29);
  });

  it('comes back whole from its parts, its text and its day number', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { year, month, day } = dateParts(date);
        expect(calendarDate(year, month, day)).toBe(date);
        expect(parseCalendarDate(date)).toBe(date);
        expect(dateOfDayNumber(dayNumber(date))).toBe(date);
      }),
    );
  });

  it('is ordered as text the way it is ordered in time', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(Math.sign(dayNumber(a) - dayNumber(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});
