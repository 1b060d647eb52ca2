import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDayNumber, dateParts, dayNumber, weekday } from '../../src/events/calendar-date.js';
import { easter } from '../../src/time/easter.js';
import { findTimeExpressions } from '../../src/time/find-time-expressions.js';
import { readTime } from '../../src/time/read-time.js';
import { unitAround } from '../../src/time/unit-around.js';

const anyDay = fc.integer({ min: -40_000, max: 40_000 }).map(dateOfDayNumber);
const names = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The span that words are read as; fails where they are read as anything else. */
function spanOf(words: string, today = '2017-06-14' as const) {
  const reading = readTime(words, today);
  if (reading.kind !== 'span') throw new Error(`${words} is read as ${reading.kind}`);
  return reading.span;
}

describe('laws of reading times', () => {
  it('reads every day in every way of writing it as that day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const { year, month, day } = dateParts(date);
        const name = names[month - 1] ?? '';
        const written = [
          date,
          `${year}/${month}/${day}`,
          `${day} ${name} ${year}`,
          `${name} ${day}, ${year}`,
          `${day}.${month}.${year}`,
          `${name.slice(0, 3)} ${day} ${year}`,
          `${year}年${month}月${day}日`,
        ];
        for (const words of written) expect(spanOf(words)).toEqual({ from: date, to: date, grain: 'day' });
      }),
    );
  });

  it('never reads a time without a year as one that begins after today', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 28 }), (today, month, day) => {
        for (const words of [
          names[month] ?? '',
          `${day} ${names[month]}`,
          'Christmas',
          'Tuesday',
          'spring',
        ]) {
          const reading = readTime(words, today);
          expect(reading.kind === 'span' && (reading.span.from ?? '') <= today).toBe(true);
        }
      }),
    );
  });

  it('reads two days as the span between them, both included', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 3000 }), (from, length) => {
        const to = addDays(from, length + 1);
        const { from: first, to: last } = spanOf(`${from} to ${to}`);
        expect([first, last]).toEqual([from, to]);
      }),
    );
  });

  it('takes weeks to begin on Monday and to follow each other', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const reading = readTime('last week', today);
        const { from, to } = reading.kind === 'span' ? reading.span : { from: null, to: null };
        if (!from || !to) throw new Error('last week is a span with two sides');
        expect([weekday(from), dayNumber(to) - dayNumber(from)]).toEqual([1, 6]);
        expect(addDays(to, 1)).toBe(unitAround(today, 'week')?.from);
      }),
    );
  });

  it('places a day in the week, month, quarter, season and year around it', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom('week', 'month', 'quarter', 'season', 'year' as const),
        (date, grain) => {
          const unit = unitAround(date, grain);
          expect(unit?.from && unit.to && unit.from <= date && date <= unit.to).toBe(true);
        },
      ),
    );
  });

  it('puts Easter on a Sunday between 22 March and 25 April', () => {
    for (let year = 1583; year < 2500; year++) {
      const sunday = easter(year);
      if (!sunday) throw new Error(`no Easter in ${year}`);
      expect(weekday(sunday)).toBe(7);
      expect(sunday.slice(5) >= '03-22' && sunday.slice(5) <= '04-25').toBe(true);
    }
  });

  it('reads or refuses any text, and finds times only where they stand', () => {
    const word = fc.constantFrom(
      ...[
        '8',
        'April',
        '2016',
        'the',
        'week',
        'of',
        'last',
        'before',
        'between',
        'and',
        'to',
        '-',
        '–',
        '99999',
      ],
      ...[
        'first',
        'past',
        'days',
        'ago',
        'Q',
        'W',
        '年',
        '月',
        '十',
        '至',
        '’',
        '.',
        '/',
        '0',
        'half',
        'since',
      ],
    );
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(word, { maxLength: 12 }).map((w) => w.join(' ')),
    );
    fc.assert(
      fc.property(text, anyDay, (words, today) => {
        const reading = readTime(words, today);
        expect(['span', 'ambiguous', 'invalid', 'not-a-date']).toContain(reading.kind);
        if (reading.kind === 'span' && reading.span.from && reading.span.to)
          expect(reading.span.from <= reading.span.to).toBe(true);
        for (const { range, text: found } of findTimeExpressions(words, today))
          expect(words.slice(...range)).toBe(found);
      }),
      { numRuns: 500 },
    );
  });
});
