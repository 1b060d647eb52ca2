import { beforeAll, describe, expect, it } from 'vitest';
import { SearchEngine } from '../../src/search/search-engine.js';
import { writtenForms } from '../../src/search/written-forms.js';
import { termsOf } from '../../src/text/terms.js';
import { reported } from './event-fixtures.js';

const EVENTS = [
  reported('2031-02-03', 'The Herrings win Harbour Bowl XLII in Quillota.'),
  reported('2031-03-08', 'Norland Airlines Flight 3701 disappears over the Lind Sea.'),
  reported('2031-04-01', 'AirLind orders nine ferries from a yard in Aldmere.'),
  reported('2031-05-02', 'The storm floods the fish market of Quillota.'),
];

let engine: SearchEngine;
beforeAll(async () => {
  engine = await SearchEngine.over(EVENTS);
}, 30_000);

/** The words of the events that are found for a word of a question in another form. */
function forms(question: string): string[] {
  const { terms } = engine.index.vocabulary;
  return [...writtenForms(engine.index, termsOf(question)).values()]
    .flat()
    .map(({ ids }) => ids.map((id) => terms[id] ?? '').join(' '));
}

describe('other ways to write a word', () => {
  it('are a number in Roman numerals, and the other way round', () => {
    expect(forms('who won harbour bowl 42')).toEqual(['xlii']);
    expect(forms('harbour bowl 05')).toEqual([]);
  });

  it('are the figures of a code', () => {
    expect(forms('what happened to nl3701')).toEqual(['3701']);
    expect(forms('what happened to b3')).toEqual([]);
  });

  it('are two words as one, and one as two', () => {
    expect(new Set(forms('air lind ferries'))).toEqual(new Set(['airlind']));
    expect(forms('fishmarket flooded')).toEqual(['fish market']);
  });

  it('let a question find its event without the model', async () => {
    const best = async (question: string) => {
      const [first] = await engine.rank(engine.read(question, '2032-01-01'));
      return first && engine.index.event(first.event)?.date;
    };
    expect(await best('nl3701')).toBe('2031-03-08');
    expect(await best('fishmarket flood')).toBe('2031-05-02');
  });
});
