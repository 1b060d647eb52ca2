import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/events/calendar-date.js';
import { digestDuty, weekdayOf } from '../../src/following/digest-time.js';

const oslo = { minute: 480, weekday: null, timeZone: 'Europe/Oslo', lastPosted: null };
const at = (iso: string) => new Date(iso);

describe('a daily post', () => {
  it('is due when the hour strikes on the wall clock of its zone', () => {
    expect(digestDuty(oslo, at('2016-04-08T05:59:59Z'))).toEqual({ kind: 'wait' });
    expect(digestDuty(oslo, at('2016-04-08T06:00:00Z'))).toEqual({ kind: 'post', day: '2016-04-08' });
  });

  it('is due late when the bot was down over the hour, and skipped after six hours', () => {
    expect(digestDuty(oslo, at('2016-04-08T11:30:00Z'))).toEqual({ kind: 'post', day: '2016-04-08' });
    expect(digestDuty(oslo, at('2016-04-08T12:00:00Z'))).toEqual({ kind: 'skip', day: '2016-04-08' });
  });

  it('is not due twice on one day', () => {
    const posted = { ...oslo, lastPosted: '2016-04-08' } as const;
    expect(digestDuty(posted, at('2016-04-08T08:00:00Z'))).toEqual({ kind: 'wait' });
    expect(digestDuty(posted, at('2016-04-09T08:00:00Z'))).toEqual({ kind: 'post', day: '2016-04-09' });
  });

  it('comes at the next hour where daylight saving leaves its own out', () => {
    const night = { minute: 120, weekday: null, timeZone: 'Europe/Oslo', lastPosted: null };
    expect(digestDuty(night, at('2016-03-27T00:59:00Z'))).toEqual({ kind: 'wait' });
    expect(digestDuty(night, at('2016-03-27T01:00:00Z'))).toEqual({ kind: 'post', day: '2016-03-27' });
  });

  it('comes once where daylight saving repeats its hour', () => {
    const night = { minute: 120, weekday: null, timeZone: 'Europe/Oslo', lastPosted: null };
    expect(digestDuty(night, at('2016-10-30T00:00:00Z'))).toEqual({ kind: 'post', day: '2016-10-30' });
    const posted = { ...night, lastPosted: '2016-10-30' } as const;
    expect(digestDuty(posted, at('2016-10-30T01:00:00Z'))).toEqual({ kind: 'wait' });
  });

  it('comes once a day, wherever it is, as long as it is asked every hour', () => {
    const zones = ['Europe/Oslo', 'America/St_Johns', 'Pacific/Kiritimati', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 5, max: 59 }),
        fc.integer({ min: 0, max: 364 }),
        (timeZone, hour, minutes, start) => {
          let lastPosted: CalendarDate | null = null;
          const days: CalendarDate[] = [];
          const from = Date.UTC(2016, 0, 1) + start * 86_400_000;
          for (let t = from; t < from + 4 * 86_400_000; t += minutes * 60_000) {
            const duty = digestDuty({ minute: hour * 60, weekday: null, timeZone, lastPosted }, new Date(t));
            if (duty.kind === 'wait') continue;
            if (duty.kind === 'post') days.push(duty.day);
            lastPosted = duty.day;
          }
          expect(new Set(days).size).toBe(days.length);
          expect(days.length).toBeGreaterThanOrEqual(3);
        },
      ),
      { numRuns: 25 },
    );
  }, 20_000);

  it('of a late hour is still posted, or skipped aloud, when the bot comes back after midnight', () => {
    const evening = {
      minute: 1320,
      weekday: null,
      timeZone: 'UTC',
      lastPosted: '2016-05-01' as CalendarDate,
    };
    const back = (time: string) => digestDuty(evening, new Date(time));
    expect(back('2016-05-03T01:30:00Z')).toEqual({ kind: 'post', day: '2016-05-02' });
    expect(back('2016-05-03T04:30:00Z')).toEqual({ kind: 'skip', day: '2016-05-02' });
    expect(back('2016-05-02T21:59:00Z')).toEqual({ kind: 'wait' });
  });

  it('comes at any minute of the day', () => {
    const odd = { minute: 8 * 60 + 5, weekday: null, timeZone: 'UTC', lastPosted: '2016-04-07' } as const;
    expect(digestDuty(odd, at('2016-04-08T08:04:59Z'))).toEqual({ kind: 'wait' });
    expect(digestDuty(odd, at('2016-04-08T08:05:00Z'))).toEqual({ kind: 'post', day: '2016-04-08' });
  });

  it('comes once a week on its day, late where the bot was down, and not on other days', () => {
    // 11 April 2016 was a Monday.
    expect(weekdayOf('2016-04-11')).toBe(1);
    const monday = { minute: 540, weekday: 1, timeZone: 'UTC', lastPosted: '2016-04-04' } as const;
    expect(digestDuty(monday, at('2016-04-10T23:00:00Z'))).toEqual({ kind: 'wait' });
    expect(digestDuty(monday, at('2016-04-11T09:00:00Z'))).toEqual({ kind: 'post', day: '2016-04-11' });
    expect(digestDuty(monday, at('2016-04-12T02:00:00Z'))).toEqual({ kind: 'skip', day: '2016-04-11' });
    const posted = { ...monday, lastPosted: '2016-04-11' } as const;
    expect(digestDuty(posted, at('2016-04-13T09:00:00Z'))).toEqual({ kind: 'wait' });
    expect(digestDuty(posted, at('2016-04-18T09:00:00Z'))).toEqual({ kind: 'post', day: '2016-04-18' });
  });
});
