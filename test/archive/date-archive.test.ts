import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DateArchive } from '../../src/archive/date-archive.js';
import { type CalendarDate, dateOfDayNumber } from '../../src/events/calendar-date.js';
import { inSpan } from '../../src/events/date-span.js';
import type { NewsEvent } from '../../src/events/event.js';
import { madeUp, sources } from './events.js';

const launch = madeUp('2015-03-02', 'A ferry is launched', { story: 'New ferry', sources: sources(1) });
const trial = madeUp('2015-03-02', 'The ferry sails for the first time', { story: 'New ferry' });
const strike = madeUp('2015-03-02', 'Dockers walk out', { story: 'Dock strike', sources: sources(5) });
const loose = madeUp('2015-03-02', 'Snow falls on the harbour', { sources: sources(9) });
const end = madeUp('2015-03-09', 'The dockers return', {
  story: 'Dock Strike',
  topics: ['Dock Strike', 'New ferry'],
});
const leap = madeUp('2016-02-29', 'A clock strikes thirteen');
const later = madeUp('2019-03-02', 'The ferry is sold', { story: 'New ferry', sources: sources(2) });
const all = [launch, trial, strike, loose, end, leap, later];

let archive: DateArchive;
beforeEach(() => {
  archive = new DateArchive();
  for (const event of all) archive.put(event);
});

describe('a day', () => {
  it('groups its events by story, the most reported first and those of no story last', () => {
    const day = archive.day('2015-03-02');
    expect(day.groups.map(({ story, count }) => [story, count])).toEqual([
      ['Dock strike', 1],
      ['New ferry', 2],
      [null, 1],
    ]);
    expect(day.total).toBe(4);
    expect(day.groups[1]?.events).toEqual([launch, trial]);
  });

  it('names the nearest days with events and the other years', () => {
    const day = archive.day('2015-03-02');
    expect(day.nearest).toEqual({ before: null, after: '2015-03-09' });
    expect(day.otherYears).toEqual([2019]);
  });

  it('without events has the nearest days that have some', () => {
    const day = archive.day('2015-03-05');
    expect(day.total).toBe(0);
    expect(day.groups).toEqual([]);
    expect(day.nearest).toEqual({ before: '2015-03-02', after: '2015-03-09' });
  });
});

describe('a span', () => {
  it('counts its events, days and groups, spellings of one story together', () => {
    const march = archive.span({ from: '2015-03-01', to: '2015-03-31', grain: 'month' });
    expect(march.total).toBe(5);
    expect(march.busiest[0]).toEqual({ date: '2015-03-02', events: 4 });
    expect(march.groups[0]).toMatchObject({ count: 2, first: '2015-03-02', last: '2015-03-09' });
  });

  it('may be open on either side', () => {
    expect(archive.span({ from: null, to: '2016-01-01', grain: 'span' }).total).toBe(5);
    expect(archive.span({ from: '2016-01-01', to: null, grain: 'span' }).total).toBe(2);
  });

  it('holds exactly the events whose date is in it', () => {
    const day = fc.integer({ min: 16_000, max: 16_060 }).map(dateOfDayNumber);
    const side = fc.option(day, { nil: null });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), side, side, (dates, from, to) => {
        const events = dates.map((date, i) => madeUp(date, `Event ${i}`));
        const own = new DateArchive();
        for (const event of events) own.put(event);
        const span = { from, to, grain: 'span' } as const;
        const held = own.span(span).groups.flatMap((group) => group.events);
        const paths = (list: readonly NewsEvent[]) => list.map(({ path }) => path).sort();
        expect(paths(held)).toEqual(paths(events.filter(({ date }) => inSpan(date, span))));
        const { before, after } = own.span(span).nearest;
        const sorted = [...new Set(dates)].sort();
        const earlier = from === null ? [] : sorted.filter((date) => date < from);
        const after2 = to === null ? [] : sorted.filter((date) => date > to);
        expect([before, after]).toEqual([earlier.at(-1) ?? null, after2[0] ?? null]);
      }),
    );
  });
});

describe('the same day in all years', () => {
  it('has a line a year, newest first', () => {
    const { years, total } = archive.onThisDay(3, 2);
    expect(years.map(({ date, count, gist }) => [date, count, gist.story])).toEqual([
      ['2019-03-02', 1, 'New ferry'],
      ['2015-03-02', 4, 'Dock strike'],
    ]);
    expect(total).toBe(5);
  });

  it('knows 29 February', () => {
    expect(archive.onThisDay(2, 29).years.map(({ date }) => date)).toEqual(['2016-02-29']);
    expect(archive.onThisDay(2, 30).years).toEqual([]);
  });
});

describe('a topic', () => {
  it('is found whatever its case, dashes and accents, with what it goes with', () => {
    const topic = archive.topic('new–FERRY');
    expect(topic).toMatchObject({ topic: 'New ferry', total: 4, first: '2015-03-02', last: '2019-03-02' });
    expect(topic?.goesWith).toEqual([{ topic: 'Dock strike', events: 1 }]);
    expect(topic?.years.map(({ year, count }) => [year, count])).toEqual([
      [2019, 1],
      [2015, 3],
    ]);
  });

  it('that no event has is null', () => {
    expect(archive.topic('Balloons')).toBeNull();
  });
});

describe('suggestions of dates', () => {
  const suggested = (typed: string) =>
    archive
      .suggestDates(typed, 20, '2020-01-01' as CalendarDate)
      .flatMap(({ span: { from, to } }) => (from !== null && from === to ? [from] : []));

  it.each([
    ['', ['2019-03-02', '2016-02-29', '2015-03-09', '2015-03-02']],
    ['2 Ma', ['2019-03-02', '2015-03-02']],
    ['2nd mar', ['2019-03-02', '2015-03-02']],
    ['march 9', ['2015-03-09']],
    ['2016-0', ['2016-02-29']],
    ['March 2015', ['2015-03-09', '2015-03-02']],
    ['5 March 2015', ['2015-03-09', '2015-03-02']],
    ['balloon', []],
  ])('for "%s"', (typed, dates) => {
    expect(suggested(typed)).toEqual(dates);
  });
});

describe('events that come and go', () => {
  it('leaves nothing behind of what was removed', () => {
    for (const event of all) archive.remove(event);
    expect(archive.extent()).toEqual({ events: 0, days: 0, first: null, last: null });
    expect(archive.topic('New ferry')).toBeNull();
    expect(archive.day('2015-03-02').total).toBe(0);
  });

  it('serves an event that is put twice once', () => {
    archive.put(launch);
    expect(archive.day('2015-03-02').total).toBe(4);
  });
});
