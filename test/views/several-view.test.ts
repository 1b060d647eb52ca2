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

test('what events say is shown as text, not as markdown', () => {
  const view = severalView(answerOf({ ...base, kind: 'list', items: items(1) }), en);
  expect(view.embeds[0]?.description).toContain('\\*votes\\*');
});
