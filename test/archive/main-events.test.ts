import { describe, expect, it } from 'vitest';
import { DateArchive } from '../../src/archive/date-archive.js';
import type { NewsEvent } from '../../src/events/event.js';
import { madeUp, sources } from './events.js';

const archiveOf = (...events: readonly NewsEvent[]) => {
  const archive = new DateArchive();
  for (const event of events) archive.put(event);
  return archive;
};
const year2016 = { from: '2016-01-01', to: '2016-12-31', grain: 'year' } as const;
const told = (story: string) => ({ story, sources: sources(2) });

const promise = madeUp('2013-01-23', 'A vote on the causeway is promised', told('Causeway'));
const named = madeUp('2016-02-20', 'The mayor names the day of the vote', told('Causeway'));
const vote = madeUp('2016-06-23', 'The town votes to leave the causeway', told('Causeway'));
const quits = madeUp('2016-06-24', 'The mayor says he will go', told('Causeway'));
const moves = madeUp('2016-07-13', 'A new mayor moves in', told('Causeway'));
const causeway = [promise, named, vote, quits, moves];
const linkedTo = (event: NewsEvent, by: string) =>
  madeUp('2018-01-01', by, {
    related: [{ path: event.path, headline: event.headline, context: [] }],
  });

describe('the main event of a story', () => {
  it('is the one that set much off after a silence, though as many report the others and more link to them', () => {
    const archive = archiveOf(
      ...causeway,
      linkedTo(named, 'A book is printed'),
      linkedTo(moves, 'A film is shot'),
    );
    expect(archive.topic('Causeway')?.years.find(({ year }) => year === 2016)?.main[0]).toBe(vote);
    expect(archive.span(year2016).groups[0]?.gist).toBe(vote);
  });

  it('is not just the first after a lull, where the story goes on all the time', () => {
    const days = Array.from({ length: 40 }, (_, i) => i).filter((i) => i < 20 || i > 24);
    const war = days.map((i) => {
      const date = new Date(Date.UTC(2016, 0, 1 + i * 8)).toISOString().slice(0, 10) as NewsEvent['date'];
      return madeUp(date, `Shells fall, day ${i}`, { story: 'Hill war', sources: sources(1) });
    });
    const peace = madeUp('2016-11-30', 'The hill war ends', { story: 'Hill war', sources: sources(3) });
    expect(archiveOf(...war, peace).topic('Hill war')?.years[0]?.main[0]).toBe(peace);
  });
});

describe('the main event of a day', () => {
  const lids = madeUp('2016-06-23', 'Makers of lids agree on a sign', { story: 'Lids', sources: sources(4) });
  const only = madeUp('2016-06-23', 'The town votes to leave', {
    story: 'Vote of 2016',
    context: ['Causeway'],
    sources: sources(1),
  });

  it('is the one with many reports afterwards, though more report another', () => {
    const after = [
      '2016-06-24',
      '2016-06-25',
      '2016-06-28',
      '2016-07-01',
      '2016-07-02',
      '2016-07-04',
    ] as const;
    const archive = archiveOf(
      lids,
      only,
      ...after.map((day) => madeUp(day, `After ${day}`, told('Causeway'))),
    );
    expect(archive.onThisDay(6, 23).years[0]?.gist).toBe(only);
    expect(archive.day('2016-06-23').groups[0]?.story).toBe('Vote of 2016');
  });

  it('is the one with which its story begins again, where two are reported alike', () => {
    const treaty = madeUp('2016-06-23', 'A treaty is signed in the hall', {
      story: 'Hall peace',
      sources: sources(2),
    });
    const more = [madeUp('2016-04-01', 'Talks go on', told('Hall peace'))];
    const archive = archiveOf(...causeway, treaty, ...more);
    expect(archive.day('2016-06-23').groups.map(({ story }) => story)).toEqual(['Causeway', 'Hall peace']);
  });

  it('may be one of no story, where many more reports follow it', () => {
    const quake = madeUp('2016-06-23', 'The ground shakes in Harrow', {
      context: ['Harrow'],
      sources: sources(3),
    });
    const after = Array.from({ length: 9 }, (_, i) =>
      madeUp(`2016-06-2${4 + (i % 5)}` as '2016-06-24', `Harrow digs on, part ${i}`, { context: ['Harrow'] }),
    );
    const archive = archiveOf(lids, quake, madeUp('2016-06-23', 'A cat is found'), ...after);
    expect(archive.onThisDay(6, 23).years[0]?.gist).toBe(quake);
    expect(archive.day('2016-06-23').groups.at(-1)?.events[0]).toBe(quake);
    const quiet = archiveOf(lids, quake);
    expect(quiet.onThisDay(6, 23).years[0]?.gist).toBe(lids);
  });

  it('is the most reported one, where as much was reported before', () => {
    const around = ['2016-06-14', '2016-06-20', '2016-06-25', '2016-07-01'] as const;
    const archive = archiveOf(
      lids,
      only,
      ...around.map((day) => madeUp(day, `Told ${day}`, told('Causeway'))),
    );
    expect(archive.onThisDay(6, 23).years[0]?.gist).toBe(lids);
  });

  it('is found at both ends of the calendar', () => {
    const first = madeUp('0001-01-01', 'The count of years begins', told('Count'));
    const last = madeUp('9999-12-31', 'The count of years ends', told('Count'));
    const archive = archiveOf(first, last);
    expect(archive.day('0001-01-01').groups[0]?.gist).toBe(first);
    expect(archive.day('9999-12-31').groups[0]?.gist).toBe(last);
  });
});
