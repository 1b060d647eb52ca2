import { describe, expect, it } from 'vitest';
import { ask } from '../../src/archive/ask.js';
import { newestAsked } from '../../src/search/newest.js';
import { SearchEngine } from '../../src/search/search-engine.js';
import { reported } from './event-fixtures.js';

const STORY = 'Lind dam collapse';
const EVENTS = [
  reported('2031-03-20', 'The builder of the Lind dam, Oskar Fenn, is charged with negligence.', STORY),
  reported('2031-02-01', 'Engineers warn of cracks in the Lind dam.', STORY),
  reported('2031-02-10', 'The Lind dam breaks and floods three villages of Norland.', STORY),
  reported('2031-05-02', 'A late frost ruins the apple harvest of Norland.'),
];

describe('the newest', () => {
  it('comes first among what is about the thing asked for, and is said without a guess at an answer', async () => {
    const engine = await SearchEngine.over(EVENTS);
    await engine.ready();
    const answer = await ask(engine, 'What is the latest on the Lind dam?', { today: '2032-01-01' });
    expect(answer.hits.map(({ event }) => event.date).slice(0, 3)).toEqual([
      '2031-03-20',
      '2031-02-10',
      '2031-02-01',
    ]);
    expect(answer).toMatchObject({ answered: true, direct: null });
  });

  it('of all comes first where nothing is named', async () => {
    const engine = await SearchEngine.over(EVENTS);
    await engine.ready();
    for (const question of ['latest news', 'What are the newest events?', 'any news']) {
      const answer = await ask(engine, question, { today: '2032-01-01' });
      expect(answer.hits[0]?.event.date).toBe('2031-05-02');
      expect(answer.answered).toBe(true);
    }
  });

  it.each([
    'any news about the dam?',
    'the latest from Norland',
    "what's new with Oskar Fenn",
    'most recent dam news',
  ])('is asked for by “%s”', (question) => expect(newestAsked(question)).not.toBeNull());

  it.each(['When did the dam break?', 'Who opened a new bridge in Norland?', 'a late frost'])(
    'is not asked for by “%s”',
    (question) => expect(newestAsked(question)).toBeNull(),
  );
});

describe('what is no word of a question', () => {
  it('an address finds nothing', async () => {
    const engine = await SearchEngine.over(EVENTS);
    await engine.ready();
    const answer = await ask(engine, '[x](https://dam.example/frost)', { today: '2032-01-01' });
    expect(answer.answered).toBe(false);
  });
});
