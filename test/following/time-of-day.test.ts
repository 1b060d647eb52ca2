import { expect, it } from 'vitest';
import { readTimeOfDay } from '../../src/following/time-of-day.js';

it.each([
  ['8', 480],
  ['08:00', 480],
  ['8:30', 510],
  ['18.05', 1085],
  ['0', 0],
  ['23:59', 1439],
  ['8 am', 480],
  ['8pm', 1200],
  ['12 am', 0],
  ['12:15 pm', 735],
  ["9 o'clock", 540],
])('%s is a time of the day', (text, minute) => {
  expect(readTimeOfDay(text)).toBe(minute);
});

it.each(['24', '8:60', '13 pm', 'noonish', '', '-1', '8:5'])('%s is none', (text) => {
  expect(readTimeOfDay(text)).toBeNull();
});
