import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DateArchive } from '../../src/archive/date-archive.js';
import type { NewsEvent } from '../../src/events/event.js';
import { EventLibrary } from '../../src/events/event-library.js';
import { madeUp } from './events.js';

const cites = (...urls: string[]): NewsEvent['sources'] =>
  urls.map((url) => ({ name: 'Paper', url, image: null }));
const page = 'https://example.org/wiki/Causeway_%28bridge%29';
const dayPage = 'https://example.org/wiki/Portal:Current_events/2016_June_23';
const english = madeUp('2016-06-23', 'The town votes to leave the causeway', {
  story: 'Causeway',
  sources: cites(dayPage, page),
});
const chinese = (sources: NewsEvent['sources'], more: Partial<NewsEvent> = {}) =>
  madeUp('2016-06-23', '小镇投票决定离开堤道', {
    path: '/zh/news/2016/06/23/x.md',
    story: '堤道',
    sources,
    ...more,
  });

const counted = (...events: readonly NewsEvent[]) => {
  const archive = new DateArchive();
  for (const event of events) archive.put(event);
  const { total, groups } = archive.day('2016-06-23');
  expect(archive.span({ from: '2016-06-01', to: '2016-06-30', grain: 'month' }).busiest[0]?.events).toBe(
    total,
  );
  return { total, told: groups.flatMap((group) => group.events) };
};

describe('one event in English and in Chinese', () => {
  it('is counted and shown once, where both files cite a page about it', () => {
    const { total, told } = counted(
      english,
      chinese(cites('http://example.org/wiki/Causeway_(bridge)#Vote')),
    );
    expect(total).toBe(1);
    expect(told).toEqual([english]);
  });

  it('is counted once where one file links to the other', () => {
    const link = { path: english.path, headline: english.headline, context: [] };
    expect(counted(english, chinese([], { related: [link] })).total).toBe(1);
  });

  it('can still be found by its Chinese topic', () => {
    const archive = new DateArchive();
    for (const event of [english, chinese(cites(page))]) archive.put(event);
    expect(archive.topic('堤道')?.total).toBe(1);
  });

  it('is two again once one file is gone and came back as something else', () => {
    const archive = new DateArchive();
    for (const event of [english, chinese(cites(page))]) archive.put(event);
    expect(archive.day('2016-06-23').total).toBe(1);
    archive.remove(english);
    expect(archive.day('2016-06-23').total).toBe(1);
    archive.put({ ...english, sources: [] });
    expect(archive.day('2016-06-23').total).toBe(2);
  });
});

describe('two events are not treated as one', () => {
  it('because both cite the page of their day', () => {
    expect(counted(english, chinese(cites(dayPage))).total).toBe(2);
  });

  it('because they share a page that a third one cites as well', () => {
    const third = madeUp('2016-06-23', 'The mayor says he will go', { sources: cites(page) });
    expect(counted(english, third, chinese(cites(page))).total).toBe(3);
  });

  it('because one links to the other among several', () => {
    const third = madeUp('2016-06-23', '市长说他会离开', { path: '/zh/news/2016/06/23/y.md' });
    const related = [third, chinese([])].map(({ path, headline }) => ({ path, headline, context: [] }));
    expect(counted({ ...english, related }, third, chinese([])).total).toBe(3);
  });

  it('in one language, whatever they cite', () => {
    const other = madeUp('2016-06-23', 'The mayor says he will go', { sources: cites(page) });
    expect(counted(english, other).total).toBe(2);
  });
});

describe('the shipped events in Chinese', () => {
  it('are each counted once with their English twin', async () => {
    const content = fileURLToPath(new URL('../../content', import.meta.url));
    const { events } = await EventLibrary.open(content);
    const archive = new DateArchive();
    for (const event of events) archive.put(event);
    const inChinese = events.filter(({ path }) => path.startsWith('/zh/')).length;
    expect(inChinese).toBeGreaterThan(0);
    expect(archive.extent().events).toBe(events.length - inChinese);
  });
});
