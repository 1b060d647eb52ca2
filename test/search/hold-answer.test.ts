import { beforeAll, describe, expect, it } from 'vitest';
import { understandAsking } from '../../src/search/direct/asking.js';
import { preferHolding } from '../../src/search/hold-answer.js';
import { likenessTo } from '../../src/search/question-likeness.js';
import type { Ranked } from '../../src/search/ranking.js';
import { SearchEngine } from '../../src/search/search-engine.js';
import { told } from './event-fixtures.js';

const TODAY = '2032-01-01';
const UNCOUNTED = told('2031-03-02', 'The zoo of Quillota sells penguins to the zoo of Aldmere.');
const COUNTED = told('2031-03-03', 'The zoo of Quillota sells 14 penguins to the zoo of Aldmere.');
const OTHER = told('2031-03-04', 'The zoo of Quillota shows its penguins to visitors.');
const HOW_MANY = 'How many penguins did the zoo of Quillota sell?';

let engine: SearchEngine;

beforeAll(async () => {
  engine = await SearchEngine.over([UNCOUNTED, COUNTED, OTHER]);
  await engine.ready();
}, 30_000);

/** The sentences of events in the order a question prefers, from the scores they have without it. */
function preferred(question: string, scores: readonly (readonly [{ readonly path: string }, number])[]) {
  const { concepts } = engine.read(question, TODAY);
  const ranked = scores.map(([{ path }, score]): Ranked => {
    const event = engine.index.numberOf(path);
    if (event === undefined) throw new Error(`no event ${path}`);
    return { event, score, parts: {}, matches: [] };
  });
  return preferHolding(
    engine.index,
    understandAsking(question),
    ranked,
    likenessTo(concepts, engine.index),
  ).map(({ event }) => engine.index.event(event)?.sentence);
}

describe('among events about as good as the first', () => {
  it('one that counts goes first where a question asks how many', () => {
    const [first] = preferred(HOW_MANY, [
      [UNCOUNTED, 1.0],
      [COUNTED, 0.99],
      [OTHER, 0.98],
    ]);
    expect(first).toBe(COUNTED.sentence);
  });

  it('the best one stays first where it holds an answer itself', () => {
    const [first] = preferred(HOW_MANY, [
      [COUNTED, 1.0],
      [UNCOUNTED, 0.99],
    ]);
    expect(first).toBe(COUNTED.sentence);
  });

  it('the order stays where a question asks for nothing in particular', () => {
    expect(
      preferred('What about the penguins of Quillota?', [
        [UNCOUNTED, 1.0],
        [COUNTED, 0.99],
      ]),
    ).toEqual([UNCOUNTED.sentence, COUNTED.sentence]);
  });
});

it('an event far behind the first stays behind, whatever it holds', () => {
  const [first] = preferred(HOW_MANY, [
    [UNCOUNTED, 1.0],
    // Near enough for what it holds to put it first, were it looked at.
    [COUNTED, 0.85],
  ]);
  expect(first).toBe(UNCOUNTED.sentence);
});

it('no event is lost, and none comes from nowhere', () => {
  expect(
    preferred(HOW_MANY, [
      [OTHER, 1.0],
      [UNCOUNTED, 0.97],
      [COUNTED, 0.2],
    ]).sort(),
  ).toEqual([COUNTED, OTHER, UNCOUNTED].map(({ sentence }) => sentence).sort());
  expect(preferred(HOW_MANY, [])).toEqual([]);
  expect(preferred(HOW_MANY, [[OTHER, 1.0]])).toEqual([OTHER.sentence]);
});
