import { expect, test } from 'vitest';
import type { Answer } from '../../src/archive/answer.js';
import type { Several } from '../../src/archive/several/several.js';
import { en } from '../../src/views/sentences/en.js';
import { severalView } from '../../src/views/several-view.js';
import { madeUp } from '../commands/fixture-events.js';
import { expectWithinLimits } from './within-limits.js';

const answerOf = (several: Several, text: string | null = null): Answer & { several: Several } => {
  const [first] = several.items;
  return {
    question: '?',
    understood: { terms: [], span: null, mended: [] },
    answered: true,
    confidence: 1,
    because: '',
    direct: text !== null && first ? { text, value: null, event: first.event, rests: [] } : null,
    several,
    hits: [],
    relaxed: false,
  };
};
const items = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    event: madeUp(
      '2012-07-30',
      null,
      `Quillmere *votes* for the ${i + 1}th time about its bridge.`.repeat(8),
    ),
    text: null,
    quantity: null,
    folded: [],
  }));
const base = { ordinal: null, anchor: null, reach: null, isClear: true } as const;

test('a count names its items and says that they are what is known', () => {
  const view = severalView(answerOf({ ...base, kind: 'count', items: items(3) }), en);
  expect(view.content).toContain('I know of 3 events');
  expect(view.embeds[0]?.description?.split('\n')).toHaveLength(3);
});

test('a long list has pages that fit, each with its own items', () => {
  const answer = answerOf({ ...base, kind: 'list', items: items(25) });
  const to = (page: number) => ({ kind: 'several', page, on: '2016-06-01', question: 'x' }) as never;
  for (const page of [0, 1, 2]) expectWithinLimits(severalView(answer, en, page, to));
  expect(severalView(answer, en, 2, to).embeds[0]?.description?.split('\n')).toHaveLength(5);
  expect(severalView(answer, en, 2, to).embeds[0]?.footer?.text).toContain('Page 3 of 3');
});

test('the latest says how far the events reach', () => {
  const view = severalView(answerOf({ ...base, kind: 'latest', items: items(1), reach: '2019-12-31' }), en);
  expect(view.content).toContain('My events end on **31 December 2019**');
});

test('a comparison of dates speaks of dates, one of quantities of figures', () => {
  const dated = severalView(answerOf({ ...base, kind: 'compare', items: items(2) }), en);
  expect(dated.content).toBe('By the dates of my events:');
  const quantity = { kind: 'deaths', value: 12, text: '12', range: [0, 2] } as const;
  const measured = items(2).map((item) => ({ ...item, quantity }));
  expect(severalView(answerOf({ ...base, kind: 'compare', items: measured }), en).content).toBe(
    'By the figures in my events:',
  );
});

test('the time that was read is small print that says what it is', () => {
  const answer = answerOf({ ...base, kind: 'list', items: items(1) });
  const span = { from: '2012-01-01', to: '2012-12-31', grain: 'year' } as const;
  const view = severalView({ ...answer, understood: { ...answer.understood, span } }, en);
  expect(view.embeds[0]?.footer?.text).toBe('Understood as: 2012');
});

test('what events say is shown as text, not as markdown', () => {
  const view = severalView(answerOf({ ...base, kind: 'list', items: items(1) }), en);
  expect(view.embeds[0]?.description).toContain('\\*votes\\*');
});
