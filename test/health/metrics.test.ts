import { expect, it } from 'vitest';
import { Metrics } from '../../src/health/metrics.js';

it('counts votes by kind of answer and how likely it was held to be right', async () => {
  const metrics = new Metrics({
    gatewayReady: () => true,
    lostShards: () => 0,
    events: async () => 0,
    follows: async () => 0,
    outbox: async () => ({ count: 0, oldest: null }),
    lastImport: async () => null,
    now: () => 0,
  });
  metrics.voted('day', 97, true);
  metrics.voted('day', 100, true);
  metrics.voted('words', 55, false);
  const text = await metrics.text();
  expect(text).toContain('dateline_votes_total{kind="day",probability="0.9",right="true"} 2');
  expect(text).toContain('dateline_votes_total{kind="words",probability="0.5",right="false"} 1');
});
