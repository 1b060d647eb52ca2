import { expect, it } from 'vitest';
import { EventIndex } from '../../src/search/event-index.js';
import { foldReports } from '../../src/search/near-duplicates.js';
import { reported } from './event-fixtures.js';

it('folds reports of one thing on about one day into the first, and no others', () => {
  const index = new EventIndex();
  index.put(reported('2031-05-07', 'A ferry sinks off Aldmere and twelve people drown.'));
  index.put(reported('2031-05-08', 'A ferry sinks off Aldmere, and twelve people drown!'));
  index.put(reported('2031-09-08', 'A ferry sinks off Aldmere and twelve people drown.'));
  index.put(reported('2031-05-07', 'Aldmere mourns a poet.'));
  const hits = [0, 1, 2, 3].map((event) => ({ event }));
  expect(foldReports(index, hits, 10)).toEqual([
    { first: { event: 0 }, folded: [1] },
    { first: { event: 2 }, folded: [] },
    { first: { event: 3 }, folded: [] },
  ]);
});
