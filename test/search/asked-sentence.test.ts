import { describe, expect, it } from 'vitest';
import { askedFirst, askedSentence } from '../../src/search/asked-sentence.js';
import { understandAsking } from '../../src/search/read/rules/asking.js';

describe('a statement with a question after it', () => {
  it('asks with its last sentence, and the rest says what about', () => {
    const text = 'Ada Brennt won the Norland chess title. How old was she?';
    expect(askedSentence(text)).toEqual({
      from: text.indexOf('How'),
      asked: 'How old was she?',
      context: 'Ada Brennt won the Norland chess title.',
    });
    expect(askedFirst(text)).toBe('How old was she? Ada Brennt won the Norland chess title.');
  });

  it('wants what the question wants, whatever is stated, and still carries the names of the statement', () => {
    const { wanted, content, askingWords } = understandAsking(
      'The mayor of Aldmere opened a bridge over the Lind. When was that?',
    );
    expect(wanted).toBe('date');
    expect(content.map(({ lower }) => lower)).toEqual(expect.arrayContaining(['aldmere', 'lind']));
    expect(askingWords.every(([start]) => start > 50)).toBe(true);
    expect(understandAsking('I was at the harbour fire. How many people were hurt?').wanted).toBe('number');
  });
});

describe('one sentence', () => {
  it.each([
    'Who is St. Paul named after?',
    'Did the U.S. Senate vote?',
    'Where did J. Brennt go?',
    'Hello. Who won?',
    'Who won? Was it close?',
    'They signed. It was in June.',
    'Which bridge fell on 3. May 2016 in Aldmere?',
  ])('is left as it is: %s', (text) => {
    expect(askedSentence(text)).toBeNull();
    expect(askedFirst(text)).toBe(text);
  });
});
