import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/archive/ask.js';
import { SearchEngine } from '../../src/search/search-engine.js';
import { told } from './event-fixtures.js';

const EVENTS = [
  told('2031-03-01', 'A tram derails in Helsinki, injuring seven passengers.'),
  told('2031-03-09', 'The city of Turku lends a bronze bear to a museum in Vienna.'),
  told('2031-04-11', 'Voters of Aldmere elect Jonas Virtala as mayor.'),
  told('2031-05-20', 'Mayor Jonas Virtala opens a bridge over the Lind in Aldmere.'),
  told('2031-06-01', 'A ferry collides with a lighthouse off Aldmere.'),
  told('2031-07-04', 'Norland and Sweden sign a treaty on fishing in the Baltic.'),
  told('2031-08-15', 'Archaeologists find a Roman harbour under a car park in Lyon.'),
  told('2031-09-21', 'The orchestra of Aldmere goes on strike over unpaid wages.'),
];

let engine: SearchEngine;

beforeAll(async () => {
  engine = await SearchEngine.over(EVENTS);
  await engine.ready();
}, 30_000);

const confidence = (question: string) => ask(engine, question, { today: '2032-01-01' }).confidence;
const answers = (question: string) => ask(engine, question, { today: '2032-01-01' });

describe('an answer is trusted', () => {
  it.each([
    'How many passengers were injured when a tram derailed in Helsinki?',
    'Who was elected mayor of Aldmere?',
    'When did Jonas Virtala open the bridge?',
    'Where did archaeologists find a Roman harbour?',
  ])('where the event says what “%s” asks', (question) => {
    expect(answers(question)).toMatchObject({ answered: true });
  });
});

describe('an answer of several years', () => {
  it('is as sure as one of its own year', () => {
    const years = confidence('ferry collisions off Aldmere in 2030 and 2031');
    expect(years).toBeCloseTo(confidence('ferry collisions off Aldmere in 2031'), 1);
  });
});

describe('an answer is doubted', () => {
  it('where the event tells of another place of the same sort than the one named', () => {
    const there = confidence('How many passengers were injured when a tram derailed in Helsinki?');
    const elsewhere = confidence('How many passengers were injured when a tram derailed in Oslo?');
    expect(elsewhere).toBeLessThan(there - 0.1);
  });

  it('where the event holds nothing of the kind asked for', () => {
    const held = confidence('Who was elected mayor of Aldmere?');
    const missing = confidence('How many votes did Jonas Virtala get as mayor of Aldmere?');
    expect(missing).toBeLessThan(held - 0.1);
  });

  it('where the event tells of another deed of the one named', () => {
    const told = confidence('When did Jonas Virtala open the bridge?');
    const other = confidence('When did Jonas Virtala divorce his dentist?');
    expect(other).toBeLessThan(told - 0.1);
  });

  it('where a name in the question stands in no event', () => {
    const nowhere = confidence('Who was elected mayor of Quillfeather?');
    expect(nowhere).toBeLessThan(confidence('Who was elected mayor of Aldmere?') - 0.1);
  });
});
