import { describe, expect, it } from 'vitest';
import { SearchEngine } from '../../src/search/search-engine.js';
import { asksWhatCameNext } from '../../src/search/sequence.js';
import { reported } from './event-fixtures.js';

const STORY = 'Lind dam collapse';
const EVENTS = [
  reported('2031-02-01', 'Engineers warn of cracks in the Lind dam.', STORY),
  reported('2031-02-10', 'The Lind dam breaks and floods three villages of Norland.', STORY),
  reported('2031-02-12', 'Rescuers find the last missing villagers below the Lind dam.', STORY),
  reported('2031-03-20', 'The builder of the Lind dam, Oskar Fenn, is charged with negligence.', STORY),
  reported('2031-03-21', 'A chess club in Quillota celebrates its centenary.'),
];

describe('what came next', () => {
  it('is answered from the later events of the story, in time order', async () => {
    const engine = await SearchEngine.over(EVENTS);
    await engine.ready();
    const question = engine.read(
      'What happened after the Lind dam broke and flooded villages?',
      '2032-01-01',
    );
    const next = engine.whatCameNext(question, await engine.rank(question));
    const dates = next.slice(0, 2).map(({ event }) => engine.index.event(event)?.date);
    expect(dates).toEqual(['2031-02-12', '2031-03-20']);
  });

  it('begins with the event itself where nothing followed it', async () => {
    const engine = await SearchEngine.over(EVENTS);
    await engine.ready();
    const question = engine.read('How did the case against Oskar Fenn end?', '2032-01-01');
    const [best] = engine.whatCameNext(question, await engine.rank(question));
    expect(best && engine.index.event(best.event)?.date).toBe('2031-03-20');
  });

  it('is told though nothing fits the question well', async () => {
    const engine = await SearchEngine.over(EVENTS);
    await engine.ready();
    const question = engine.read('What happened after quixotic marmalade in 1850?', '2032-01-01');
    const [best] = await engine.rank(engine.read('chess', '2032-01-01'));
    expect(engine.whatCameNext(question, best ? [{ ...best, score: -1 }] : [])).not.toHaveLength(0);
  });

  it.each([
    'What happened after the dam broke?',
    'how did the strike end',
    'What became of Oskar Fenn?',
    'what came next after the vote',
    'What did the police do in the days after the flood?',
    'what happened to the builder in the end',
    'Was anyone ever charged over the dam?',
    'who ended up as mayor',
  ])('is asked by “%s”', (question) => expect(asksWhatCameNext(question)).toBe(true));

  it.each([
    'Who became mayor after the flood?',
    'When did the dam break?',
    'What happened to the Lind dam?',
    'floods in Norland',
  ])('is not asked by “%s”', (question) => expect(asksWhatCameNext(question)).toBe(false));
});
