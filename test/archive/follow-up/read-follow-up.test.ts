import { describe, expect, test } from 'vitest';
import { readFollowUp } from '../../../src/archive/follow-up/read-follow-up.js';

const kindOf = (question: string) => {
  const followUp = readFollowUp(question);
  return followUp?.kind === 'leaning' ? (followUp.sure ? 'leaning' : 'perhaps') : (followUp?.kind ?? null);
};

describe('a question that goes on from what was said', () => {
  test.each([
    'And then?',
    'what happened next?',
    "What's next?",
    'ok, and after that?',
    'What came of it?',
    'How did that end?',
    'What did she do next?',
    '然后呢？',
    '后来怎么样了',
    '然後呢',
  ])('%s asks what came next', (question) => expect(kindOf(question)).toBe('next'));

  test.each(['And before that?', 'What led to it?', 'How did it start?', '之前呢？'])(
    '%s asks what came before',
    (question) => expect(kindOf(question)).toBe('before'),
  );

  test.each([
    'When was that?',
    'when?',
    'When did it happen?',
    'What day was that?',
    '那是什么时候？',
    '什么时候？',
  ])('%s asks for its day', (question) => expect(kindOf(question)).toBe('when'));

  test.each([
    'Who condemned it?',
    'Where was that?',
    'How many people were there?',
    'Why did they do that?',
    'What did the mayor say about it?',
    'Did Farrow apologise for it?',
    '谁谴责了它？',
  ])('%s leans on it', (question) => expect(kindOf(question)).not.toBeNull());

  test.each(['Why?', 'Where?', 'How many died?', 'Who won?'])('%s may lean on it', (question) =>
    expect(kindOf(question)).toBe('perhaps'),
  );
});

describe('a question that needs no context', () => {
  test.each([
    'When did Mayor Farrow open the bridge of Quillmere?',
    'When did Ottoline Farrow resign from her office in Quillmere?',
    'Who won the 2014 rowing regatta?',
    'What happened in Port Ansel this year?',
    'Was it that the harbour of Port Ansel froze over entirely?',
    'dockers strike night shifts harbour',
    '2014年7月奎尔米尔大桥发生了什么？',
    '',
  ])('%s', (question) => expect(kindOf(question)).toBeNull());
});
