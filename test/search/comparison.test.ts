import { beforeAll, describe, expect, it } from 'vitest';
import { Comparison } from '../../src/search/comparison.js';
import { Matcher } from '../../src/search/match.js';
import { SearchEngine } from '../../src/search/search-engine.js';
import { told } from './event-fixtures.js';

const TODAY = '2032-01-01';
const PENGUINS = told('2031-03-02', 'The zoo of Quillota sells penguins to the zoo of Aldmere.');
const CATCH = told('2031-03-03', 'Fishermen of Aldmere bring home the largest catch in a decade.');
const BUDGET = told('2031-03-04', 'The parliament of Norland passes a budget.');
const EVENTS = [PENGUINS, CATCH, BUDGET];

let engine: SearchEngine;

beforeAll(async () => {
  engine = await SearchEngine.over(EVENTS);
  await engine.ready();
}, 30_000);

/** What an event says of some words. */
function compared(words: string, { path }: { readonly path: string }) {
  const { concepts } = engine.read(words, TODAY);
  const event = engine.index.numberOf(path);
  if (event === undefined) throw new Error(`no event ${path}`);
  return new Comparison(engine.index, concepts).of(event, new Matcher(engine.index, concepts).match(event));
}

describe('an event', () => {
  it('says all of a question whose words it has, in whatever form', () => {
    expect(compared('Who passed the budget of Norland?', BUDGET).said).toBeCloseTo(1, 1);
    expect(compared('Who passed the budget of Norland?', CATCH).said).toBeLessThan(0.5);
  });

  it('says the more of a question, the more of its words it has', () => {
    const whole = compared('penguins in Quillota', PENGUINS).said;
    const half = compared('volcanoes in Quillota', PENGUINS).said;
    expect(half).toBeGreaterThan(compared('volcanoes in Quillota', BUDGET).said);
    expect(half).toBeLessThan(whole);
  });

  it('says something of a word by one that is used alike', () => {
    expect(compared('sailors', CATCH).said).toBeGreaterThan(compared('sailors', BUDGET).said);
    expect(compared('lawmakers', BUDGET).said).toBeGreaterThan(compared('lawmakers', CATCH).said);
  });

  it('says something of a word by one that is defined with it, though the two are not used alike', () => {
    expect(compared('flippers', PENGUINS).said).toBeGreaterThan(compared('flippers', BUDGET).said);
  });

  it('says several words at once by one word that they define', () => {
    expect(compared('flightless bird', PENGUINS).together).toBeGreaterThan(0);
    expect(compared('flightless bird', BUDGET).together).toBe(0);
  });

  it('says nothing together of words that it has outright', () => {
    expect(compared('penguins', PENGUINS).together).toBe(0);
  });

  it.each(['penguins', 'flightless bird', 'the zoo sells a flightless bird', 'qqzzxx', 'Aldmere Aldmere'])(
    'never says more than all of “%s”, nor less than nothing',
    (words) => {
      for (const event of EVENTS) {
        const { said, together } = compared(words, event);
        expect(said).toBeGreaterThanOrEqual(0);
        expect(said).toBeLessThanOrEqual(1.000_001);
        expect(together).toBeGreaterThanOrEqual(0);
        expect(together).toBeLessThanOrEqual(1.000_001);
      }
    },
  );

  it('says nothing of a question without words', () => {
    expect(compared('', PENGUINS)).toEqual({ said: 0, together: 0 });
  });
});
