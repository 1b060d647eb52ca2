import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/archive/ask.js';
import type { CalendarDate } from '../../src/events/calendar-date.js';
import { SearchEngine } from '../../src/search/search-engine.js';
import { told } from '../search/event-fixtures.js';

/** A day for each number, a month apart. */
const monthly = (i: number) =>
  `${2030 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-05` as CalendarDate;

const EVENTS = [
  told('2029-03-01', 'A train leaves the rails at Vellin.', 'Vellin derailment'),
  told('2029-08-15', 'The line through Vellin is open again.', 'Vellin derailment'),
  told('2030-12-01', 'A court fines the railway for the derailment at Vellin.', 'Vellin derailment'),
  told('2033-03-01', 'Vellin unveils a stone for the passengers.', 'Vellin derailment'),
  told('2030-02-11', 'A dam near Quillota bursts and floods the lower town.'),
  told('2030-02-12', 'Rescuers search the flooded streets of Quillota for the missing.'),
  told('2030-02-14', 'The government of Norland sends tents to Quillota.'),
  told('2030-02-20', 'Engineers say that the dam near Quillota had cracks.'),
  told('2031-02-11', 'Quillota remembers its flood.'),
  told('2031-06-03', 'The zoo of Quillota sells a camel.'),
  told('2031-09-04', 'Quillota wins.'),
  told('2030-08-09', 'The mayor of Norland pledges to help after the Kelmar fire.'),
  told(
    '2030-08-09',
    'The old theatre of Kelmar burns down in a fire that reaches the two streets beside it.',
  ),
  told('2030-08-10', 'Firemen say that the Kelmar fire is out.'),
  told('2030-08-12', 'The Kelmar fire began in the kitchen, police say.'),
  told('1970-01-01', 'The bells of Vennby begin to ring at noon and do not stop.'),
  told('1970-01-02', 'Vennby cannot sleep.'),
  told('1970-01-03', 'Vennby asks for wool.'),
  told('1970-01-05', 'A bell founder comes to Vennby.'),
  told('1971-08-05', 'Vennby rings.'),
  ...Array.from({ length: 24 }, (_, i) =>
    told(monthly(i), `Chancellor Virtala visits the district number ${i + 40}.`),
  ),
  told('2031-03-07', 'The ferries of Aldmere get a new colour.'),
  told('2031-05-20', 'The ferries of Aldmere stop for a strike.'),
  told('2031-11-02', 'The ferries of Aldmere carry more passengers than ever.'),
];

let engine: SearchEngine;

beforeAll(async () => {
  engine = await SearchEngine.over(EVENTS);
  await engine.ready();
}, 30_000);

const answer = (question: string) => ask(engine, question, { today: '2032-01-01' });
const first = (question: string) => answer(question).hits[0]?.event.sentence;

describe('a question that only names something', () => {
  it.each([
    'what happened in Quillota',
    'wat hapened in quillota',
    'quillota',
    'what happened in Quillota in 2030',
  ])('is answered by the event from which on most is told of it: “%s”', (question) => {
    expect(first(question)).toContain('bursts');
  });

  it('is answered by it also where its day is asked for', () => {
    expect(answer('when was the Kelmar fire').direct?.value).toBe('2030-08-09');
  });

  it('is answered by what happened that day rather than by what was said of it', () => {
    expect(first('Kelmar fire')).toContain('burns down');
  });

  it('is answered so on whatever day it began', () => {
    expect(first('Vennby')).toContain('begin to ring');
  });

  it('is answered by the first of its story where little is told of it', () => {
    expect(first('what happened at Vellin')).toContain('leaves the rails');
  });

  it('of which something is told now and then gets no one answer', () => {
    const { direct, confidence, hits } = answer('Virtala');
    expect(direct).toBeNull();
    expect(confidence).toBeLessThan(0.8);
    expect(hits.length).toBeGreaterThan(3);
  });

  it('but asks more is left to what fits it best', () => {
    expect(first('what did the zoo of Quillota sell')).toContain('camel');
  });
});

describe('news of a time', () => {
  it('are what happened in it, not the newest of all', () => {
    expect(first('news about the ferries of Aldmere in May 2031')).toContain('strike');
    expect(first('news about the ferries of Aldmere')).toContain('more passengers');
  });
});
