import { describe, expect, it } from 'vitest';
import { understandAsking } from '../../../src/search/direct/asking.js';

const asked = (question: string) => {
  const { wanted, head, measure, gap } = understandAsking(question);
  return { wanted, head, measure, gap };
};

describe('what a question asks for', () => {
  it.each([
    ['When did the bridge open?', 'date'],
    ['on what date was the bridge opened', 'date'],
    ['mayor of Ellery resigns, when', 'date'],
    ['what did the harbour club do in June', 'what-happened'],
    ['price of eggs in Ellery', 'number'],
    ['How many people crossed it?', 'number'],
    ['Where was the mayor born?', 'place'],
    ['In which city was the mayor born?', 'place'],
    ['Who opened the bridge?', 'name'],
    ['Why was the bridge closed?', 'reason'],
    ['Did the bridge ever open?', 'yes-no'],
    ['What happened after the bridge opened?', 'what-next'],
    ['How did the bridge trial end?', 'what-next'],
    ['bridge opening in Ellery', 'anything'],
  ])('%s -> %s', (question, wanted) => {
    expect(asked(question).wanted).toBe(wanted);
  });

  it('names the kind of thing asked for', () => {
    expect(asked('Which Liberal MP opened the bridge?').head).toBe('mp');
    expect(asked('how many protesters were held').head).toBe('protester');
    expect(asked('team that won the regatta').head).toBe('team');
  });

  it('tells who did it from whom it was done to', () => {
    expect(asked('Who picked the mayor?').gap).toBe('subject');
    expect(asked('Who did the mayor pick?').gap).toBe('object');
  });

  it('keeps the asking words apart from the words that carry the question', () => {
    const { content, askingWords, question } = understandAsking('How many people crossed the bridge?');
    expect(content.map((t) => t.lower)).toEqual(['people', 'crossed', 'bridge']);
    expect(askingWords.map(([from, to]) => question.slice(from, to))).toEqual(['How', 'many']);
  });
});
