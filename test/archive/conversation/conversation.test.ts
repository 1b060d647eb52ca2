import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/archive/answer.js';
import type { EventArchive } from '../../../src/archive/event-archive.js';
import type { NewsEvent } from '../../../src/events/event.js';
import { madeUp } from '../../commands/fixture-events.js';
import { archiveOver } from '../archive-over.js';

const events = [
  madeUp('2010-06-20', null, 'Tolvere defeats Quillmere to win the 2010 Marram Cup.'),
  madeUp('2014-06-20', null, 'Quillmere defeats Tolvere to win the 2014 Marram Cup.'),
  madeUp('2012-03-01', null, 'Astrid Vellamo, the president of Karvonia, dies at the age of 71.'),
  madeUp('2013-09-09', null, 'Henrik Saltmarsh, the chancellor of Ostmark, dies at the age of 80.'),
  madeUp('2015-01-04', null, 'A lighthouse museum opens on the island of Sarn.'),
  madeUp('2012-03-01', null, 'Dockers in Port Ansel walk out over night shifts.'),
];

let archive: EventArchive;
beforeAll(async () => {
  archive = await archiveOver(events);
});

/** Says some messages one after the other, and gives the answer to the last. */
async function talk(...messages: string[]): Promise<Answer> {
  let about: NewsEvent[] = [];
  let answer: Answer | null = null;
  for (const message of messages) {
    answer = await archive.ask(message, { today: '2016-06-01', about, before: answer?.asked ?? null });
    const event = answer.hits[0]?.event;
    if (event) about = [event, ...about];
  }
  if (!answer) throw new Error('nothing was said');
  return answer;
}

describe('a question that leans on what was said', () => {
  test('asks the same of another time', async () => {
    const answer = await talk('who won the marram cup in 2014', 'and in 2010?');
    expect(answer.hits[0]?.event.date).toBe('2010-06-20');
    expect(answer.understood.rewritten).toContain('2010');
    expect(answer.understood.rewritten).not.toContain('2014');
  });

  test('asks the same of somebody else', async () => {
    const answer = await talk('when did astrid vellamo die', 'and henrik saltmarsh?');
    expect(answer.hits[0]?.event.sentence).toContain('Henrik Saltmarsh');
    expect(answer.understood.rewritten).toContain('die');
  });

  test('means by a pronoun whom the last question named', async () => {
    const answer = await talk('when did astrid vellamo die', 'how old was she?');
    expect(answer.hits[0]?.event.sentence).toContain('Astrid Vellamo');
    expect(answer.understood.rewritten).toContain('astrid vellamo');
  });

  test('puts the other time in the place of the last one', async () => {
    const answer = await talk('who won the 2014 marram cup', 'and in 2010?');
    expect(answer.understood.rewritten).toBe('who won the 2010 marram cup');
  });

  test('asks for the other events of the day of the event spoken of, in a question that stands alone', async () => {
    const answer = await talk('when did astrid vellamo die', 'what else happened that day?');
    expect(answer.hits.map(({ event }) => event.sentence)).toEqual([events[5]?.sentence]);
    const { rewritten = '' } = answer.understood;
    expect(rewritten).toBe('what else happened on 1 March 2012');
    const alone = await talk(rewritten);
    expect(alone.hits.map(({ event }) => event.date)).toContain('2012-03-01');
  });

  test('gets the event again where it asks for the source', async () => {
    const answer = await talk('when did astrid vellamo die', 'source?');
    expect(answer.hits.map(({ event }) => event.sentence)).toEqual([events[2]?.sentence]);
  });

  test('keeps no word that neither the events nor the language of asking have', async () => {
    const answer = await talk('when did my uncle zebulon see the lighthouse museum');
    expect(answer.asked?.words.map(({ word }) => word)).not.toContain('zebulon');
  });
});

describe('a question with a subject of its own', () => {
  test('is answered as if nothing had been said, whatever its capitals', async () => {
    const alone = await talk('where did a lighthouse museum open');
    const after = await talk('when did astrid vellamo die', 'where did a lighthouse museum open');
    expect(after.hits[0]?.event).toEqual(alone.hits[0]?.event);
    expect(after.understood.rewritten).toBeUndefined();
  });
});
