import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/archive/answer.js';
import { answerView } from '../../src/views/answer-view.js';
import { en } from '../../src/views/sentences/en.js';
import { madeUp } from '../commands/fixture-events.js';

const event = madeUp('2013-01-05', null, 'Mayor Edda Lorne resigns.');
const earlier = madeUp('2012-12-01', null, 'A bribery scandal is found in Port Ansel.');
const answer: Answer = {
  question: 'why did Edda Lorne resign?',
  understood: { terms: [], span: null, mended: [] },
  answered: true,
  confidence: 0.8,
  because: '',
  direct: null,
  hits: [{ event, score: 1, parts: {}, matched: [], folded: [] }],
  relaxed: false,
};
const shown = (more: Partial<Answer>) => answerView({ ...answer, ...more }, en, { kind: 'event', menu: 0 });

describe('what an answer leaves open', () => {
  test('a cause that is not known is said, with the events just before', () => {
    const view = shown({ unexplained: { asked: 'why', event, before: [earlier] } });
    expect(view.content).toContain('I know that, not why. What came just before is below.');
    expect(view.embeds?.[1]?.title).toBe('Just before');
    expect(view.embeds?.[1]?.description).toContain('A bribery scandal is found in Port Ansel.');
  });

  test('without earlier events only the sentence is said', () => {
    const view = shown({ unexplained: { asked: 'how', event, before: [] } });
    expect(view.content).toContain('I know that, not how.');
    expect(view.embeds).toHaveLength(1);
  });

  test('of two parts the one without an answer is named', () => {
    const line = { text: 'Mayor Edda Lorne', value: null, event, rests: [] };
    const parts = [
      { asked: 'who resigned', line },
      { asked: 'by *how* much', line: null },
    ];
    const view = shown({ parts, direct: line });
    expect(view.content).toContain('I couldn’t find the other part: “by \\*how\\* much”');
  });

  test('nothing is said where both parts are answered, or neither is', () => {
    const line = { text: '5 January 2013', value: event.date, event, rests: [] };
    const both = [
      { asked: 'who resigned', line },
      { asked: 'when', line },
    ];
    const neither = both.map(({ asked }) => ({ asked, line: null }));
    for (const parts of [both, neither]) expect(shown({ parts }).content).not.toContain('other part');
  });
});
