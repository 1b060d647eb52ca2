import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/archive/story/story.js';
import { StoryFinder } from '../../../src/archive/story/story-finder.js';
import { addDays } from '../../../src/events/calendar-date.js';
import type { NewsEvent } from '../../../src/events/event.js';
import { anEvent } from './events.js';

const bridge = { topics: ['Halden bridge affair'] };
const collapse = anEvent(
  '2011-03-02',
  'The Halden bridge collapses into the Tista during the evening traffic.',
  bridge,
);
const inquiry = anEvent('2011-03-20', 'Parliament opens an inquiry under judge Ingrid Solberg.', bridge);
const report = anEvent(
  '2012-01-15',
  'Judge Ingrid Solberg blames rusted cables that nobody inspected.',
  bridge,
);
const verdict = anEvent('2012-11-30', 'A court fines the road company forty million kroner.', bridge);
const elsewhere = [
  'A ferry runs aground off Crete and all aboard are rescued.',
  'Voters in Uruguay elect a new parliament.',
  'A volcano on Java sends ash over three villages.',
  'The price of copper falls to its lowest in a decade.',
  'Astronomers photograph a comet passing Jupiter.',
  'A dairy in Bavaria recalls its butter.',
  'Chess players from forty countries meet in Batumi.',
  'A strike stops the underground of Santiago for a day.',
].map((sentence, i) => anEvent(addDays('2011-01-11', 30 * i), sentence));

async function storyOf(self: NewsEvent, events: readonly NewsEvent[]): Promise<Story> {
  const finder = await StoryFinder.open();
  finder.put(events);
  return finder.storyOf(self);
}
const close = (story: Story) => story.events.filter((e) => !e.loose).map((e) => e.event.sentence);

describe('the story of an event', () => {
  const events = [verdict, ...elsewhere, report, collapse, inquiry];

  it('has its background and what came next, in time order', async () => {
    const story = await storyOf(inquiry, events);
    expect(close(story)).toEqual([collapse, inquiry, report, verdict].map((e) => e.sentence));
    const relations = story.events.filter((e) => !e.loose).map((e) => e.relation);
    expect(relations).toEqual(['before', 'self', 'after', 'after']);
  });

  it('is called what its events lead with', async () => {
    expect((await storyOf(report, events)).title).toBe('Halden bridge affair');
  });

  it('gives the reason each event belongs, the story first, then the names', async () => {
    const story = await storyOf(inquiry, events);
    const why = story.events.find((e) => e.event === report)?.why;
    expect(why?.[0]).toEqual({ kind: 'same-story', story: 'Halden bridge affair' });
    expect(JSON.stringify(why)).toContain('Ingrid Solberg');
  });

  it('leaves out events that share nothing telling', async () => {
    const story = await storyOf(collapse, events);
    for (const event of elsewhere) expect(story.events.map((e) => e.event)).not.toContain(event);
  });

  it('ties events without any topic by the names they share', async () => {
    const first = anEvent('2014-05-01', 'The painter Odile Marchetti vanishes from her house in Arles.');
    const later = anEvent('2014-05-19', 'Police find a canvas by Odile Marchetti in a barn near Arles.');
    const story = await storyOf(first, [first, later, ...elsewhere]);
    expect(close(story)).toEqual([first.sentence, later.sentence]);
    expect(story.title).toContain('Odile Marchetti');
  });

  it('follows the links authors set, in both directions', async () => {
    const path = (e: NewsEvent) => [{ path: e.path, headline: e.headline, context: [] }];
    const storm = anEvent('2013-10-01', 'A gale floods the harbour of Esbjerg.');
    const levee = anEvent('2013-10-09', 'Engineers propose a higher wall for the town.', {
      related: path(storm),
    });
    const forwards = await storyOf(levee, [storm, levee, ...elsewhere]);
    const backwards = await storyOf(storm, [storm, levee, ...elsewhere]);
    for (const story of [forwards, backwards]) {
      expect(story.total).toBe(2);
      expect(story.events.flatMap((e) => e.why)).toContainEqual({ kind: 'linked' });
    }
  });

  it('folds further reports of one thing into the one it shows', async () => {
    const again = anEvent(
      '2012-12-01',
      'A court has fined the road company forty million kroner on Friday.',
      bridge,
    );
    const story = await storyOf(collapse, [...events, again]);
    const court = story.events.filter((e) => /court/.test(e.event.sentence));
    expect(court).toHaveLength(1);
    expect(court[0]?.folded).toHaveLength(1);
  });

  it('has only the event where nothing belongs to it', async () => {
    const lone = anEvent('2015-02-02', 'Quiet snow covers everything.');
    const story = await storyOf(lone, [lone, ...elsewhere]);
    expect(story.events.map((e) => e.relation)).toEqual(['self']);
    expect(story.title).toBe('Quiet snow covers everything.');
  });

  it('keeps its title within what a thread can be called', async () => {
    const long = anEvent('2015-02-02', `${'Very long words follow each other here '.repeat(5)}and end.`);
    const { title } = await storyOf(long, [long]);
    expect(title.length).toBeLessThanOrEqual(100);
    expect(title).toMatch(/…$/);
  });

  it('picks up events that come and forgets those that go', async () => {
    const finder = await StoryFinder.open();
    finder.put([...elsewhere, collapse, inquiry]);
    expect(close(await finder.storyOf(collapse))).not.toContain(verdict.sentence);
    finder.put([verdict]);
    expect(close(await finder.storyOf(collapse))).toContain(verdict.sentence);
    finder.remove([verdict.path]);
    expect(close(await finder.storyOf(collapse))).not.toContain(verdict.sentence);
  });

  it('ties Chinese events by the words they share', async () => {
    const first = anEvent('2016-04-16', '厄瓜多尔沿海发生强烈地震，数百人遇难。', {
      topics: ['厄瓜多尔地震'],
    });
    const later = anEvent('2016-04-20', '厄瓜多尔地震后余震不断，救援人员继续搜救。', {
      topics: ['厄瓜多尔地震'],
    });
    const story = await storyOf(first, [first, later, ...elsewhere]);
    expect(close(story)).toEqual([first.sentence, later.sentence]);
  });
});
