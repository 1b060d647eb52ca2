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
    wanted: 'date',
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
  const view = answerView(answer, en, again);
  const embed = view.embeds[0];

  test('stands large above the event it rests on', () => {
    expect(view.content).toBe('## 8 April 2016');
    expect(embed?.title).toBe('The old bridge');
  });

  test('says on top where nothing lies inside the time asked for', () => {
    const outside = answerView({ ...answer, relaxed: true }, en, again);
    expect(outside.content).toBe(
      'I have nothing on that for April 2016. From another time:\n## 8 April 2016',
    );
  });

  test('has the words it rests on in bold and the marks of the text escaped', () => {
    expect(embed?.description).toBe('The **old bridge** opens again after \\*nine\\* years.');
  });

  test('spells the calendar date and links the sources', () => {
    const fields = Object.fromEntries((embed?.fields ?? []).map(({ name, value }) => [name, value]));
    expect(fields).toEqual({
      Date: '8 April 2016',
      Topics: 'Bridges',
      Sources: '[River Post](https://river.example/a_%281%29) · [Town Crier](https://crier.example/b)',
    });
  });

  test('says in small print what was understood and mended', () => {
    expect(embed?.footer?.text).toBe('Understood as: April 2016 · bridge, open · brigde → bridge');
  });

  test('offers the story, the day, the sources and what else was found', () => {
    const [buttons, menu] = view.components;
    expect(buttons?.components.map((c) => 'label' in c && c.label)).toEqual([
      'Its story',
      '8 April 2016',
      '2 sources',
    ]);
    const select = menu?.components[0];
    if (select?.type !== ComponentType.StringSelect) throw new Error('a menu');
    expect(select.options).toEqual([
      { label: 'The old bridge falls.', description: '1 May 2007 · The old bridge', value: 'bridge00002' },
    ]);
  });

  test('picked from the menu shows that event and offers the first one again', () => {
    const picked = answerView(answer, en, again, 'bridge00002');
    expect(picked.content).toBe('**1 May 2007** · The old bridge');
    expect(picked.embeds[0]?.description).toBe('The old bridge falls.');
    expect(JSON.stringify(picked.components)).toContain('bridge00001');
  });

  test('that there is none says so, with the closest there is', () => {
    const none = answerView({ ...answer, answered: false, direct: null, relaxed: true }, en, again);
    expect(none.content).toBe('Nothing I have answers that.');
    expect(none.embeds[0]?.title).toBe('The closest I have');
    expect(none.embeds[0]?.description).toContain('The old bridge falls.');
    expect(none.embeds[0]?.footer?.text).toContain('nothing in April 2016, looked at all times');
  });

  test('that there is none, nor anything close, says what to try', () => {
    const none = answerView({ ...answer, answered: false, direct: null, hits: [] }, en, again);
    expect(none.embeds[0]?.description).toContain('/help');
    expect(none.components).toEqual([]);
  });
});
