import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../../src/events/calendar-date.js';
import { Related, type RelatedInput } from '../../../src/import/related/related.js';

const DATE: CalendarDate = '2016-04-08';
const on = (day: number, topics: string[], links: string[] = [], text = 'it happens.'): RelatedInput => ({
  date: addDays(DATE, day),
  event: {
    id: `${day}`,
    path: `/news/${day}.md`,
    category: null,
    topics,
    text,
    citations: [],
    links,
    revision: 1,
    gone: null,
  },
});
const wordsOf = (related: Related, terms: readonly number[]) => terms.map((term) => related.labels[term]);

describe('related events', () => {
  it('share a topic, a rare link or a rare name, whatever the capitals and the words in brackets', () => {
    const related = new Related([
      on(0, ['Ferry strike'], ['Mercury (planet)']),
      on(1, ['ferry Strike']),
      on(2, [], [], 'a probe reaches Mercury.'),
      on(3, ['Tram strike'], ['Venus']),
    ]);
    const found = related.of(0).map(({ to, shared }) => [to, ...wordsOf(related, shared)]);
    expect(found).toEqual([
      [1, 'Ferry strike'],
      [2, 'Mercury'],
    ]);
    expect(related.of(3)).toEqual([]);
  });

  it('come with the most in common first, then the nearest in time, ten at most', () => {
    const days = [0, 2, 5, 9, 14, 20, 27, 35, 44, 54, 65, 77];
    const related = new Related(days.map((day) => on(day, ['Ferry strike'], day % 35 === 0 ? ['Oslo'] : [])));
    const found = related.of(0).map(({ to }) => days[to]);
    expect(found).toEqual([35, 2, 5, 9, 14, 20, 27, 44, 54, 65]);
  });

  it('are about the terms they share with any other, the rarest first', () => {
    const related = new Related([
      on(0, ['Ferry strike'], ['Oslo', 'Nowhere else']),
      ...[1, 2, 3, 4].map((day) => on(day, ['Ferry strike'], day === 1 ? ['Oslo'] : [])),
    ]);
    expect(wordsOf(related, related.context(0))).toEqual(['Oslo', 'Ferry strike']);
  });
});
