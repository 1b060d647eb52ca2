import { describe, expect, it } from 'vitest';
import type { PairReading } from '../../../src/search/encode/text-models.js';
import { LINE_FEATURES, lineCandidates } from '../../../src/search/read/line-candidates.js';
import { understandAsking } from '../../../src/search/read/rules/asking.js';
import { ruleLines } from '../../../src/search/read/rules/rule-line.js';
import { reported } from '../event-fixtures.js';

const EVENT = reported(
  '2031-05-04',
  'The ferry Lodestar sinks off Norland; 90 people drown and 12 are saved.',
);

/** A reading that marks some words of the event, with a kind of line. */
function marking(words: string, kind: 'span' | 'date' | 'yes' | 'no' = 'span'): PairReading {
  const text = `4 May 2031. ${EVENT.headline}`;
  const at = text.indexOf(words);
  const pieces = [...text.matchAll(/\S+/g)].map(({ 0: word, index }, i) => ({
    word: i,
    from: index,
    to: index + word.length,
  }));
  return {
    relevance: 1,
    kinds: ['none', 'span', 'date', 'yes', 'no'].map((name) => (name === kind ? 5 : 0)),
    starts: pieces.map(({ from, to }) => (from <= at && to > at ? 9 : 0)),
    ends: pieces.map(({ from, to }) => (from < at + words.length && to >= at + words.length ? 9 : 0)),
    pieces,
  };
}

const candidates = (question: string, reading: PairReading) =>
  lineCandidates(
    understandAsking(question),
    EVENT,
    ruleLines(understandAsking(question), EVENT),
    reading,
  ).map(({ line, features }) => ({
    text: line.text,
    of: (name: (typeof LINE_FEATURES)[number]) => features[LINE_FEATURES.indexOf(name)],
  }));

describe('the lines that an event may give', () => {
  it('are its phrases of every kind and its day, each once', () => {
    const texts = candidates('How many drowned on the Lodestar?', marking('90 people')).map(
      ({ text }) => text,
    );
    expect(texts).toEqual(expect.arrayContaining(['90 people', '12', 'Norland', '4 May 2031']));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('know which is of the kind asked for', () => {
    const found = candidates('How many drowned on the Lodestar?', marking('Norland;'));
    expect(found.find(({ text }) => text === '90 people')?.of('wantedFamily')).toBe(1);
    expect(found.find(({ text }) => text === 'Norland')?.of('wantedFamily')).toBe(0);
  });

  it('know how much of the reader’s belief lies within their words', () => {
    const found = candidates('Where did it sink?', marking('Norland;'));
    const norland = found.find(({ text }) => text === 'Norland');
    expect(norland?.of('mass')).toBeGreaterThan(0.9);
    expect(norland?.of('spanBelow')).toBe(0);
    expect(found.find(({ text }) => text === '90 people')?.of('mass')).toBeLessThan(0.1);
  });

  it('hold Yes and No only where either is asked for or the reader leans to one', () => {
    const texts = (question: string, kind: 'span' | 'yes') =>
      candidates(question, marking('Norland;', kind)).map(({ text }) => text);
    expect(texts('Did the Lodestar sink?', 'span')).toEqual(expect.arrayContaining(['Yes', 'No']));
    expect(texts('lodestar sunk', 'yes')).toEqual(expect.arrayContaining(['Yes', 'No']));
    expect(texts('Where did the Lodestar sink?', 'span')).not.toContain('Yes');
  });

  it('hold the clause that says what happened', () => {
    const texts = candidates('What happened to the Lodestar?', marking('Norland;')).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['The ferry Lodestar sinks off Norland', 'sinks off Norland']),
    );
  });
});
