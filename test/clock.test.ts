import { expect, it } from 'vitest';
import { clockAt, today } from '../src/clock.js';

it('a clock gives the date of the zone asked for, UTC by default', () => {
  const clock = { now: () => new Date('2016-04-08T23:30:00Z') };
  expect(today(clock)).toBe('2016-04-08');
  expect(today(clock, 'Pacific/Auckland')).toBe('2016-04-09');
  expect(today(clock, 'America/New_York')).toBe('2016-04-08');
});

it('a clock set to a day stays on that day', () => {
  expect(today(clockAt('2020-02-29'))).toBe('2020-02-29');
});
