import { beforeAll, describe, expect, test } from 'vitest';
import type { EventArchive } from '../../../src/archive/event-archive.js';
import type { NewsEvent } from '../../../src/events/event.js';
import { madeUp, townEvents } from '../../commands/fixture-events.js';
import { archiveOver } from '../archive-over.js';

const condemned = madeUp(
  '2012-08-03',
  'Quillmere Bridge',
  'Bishop Anselm Torvald condemns the builders’ strike from the pulpit in Quillmere.',
);
const elsewhere = madeUp('2015-03-03', null, 'President Ilse Brandt condemns a coup in Karvonia.');

let archive: EventArchive;
beforeAll(async () => {
  archive = await archiveOver([...townEvents, condemned, elsewhere]);
});
const today = '2016-06-01';
const named = (words: string): NewsEvent => {
  const event = townEvents.find(({ sentence }) => sentence.includes(words));
  if (!event) throw new Error(`no event ${words}`);
  return event;
};
const ask = (question: string, ...about: NewsEvent[]) => archive.ask(question, { today, about });
const strike = named('go on strike');

describe('in the light of what was spoken of', () => {
  test('"and then?" goes on to the later events of the story, in time order', async () => {
    const answer = await ask('And then?', strike);
    expect(answer.answered).toBe(true);
    expect(answer.hits[0]?.event).toEqual(condemned);
    const dates = answer.hits.map(({ event }) => event.date);
    expect(dates).toEqual(dates.toSorted());
    expect(answer.understood.about).toEqual(strike);
  });

  test('"what led to it?" goes back, the nearest first', async () => {
    const answer = await ask('What led to it?', strike);
    expect(answer.hits[0]?.event.date).toBe('2009-03-12');
  });

  test('where the story ends, that is said', async () => {
    const last = named('comet');
    const answer = await ask('and then?', last);
    expect(answer.answered).toBe(false);
    expect(answer.because).toContain('ends there');
    expect(answer.endOfStory).toBe('last');
  });

  test('"when was that?" gives the day of the event spoken of last', async () => {
    const answer = await ask('When was that?', strike, named('opens the new bridge'));
    expect(answer.direct?.value).toBe('2012-07-30');
    expect((await ask('那是什么时候？', strike)).direct?.value).toBe('2012-07-30');
  });

  test('"who condemns?" asks about nothing on its own: it is answered from what was spoken of', async () => {
    const answer = await ask('who condemns?', condemned);
    expect(answer.hits[0]?.event).toEqual(condemned);
    expect(answer.understood.about).toEqual(condemned);
  });

  test('"who condemned it?" is answered from the story, not from another that has the word', async () => {
    const answer = await ask('Who condemned it?', strike);
    expect(answer.answered).toBe(true);
    expect(answer.hits[0]?.event).toEqual(condemned);
    expect(answer.direct?.text ?? condemned.sentence).toContain('Torvald');
  });

  test('what nothing in it says is not made up', async () => {
    const answer = await ask('Who wrote an opera about it?', strike);
    expect(answer.answered).toBe(false);
    expect(answer.direct).toBeNull();
  });

  test('"him" is not the answer to who did something to him', async () => {
    const praised = madeUp(
      '2012-09-01',
      'Quillmere Bridge',
      'Painters in Quillmere praise Bishop Anselm Torvald.',
    );
    await archive.update({ put: [praised], remove: [] });
    const answer = await ask('Who praised him?', condemned);
    await archive.update({ put: [], remove: [praised.path] });
    expect(answer.hits[0]?.event).toEqual(praised);
    expect(answer.direct?.text ?? '').not.toContain('Torvald');
  });

  test('a figure that no event gives is not claimed to be there', async () => {
    expect((await ask('How many were there?', condemned)).answered).toBe(false);
  });

  test('where nothing was spoken of, nothing is guessed', async () => {
    for (const question of ['and then?', 'when was that?', 'what led to it?'])
      expect(await ask(question)).toMatchObject({ answered: false, hits: [] });
  });

  test('a question that needs no context is answered as if nothing had been said', async () => {
    const question = 'Who condemned a coup in Karvonia?';
    const answer = await ask(question, strike);
    expect(answer).toEqual(await archive.ask(question, { today }));
    expect(answer.hits[0]?.event).toEqual(elsewhere);
  });

  test('an event that went meanwhile is no longer spoken of', async () => {
    const gone = madeUp('2001-01-01', null, 'Nobody kept this.');
    expect((await ask('when was that?', gone)).understood.about).toBeUndefined();
  });
});

test('in a small archive, a question whose word few events have needs no context', async () => {
  const many = Array.from({ length: 150 }, (_, i) => {
    const date = `2013-0${1 + (i % 9)}-1${i % 10}` as '2013-01-10';
    return madeUp(date, null, `Clerk number ${i} of Harrow signs ledger ${i}.`);
  });
  const found = madeUp('2014-05-05', null, 'The frigate Petrel lands in the bay of Harrow.');
  const lost = madeUp('2011-05-05', null, 'The frigate Petrel is lost in a storm.');
  const small = await archiveOver([...townEvents, ...many, found, lost]);
  const answer = await small.ask('when did petrel land?', { today, about: [strike] });
  expect(answer.answered).toBe(true);
  expect(answer.direct?.value).toBe('2014-05-05');
});
