import { beforeAll, describe, expect, test } from 'vitest';
import type { EventArchive } from '../../../src/archive/event-archive.js';
import { madeUp } from '../../commands/fixture-events.js';
import { archiveOver } from '../archive-over.js';

const cup = (year: number, winner: string, loser: string) =>
  madeUp(`${year}-06-20`, null, `${winner} defeats ${loser} to win the ${year} Marram Cup.`);

const quakes = [
  madeUp('2011-02-03', null, 'A magnitude 6.1 earthquake near Tolvere kills at least 40 people.'),
  madeUp('2013-08-17', null, 'A magnitude 7.4 earthquake in Karvonia leaves 1,200 people dead.'),
  madeUp('2014-05-09', null, 'An earthquake of magnitude 5.8 kills three people in Ostmark.'),
];
const fever = [
  madeUp('2009-03-01', null, 'Doctors in Marsk find the Lind fever in three sailors.'),
  madeUp('2009-03-02', null, 'Lind fever spreads from Marsk to Olvar.'),
  madeUp('2009-03-02', null, 'Lind fever closes the schools of Olvar.'),
  madeUp('2010-07-11', null, 'A play about Lind fever opens in Olvar.'),
  madeUp('2011-11-05', null, 'A vaccine against Lind fever is approved.'),
];
const bridges = [
  madeUp(
    '2008-05-01',
    null,
    'The Ravel Bridge, 900 metres long, opens; it is the second longest bridge of Ostmark.',
  ),
  madeUp('2012-09-09', null, 'The Ilm Bridge opens; it is the longest bridge of Ostmark.'),
];
const events = [
  ...fever,
  ...bridges,
  cup(2010, 'Tolvere', 'Quillmere'),
  cup(2012, 'Ostmark', 'Karvonia'),
  cup(2014, 'Quillmere', 'Tolvere'),
  ...quakes,
  madeUp('2012-06-20', null, 'Dockers in Quillmere harbour end their strike.'),
  madeUp('2012-06-20', null, 'The Ostmark parliament passes a law on fishing.'),
  madeUp('2015-01-04', null, 'A lighthouse museum opens on the island of Sarn.'),
];

let archive: EventArchive;
beforeAll(async () => {
  archive = await archiveOver(events);
});
const ask = (question: string) => archive.ask(question, { today: '2016-06-01' });

describe('what several events answer together', () => {
  test('a list has an item for each happening, by date', async () => {
    const { several } = await ask('list the winners of the Marram Cup since 2010');
    expect(several?.kind).toBe('list');
    const dates = several?.items.map(({ event }) => event.date) ?? [];
    expect(dates).toEqual(expect.arrayContaining(['2010-06-20', '2012-06-20', '2014-06-20']));
    expect(dates).toEqual(dates.toSorted());
  });

  test('the strongest of a kind comes first, with its figure', async () => {
    const { several, direct } = await ask('what was the strongest earthquake?');
    expect(several?.kind).toBe('superlative');
    expect(several?.items[0]?.event).toEqual(quakes[1]);
    expect(direct?.text).toContain('7.4');
  });

  test('things are compared by their figures where no event says that it is the greatest', async () => {
    const { several } = await ask('deadliest earthquake of the 2010s');
    expect(several?.kind).toBe('superlative');
    const values = several?.items.map(({ quantity }) => quantity?.value).sort();
    expect(values).toEqual([1200, 3, 40]);
  });

  test('an event that says it is second is not taken for the first', async () => {
    const { several, direct } = await ask('what is the longest bridge of Ostmark?');
    expect(several?.items[0]?.event).toEqual(bridges[1]);
    expect(direct?.text ?? '').not.toContain('900');
  });

  test('which came first is answered by the days of both', async () => {
    const answer = await ask('which came first, the Karvonia earthquake or the Tolvere earthquake?');
    expect(answer.several?.items.map(({ event }) => event.date)).toEqual(['2013-08-17', '2011-02-03']);
    expect(answer.direct?.text).toContain('Tolvere');
  });

  test('a timeline is in time order, keeps to its subject and has its beginning and its end', async () => {
    const { several } = await ask('timeline of the Lind fever');
    expect(several?.kind).toBe('timeline');
    const shown = several?.items.map(({ event }) => event) ?? [];
    expect(shown.every(({ sentence }) => sentence.includes('Lind fever'))).toBe(true);
    expect(shown.map(({ date }) => date)).toEqual(shown.map(({ date }) => date).toSorted());
    expect(shown[0]).toEqual(fever[0]);
    expect(shown.at(-1)).toEqual(fever.at(-1));
  });

  test('two things are put side by side with what each has', async () => {
    const answer = await ask('which was deadlier, the Karvonia earthquake or the Tolvere earthquake?');
    expect(answer.several?.kind).toBe('compare');
    expect(answer.several?.items.map(({ event }) => event)).toEqual([quakes[1], quakes[0]]);
    expect(answer.direct?.text).toContain('1,200');
    expect(answer.direct?.text).toContain('40');
  });

  test('the other events of a day are those of the day of the event named, without that event', async () => {
    const { several } = await ask('what else happened on the day Ostmark won the Marram Cup?');
    expect(several?.kind).toBe('same-day');
    expect(several?.anchor?.sentence).toContain('Ostmark defeats Karvonia');
    expect(several?.items.map(({ event }) => event.sentence).sort()).toEqual([
      'Dockers in Quillmere harbour end their strike.',
      'The Ostmark parliament passes a law on fishing.',
    ]);
  });

  test('the latest says how far the events reach', async () => {
    const { several } = await ask('what is the latest on the Marram Cup?');
    expect(several?.items[0]?.event.date).toBe('2014-06-20');
    expect(several?.reach).toBe('2015-01-04');
  });

  test('what the events know nothing of is not put together from others', async () => {
    const answer = await ask('what is the tallest skyscraper in Zanzibar?');
    expect(answer.several).toBeUndefined();
    expect(answer.answered).toBe(false);
  });

  test('a question about one event is answered by one', async () => {
    const answer = await ask('Who won the Marram Cup in 2012?');
    expect(answer.several).toBeUndefined();
    expect(answer.hits[0]?.event.date).toBe('2012-06-20');
  });
});
