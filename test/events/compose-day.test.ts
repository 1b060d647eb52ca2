import { expect, it } from 'vitest';
import { composingDay } from '../../src/events/compose-day.js';
import { KnownTerms } from '../../src/events/known-terms.js';
import { readEvent } from '../../src/events/read-event.js';
import { eventFile } from './write-tree.js';

it('puts a day of many events together in as many steps at least, so that none holds others up', () => {
  const readings = Array.from({ length: 500 }, (_, n) =>
    readEvent(`/${n}.md`, eventFile('2031-05-07', `Ferry number ${n} leaves the harbour of Aldmere.`)),
  );
  const work = composingDay('2031-05-07', readings, {
    terms: new KnownTerms(),
    hasEvent: () => true,
    locate: (link) => link,
    isKeptBack: () => false,
  });
  let steps = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) steps++;
  expect(step.value.events).toHaveLength(500);
  expect(steps).toBeGreaterThan(1500);
});
