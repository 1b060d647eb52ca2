import { beforeAll, describe, expect, test } from 'vitest';
import type { EventArchive } from '../../../src/archive/event-archive.js';
import { madeUp, townEvents } from '../../commands/fixture-events.js';
import { archiveOver } from '../archive-over.js';

let archive: EventArchive;
beforeAll(async () => {
  archive = await archiveOver([
    ...townEvents,
    madeUp('2013-01-05', null, 'Mayor Edda Lorne resigns because of a bribery scandal.', ['Port Ansel']),
  ]);
});
const ask = (question: string) => archive.ask(question, { today: '2016-06-01' });

describe('a question for a cause', () => {
  test('is answered with the cause where the event gives one', async () => {
    const answer = await ask('why did Edda Lorne resign?');
    expect(answer.hits[0]?.event.sentence).toContain('bribery scandal');
    expect(answer.unexplained).toBeUndefined();
  });

  test('where the event gives none, gets the events just before it, in time order', async () => {
    const answer = await ask('why was the oak arch of the Quillmere bridge raised?');
    expect(answer.hits[0]?.event.date).toBe('2014-02-02');
    expect(answer.unexplained?.asked).toBe('why');
    const dates = answer.unexplained?.before.map(({ date }) => date) ?? [];
    expect(dates.length).toBeGreaterThan(0);
    expect(dates).toEqual(dates.toSorted());
    expect(dates.every((date) => date < '2014-02-02')).toBe(true);
  });
});

test('a question that asks neither why nor how is left as it is', async () => {
  expect((await ask('when was the oak arch of the Quillmere bridge raised?')).unexplained).toBeUndefined();
});
