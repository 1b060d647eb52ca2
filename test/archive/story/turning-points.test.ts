import { describe, expect, it } from 'vitest';
import {
  IMPORTANCE_FEATURES,
  importanceRows,
  type StoryMember,
  turningPoints,
} from '../../../src/archive/story/turning-points.js';
import { addDays, dayNumber } from '../../../src/events/calendar-date.js';
import { BoostedTrees } from '../../../src/search/rank/boosted-trees.js';
import { anEvent } from './events.js';

/** A model for which an event that more links lead to matters more. */
const byLinks = new BoostedTrees({
  features: [...IMPORTANCE_FEATURES],
  trees: [1, 2, 3].map((count) => ({
    feature: [IMPORTANCE_FEATURES.indexOf('linksTo'), -1, -1],
    value: [Math.log1p(count) - 0.01, 0, 1],
    left: [1, 0, 0],
    right: [2, 0, 0],
    missing: [1, 0, 0],
  })),
});

const member = (at: number, linksTo: number, vector: readonly number[]): StoryMember => {
  const event = anEvent(addDays('2016-01-01', at), `Thing ${at} happens.`);
  const numbers = Float32Array.from(vector);
  return { event, vector: numbers, features: new Set([at]), day: dayNumber(event.date), linksTo, reports: 0 };
};

describe('the turning points of a story', () => {
  it('are its important events, the most important first', () => {
    const members = [member(0, 0, [1, 0]), member(400, 3, [0, 1]), member(800, 1, [0.6, 0.8])];
    expect(turningPoints(members, byLinks, 2)).toEqual([members[1], members[2]]);
  });

  it('say a thing once: an event like one just before it gives way to a less important one', () => {
    const members = [member(0, 3, [1, 0]), member(1, 2, [1, 0]), member(90, 1, [0, 1])];
    expect(turningPoints(members, byLinks, 2)).toEqual([members[0], members[2]]);
  });

  it('are all of a short story', () => {
    const members = [member(0, 0, [1, 0]), member(5, 1, [0, 1])];
    expect(turningPoints(members, byLinks, 10)).toHaveLength(2);
    expect(turningPoints([], byLinks, 10)).toEqual([]);
  });
});

describe('what importance is judged by', () => {
  const value = (row: readonly number[] | undefined, name: (typeof IMPORTANCE_FEATURES)[number]) =>
    row?.[IMPORTANCE_FEATURES.indexOf(name)];

  it('counts what follows and what came before, whatever the order the events are given in', () => {
    const members = [member(3, 0, [1, 0]), member(0, 0, [1, 0]), member(10, 0, [0, 1])];
    const rows = importanceRows(members);
    expect(value(rows[1], 'after')).toBeCloseTo(Math.log1p(2));
    expect(value(rows[1], 'before')).toBe(0);
    expect(value(rows[0], 'weekAfter')).toBeCloseTo(Math.log1p(1));
    expect(value(rows[2], 'silence')).toBeCloseTo(Math.log1p(7));
  });

  it('notes what later events take up', () => {
    const plain = member(0, 0, [1, 0]);
    const first = { ...plain, features: new Set([7, 8]) };
    const later = [member(1, 0, [1, 0]), member(2, 0, [1, 0])].map((one) => ({
      ...one,
      features: new Set([7]),
    }));
    const rows = importanceRows([first, ...later]);
    expect(value(rows[0], 'begins')).toBeCloseTo(Math.log1p(1));
    expect(value(rows[1], 'begins')).toBe(0);
  });

  it('has no number for closeness where events have no vectors', () => {
    const bare = { ...member(0, 0, [1, 0]), vector: null };
    expect(value(importanceRows([bare])[0], 'central')).toBeNaN();
  });
});
