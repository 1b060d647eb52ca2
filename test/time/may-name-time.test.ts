import { describe, expect, it } from 'vitest';
import { expression } from '../../src/time/grammar.js';
import { mayNameTime } from '../../src/time/may-name-time.js';
import { Scan } from '../../src/time/scan.js';
import { timeTable, today } from './time-table.js';

const told = timeTable
  .trim()
  .split('\n')
  .map((line) => line.split(' | ')[0] ?? '')
  .filter((words) => {
    const scan = new Scan(words, today, false);
    return scan.tokens.some((_, i) => expression(scan, i) !== null);
  });

describe('telling soon whether a text may name a time', () => {
  it('passes over none of the ways to say one that a sentence may hold', () => {
    expect(told.length).toBeGreaterThan(250);
    expect(told.filter((words) => !mayNameTime(new Scan(words, today, false)))).toEqual([]);
  });

  it.each(['Who leads Norland?', 'How did the strike at Kelmar end?', 'Which party won in Halden'])(
    'tries no rule on "%s"',
    (question) => {
      expect(mayNameTime(new Scan(question, today, false))).toBe(false);
    },
  );
});
