import { describe, expect, it } from 'vitest';
import { understandAsking } from '../../../src/search/direct/asking.js';
import { directAnswer } from '../../../src/search/direct/direct-answer.js';
import { eventOf } from './event-of.js';

const ferry = eventOf(
  '2031-05-04',
  'A ferry with 212 passengers runs aground near Port Ellery, injuring 14 people.',
);

const said = (question: string, event = ferry) =>
  directAnswer(understandAsking(question), event)?.text ?? null;

describe('the answer in one line', () => {
  it('gives the day of the event to a question for a date', () => {
    const answer = directAnswer(understandAsking('When did the ferry run aground near Port Ellery?'), ferry);
    expect(answer).toMatchObject({ text: '4 May 2031', value: '2031-05-04', rests: [] });
  });

  it('picks the number that counts what is asked for', () => {
    expect(said('How many people were injured when the ferry ran aground?')).toBe('14 people');
    expect(said('How many passengers were on the ferry?')).toBe('212 passengers');
  });

  it('points at the words it rests on', () => {
    const answer = directAnswer(understandAsking('how many passengers were on the ferry'), ferry);
    expect(answer?.rests.map(([from, to]) => ferry.sentence.slice(from, to))).toEqual(['212 passengers']);
  });

  it('says nothing where the event holds no such number', () => {
    expect(said('How much did the ferry cost?')).toBeNull();
  });
});
