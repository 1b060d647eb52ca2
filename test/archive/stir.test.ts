import { describe, expect, it } from 'vitest';
import { beginning, stirAfter } from '../../src/archive/stir.js';
import { addDays, type CalendarDate } from '../../src/events/calendar-date.js';
import type { NewsEvent } from '../../src/events/event.js';
import { madeUp } from './events.js';

const DAY = '2016-06-23' satisfies CalendarDate;
const quake = madeUp(DAY, 'The ground shakes in Harrow', {
  story: 'Harrow earthquake',
  context: ['Harrow', 'Norland'],
});
/** Days at these distances from the day. */
const days = (...apart: readonly number[]) => apart.map((n) => addDays(DAY, n));
const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

describe('what begins with an event of a story', () => {
  it('is the more, the more follows it within the month', () => {
    const two = beginning(quake, days(0, 3, 9));
    const six = beginning(quake, days(0, 1, 2, 3, 5, 9, 14));
    expect(two).toBeGreaterThan(0);
    expect(six).toBeGreaterThan(two);
  });

  it('is nothing where at most one event follows, or all of them come later', () => {
    expect(beginning(quake, days(0, 3))).toBe(0);
    expect(beginning(quake, days(0, 40, 41, 42))).toBe(0);
  });

  it('is nothing in a story that goes on all the time', () => {
    expect(beginning(quake, days(...every(5, -300, 300)))).toBe(0);
  });

  it('counts again after a month of silence', () => {
    expect(beginning(quake, days(-90, -60, 0, 1, 2, 3, 4))).toBeGreaterThan(0);
    expect(beginning(quake, days(-90, -29, 0, 1, 2, 3, 4))).toBe(0);
  });

  it('is nothing in a story without days', () => {
    expect(beginning(quake, [])).toBe(0);
  });
});

describe('what a day’s events stir up', () => {
  const cat = madeUp(DAY, 'A cat is found', { context: ['Norland'] });
  /** The stir of an event of the day, with others reported this many days from it. */
  function stirOf(event: NewsEvent, around: readonly (readonly [number, Partial<NewsEvent>])[]): number {
    const told = [quake, cat, ...around.map(([n, given]) => madeUp(addDays(DAY, n), `Told ${n}`, given))];
    const on = (date: CalendarDate) => told.filter((other) => other.date === date);
    return stirAfter(DAY, { on })([event]);
  }
  const ofStory = { story: 'Harrow earthquake' };
  const inHarrow = { context: ['Harrow'] };

  it('is how many more reports on their topic there are in the fortnight after than in the one before', () => {
    const rising = [1, 2, 3, 6].map((n) => [n, ofStory] as const);
    const fading = [-6, -3, -2, -1].map((n) => [n, ofStory] as const);
    expect(stirOf(quake, rising)).toBeGreaterThan(0);
    expect(stirOf(quake, [...fading, ...rising])).toBe(0);
    expect(stirOf(quake, fading)).toBe(0);
  });

  it('is less for a name that they only mention, and nothing where its rise may be chance', () => {
    const after = [1, 2, 3, 6];
    const named = stirOf(
      quake,
      after.map((n) => [n, inHarrow] as const),
    );
    const filed = stirOf(
      quake,
      after.map((n) => [n, ofStory] as const),
    );
    expect(named).toBeGreaterThan(0);
    expect(named).toBeLessThan(filed);
    const daily = every(1, -14, 14).map((n) => [n, { context: ['Norland'] }] as const);
    expect(stirOf(cat, [...daily, [2, { context: ['Norland'] }]])).toBe(0);
  });

  it('is not what is reported more than a fortnight later, or of years and names cut short', () => {
    expect(
      stirOf(
        quake,
        [15, 16, 17].map((n) => [n, ofStory] as const),
      ),
    ).toBe(0);
    const cut = madeUp(DAY, 'A year is looked back on', { topics: ['2016', 'Harrow’s'] });
    const on = (date: CalendarDate) =>
      date === DAY ? [cut] : [madeUp(date, `Told ${date}`, { topics: date > DAY ? cut.topics : [] })];
    expect(stirAfter(DAY, { on })([cut])).toBe(0);
  });
});
