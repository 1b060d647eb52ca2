import { beforeAll, expect, it } from 'vitest';
import { Matcher } from '../../src/search/match.js';
import { SearchEngine } from '../../src/search/search-engine.js';
import { reported } from './event-fixtures.js';

const PENGUINS = reported('2031-03-02', 'The zoo of Quillota sells penguins.');

let engine: SearchEngine;

beforeAll(async () => {
  engine = await SearchEngine.over([PENGUINS]);
  await engine.ready();
}, 30_000);

it('a word is found in an event, however many words come before it', () => {
  const { concepts } = engine.read('penguins', '2032-01-01');
  const [word] = concepts;
  if (!word) throw new Error('no word was read');
  const others = new Array(2 ** 16).fill({ ...word, similar: [] });
  const matches = new Matcher(engine.index, [...others, word]).match(0);
  expect(matches.at(-1)).toMatchObject({ strength: 1 });
});
