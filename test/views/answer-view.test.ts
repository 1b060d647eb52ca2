import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/archive/answer.js';
import type { NewsEvent } from '../../src/events/event.js';
import { answerView } from '../../src/views/answer-view.js';
import { packedText } from '../../src/views/packed-text.js';
import { en } from '../../src/views/sentences/en.js';

const bridge: NewsEvent = {
  id: 'bridge00001',
  path: '/news/2016/04/8/the-old-bridge-opens.md',
  date: '2016-04-08',
  story: 'The old bridge',
  headline: 'The old bridge: The old bridge opens again after *nine* years.',
  sentence: 'The old bridge opens again after *nine* years.',
  summary: '',
  topics: ['The old bridge', 'Bridges'],
  context: [],
  sources: [
    { name: 'River Post', url: 'https://river.example/a_(1)', image: null },
    { name: 'Town Crier', url: 'https://crier.example/b', image: null },
  ],
  related: [],
};
const fall: NewsEvent = {
  ...bridge,
  id: 'bridge00002',
  date: '2007-05-01',
  sentence: 'The old bridge falls.',
};
const hit = (event: NewsEvent) => ({ event, score: 1, parts: {}, matched: [], folded: [] });
const answer: Answer = {
  question: 'when did the old brigde open in april 2016?',
  understood: {
    terms: ['bridge', 'open'],
    span: { from: '2016-04-01', to: '2016-04-30', grain: 'month' },
    mended: [{ from: 'brigde', to: 'bridge' }],
  },
  answered: true,
  confidence: 0.9,
  because: '',
  direct: { text: '8 April 2016', value: '2016-04-08', event: bridge, rests: [[4, 14]] },
  hits: [hit(bridge), hit(fall)],
  relaxed: false,
};
const question = packedText('=when');
if (!question) throw new Error('a packed text');
const again = { kind: 'ask', on: '2016-05-01', question } as const;

describe('an answer', () => {
  test('to how things are says which day it holds for', () => {
    const direct = { text: 'nine', value: null, event: bridge, rests: [] };
    const { content } = answerView({ ...answer, direct, changes: true }, en, again);
    expect(content).toBe('## nine\nas of **8 April 2016**');
  });

  const view = answerView(answer, en, again);
  const embed = view.embeds[0];

  test('is large above its event, whose date it does not repeat', () => {
    expect(view.content).toBe('## 8 April 2016');
    expect(embed?.author?.name).toBe('The old bridge');
  });

  test('other than a date has the date of its event below', () => {
    const direct = { text: 'nine years', value: null, event: bridge, rests: [] };
    expect(answerView({ ...answer, direct }, en, again).content).toBe('## nine years\n**8 April 2016**');
  });

  test('says on top where there is nothing inside the time asked for', () => {
    const outside = answerView({ ...answer, relaxed: true }, en, again);
    expect(outside.content).toBe(
      'I found nothing about that in April 2016. From other times:\n## 8 April 2016',
    );
  });

  test('has its headline as the title, with the marks of the text escaped', () => {
    expect(embed?.title).toBe('The old bridge opens again after \\*nine\\* years');
  });

  test('lists topics and sources in small print', () => {
    expect(embed?.description).toBe(
      '-# Topics: Bridges\n-# Source: [River Post](https://river.example/a_%281%29) · [Town Crier](https://crier.example/b)',
    );
  });

  test('does not repeat the question', () => {
    expect(JSON.stringify(view.embeds)).not.toContain(answer.question);
  });

  test('says in small print what was read as a time and corrected, nothing else', () => {
    expect(embed?.footer?.text).toBe('Understood as: April 2016 · brigde → bridge');
    const plain = { ...answer, understood: { ...answer.understood, span: null, mended: [] } };
    expect(answerView(plain, en, again).embeds[0]?.footer).toBeUndefined();
  });

  test('offers the story, the day and other matches', () => {
    const [buttons, menu] = view.components;
    expect(buttons?.components.map((c) => 'label' in c && c.label)).toEqual([
      'Open story thread',
      'More that day',
      'Right',
      'Wrong',
    ]);
    const select = menu?.components[0];
    if (select?.type !== ComponentType.StringSelect) throw new Error('a menu');
    expect(select.options).toEqual([
      { label: 'The old bridge falls.', description: '1 May 2007 · The old bridge', value: 'bridge00002' },
    ]);
  });

  test('picked from the menu shows that event and offers the first one again', () => {
    const picked = answerView(answer, en, again, 'bridge00002');
    expect(picked.content).toBe('### 1 May 2007');
    expect(picked.embeds[0]?.title).toBe('The old bridge falls');
    expect(JSON.stringify(picked.components)).toContain('bridge00001');
  });

  test('that there is none says so, with the closest matches', () => {
    const none = answerView({ ...answer, answered: false, direct: null, relaxed: true }, en, again);
    expect(none.content).toContain('I couldn’t find an answer to that.');
    expect(none.content).toContain('I found nothing about that in April 2016');
    expect(none.embeds[0]?.title).toBe('Closest matches');
    expect(none.embeds[0]?.description).toContain('The old bridge falls.');
    expect(none.embeds[0]?.footer?.text).toBe('Understood as: brigde → bridge');
  });

  test('at the end of a story says so and shows its last event', () => {
    const end = answerView(
      { ...answer, answered: false, direct: null, endOfStory: 'last', hits: [hit(bridge)] },
      en,
      again,
    );
    expect(end.content).toBe('I have nothing later in this story. The last event is:');
    expect(end.embeds[0]?.title).toBeUndefined();
    expect(end.embeds[0]?.description).toContain('The old bridge opens again');
  });

  test('closest matches name their publishers on the line of the sentence', () => {
    const { description = '' } =
      answerView({ ...answer, answered: false, hits: [hit(bridge)] }, en, again).embeds[0] ?? {};
    expect(description.split('\n')).toHaveLength(2);
    expect(description).toContain('years. ([River Post]');
  });

  test('that there is none, nor anything close, says what to try', () => {
    const none = answerView({ ...answer, answered: false, direct: null, hits: [] }, en, again);
    expect(none.embeds[0]?.description).toContain('/search');
    expect(none.components).toEqual([]);
  });
});
