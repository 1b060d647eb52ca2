import { beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../commands/date.js';
import { onThisDay } from '../../commands/onthisday.js';
import { search } from '../../commands/search.js';
import { topic } from '../../commands/topic.js';
import { expectWithinLimits } from '../views/within-limits.js';
import { Asking, customId, shown } from './asking.js';
import { madeUp, townEvents } from './fixture-events.js';

const busyDay = Array.from({ length: 20 }, (_, i) =>
  madeUp('2016-05-20', i < 12 ? 'Regatta' : null, `Boat number ${'i'.repeat(i + 1)} wins its race.`),
);
const leapDay = madeUp('2012-02-29', null, 'A frog is made honorary citizen.');
const again = madeUp('2015-04-08', null, 'A kite lands on the town hall.');

let ada: Asking;
beforeAll(async () => {
  ada = await Asking.over([...townEvents, ...busyDay, leapDay, again], '2016-06-01');
});

const text = (view: unknown) => JSON.stringify(view);

describe('/date for a day', () => {
  it('shows its events under their story, with ways on', async () => {
    const view = shown(await ada.run(date, { when: '8 April 2016' }));
    expectWithinLimits(view);
    expect(view.content).toBe('### 8 April 2016\n1 event');
    expect(view.embeds[0]?.description).toContain('**Quillmere Bridge**\n- Mayor Ottoline Farrow opens');
    expect(() => customId(view, '‹ 8 April 2015')).not.toThrow();
    expect(() => customId(view, '9 April ›')).not.toThrow();
    expect(() => customId(view, 'April')).not.toThrow();
  });

  it('leads to the week, and from there to a day again', async () => {
    const day = shown(await ada.run(date, { when: '2016-04-08' }));
    const week = shown(await ada.press(date, customId(day, 'Week')));
    expect(week.content).toBe('### Week of 4 April 2016\n3 events on 3 days');
    const menu = customId(week, 'Choose a day');
    const ninth = shown(await ada.press(date, menu, 'day~2016-04-09~2016-04-09'));
    expect(ninth.content).toContain('### 9 April 2016');
  });

  it('reaches every event by paging', async () => {
    let view = shown(await ada.run(date, { when: '20 May 2016' }));
    let seen = text(view.embeds);
    for (let page = 1; page < 4; page++) {
      view = shown(await ada.press(date, customId(view, '›')));
      expectWithinLimits(view);
      seen += text(view.embeds);
    }
    for (const event of busyDay) expect(seen).toContain(event.sentence);
    expect(view.embeds[0]?.footer?.text).toBe('Page 4 of 4');
  });

  it('without events shows the same day in other years', async () => {
    const view = shown(await ada.run(date, { when: '8 April 2014' }));
    expect(view.content).toBe('I have no events for 8 April 2014.');
    expect(view.embeds[0]?.description).toContain('**2015** · A kite lands on the town hall');
    const day = shown(await ada.press(date, customId(view, 'Choose a year'), 'day~2015-04-08~2015-04-08'));
    expect(day.content).toContain('### 8 April 2015');
  });

  it('without events offers the nearest days', async () => {
    const view = shown(await ada.run(date, { when: '1 January 2016' }));
    expect(view.content).toBe('I have no events for 1 January 2016.');
    const before = shown(await ada.press(date, customId(view, '‹ 8 April 2015')));
    expect(text(before.embeds)).toContain('A kite lands');
    expect(() => customId(view, '8 April 2016 ›')).not.toThrow();
  });

  it('says which today it means where the words were relative', async () => {
    const view = shown(await ada.run(date, { when: 'last month' }));
    expect(view.content).toContain('in UTC');
    expect(text(shown(await ada.run(date, { when: 'May 2016' })))).not.toContain('in UTC');
  });

  it('finds the day of an event', async () => {
    const view = shown(await ada.run(date, { when: 'the day of the comet over Quillmere' }));
    expect(view.content).toContain('### 10 April 2016');
  });
});

describe('/date for what is no plain time', () => {
  it('shows both readings of an ambiguous date, one press away', async () => {
    const view = shown(await ada.run(date, { when: '04/08/2016' }));
    expect(view.content).toContain('04/08/2016 could mean two dates');
    expect(() => customId(view, '4 August 2016')).not.toThrow();
    const april = shown(await ada.press(date, customId(view, '8 April 2016')));
    expect(april.content).toBe('### 8 April 2016\n1 event');
  });

  it.each([
    ['30 February 2016', '30 February 2016 isn’t a date in the calendar.'],
    ['purple', 'I couldn’t read purple as a date.'],
  ])('says what is wrong with %s', async (when, sentence) => {
    const outcome = await ada.run(date, { when });
    expect(outcome.kind).toBe('tell');
    expect(shown(outcome).content).toContain(sentence);
  });
});

describe('/date for a span', () => {
  it('leads from a year to its months to their days, with a picture and its alt text', async () => {
    const year = shown(await ada.run(date, { when: '2016' }));
    expectWithinLimits(year);
    expect(year.files[0]?.description).toBe(
      'Calendar of 2016 with 24 events. The busiest day is 20 May 2016, with 20.',
    );
    expect(year.embeds[0]?.image?.url).toBe(`attachment://${year.files[0]?.name}`);
    const month = shown(
      await ada.press(date, customId(year, 'Choose a month'), 'month~2016-05-01~2016-05-31'),
    );
    expect(month.content).toContain('### May 2016');
    const day = shown(await ada.press(date, customId(month, 'Choose a day'), 'day~2016-05-17~2016-05-17'));
    expect(day.content).toContain('### 17 May 2016');
  });

  it('shows each main story with its count and the event that best represents it', async () => {
    const view = shown(await ada.run(date, { when: 'from 2007 to 2016' }));
    expect(view.embeds[0]?.description).toMatch(/\*\*Quillmere Bridge\*\* \(6\) · \S/);
    expect(view.files[0]?.name).toBe('months.png');
  });

  it('that ends before it begins is said to', async () => {
    const view = shown(await ada.run(date, { when: 'from 2020 to 2016' }));
    expect(view.content).toBe(
      'That period ends before it starts: 2016 comes before 2020. Try “from 2016 to 2020”.',
    );
  });

  it('is offered while typing', async () => {
    const choices = await ada.type(date, 'when', '8 apr');
    expect(choices).toEqual([
      { name: '8 April 2016 (1 event)', value: '2016-04-08' },
      { name: '8 April 2015 (1 event)', value: '2015-04-08' },
    ]);
  });

  it('offers years, months and named days as well, each of which shows what it says', async () => {
    const offered = async (typed: string) => (await ada.type(date, 'when', typed)).map(({ value }) => value);
    expect((await offered('')).slice(0, 3)).toEqual(['any time', '2016', '2015']);
    expect(await offered('2016')).toEqual(expect.arrayContaining(['2016', 'May 2016', 'April 2016']));
    expect((await offered('Apr'))[0]).toMatch(/April/);
    const christmas = madeUp('2015-12-25', null, 'Bells ring all day.');
    const bea = await Asking.over([...townEvents, christmas]);
    expect(await bea.type(date, 'when', 'christ')).toContainEqual({
      name: 'Christmas Day 2015 (1 event)',
      value: '2015-12-25',
    });
    for (const value of await offered('')) {
      const view = shown(await ada.run(date, { when: value }));
      expect(view.content).toMatch(/^### /);
    }
  });

  it.each([
    ['any time', 'Any time'],
    ['all', 'Any time'],
    ['8 avril 2016', '8 April 2016'],
    ['abril de 2016', 'April 2016'],
    ['8. April 2016', '8 April 2016'],
    ['mayo 2016', 'May 2016'],
    ['maggio 2016', 'May 2016'],
    ['Mai 2016', 'May 2016'],
  ])('reads %s', async (when, name) => {
    expect(shown(await ada.run(date, { when })).content).toMatch(new RegExp(`^### ${name}\n`));
  });
});

describe('/onthisday', () => {
  it('shows the same day in all years, newest first', async () => {
    const view = shown(await ada.run(onThisDay, { day: '8 April' }));
    expectWithinLimits(view);
    const years = view.embeds[0]?.description?.match(/\*\*\d{4}\*\*/g);
    expect(years).toEqual(['**2016**', '**2015**']);
  });

  it('knows 29 February and the days beside it', async () => {
    const view = shown(await ada.run(onThisDay, { day: '29 February' }));
    expect(text(view)).toContain('A frog is made');
    const before = shown(await ada.press(onThisDay, customId(view, '‹ 28 February')));
    expect(before.content).toBe('I have no events for 28 February in any year.');
  });

  it('takes today, and says so, where no day is given', async () => {
    const view = shown(await ada.run(onThisDay));
    expect(view.content).toContain('1 June');
    expect(view.content).toContain('in UTC');
  });

  it('asks for a day where a month is given', async () => {
    expect(shown(await ada.run(onThisDay, { day: 'April 2016' })).content).toContain('longer than a day');
  });
});

describe('/topic', () => {
  it('shows a topic with its timeline, its main events, related topics and its thread', async () => {
    const view = shown(await ada.run(topic, { name: 'quillmere bridge' }));
    expectWithinLimits(view);
    expect(view.content).toBe('### Quillmere Bridge\n6 events, May 2007 to April 2016');
    expect(text(view.components)).toContain('"label":"Quillmere","description":"6 events"');
    expect(view.files[0]?.name).toBe('timeline.png');
    expect(() => customId(view, 'Open story thread')).not.toThrow();
    expect(() => customId(view, 'First')).not.toThrow();
    expect(() => customId(view, 'Latest')).not.toThrow();
  });

  it('that no event has offers stories whose events mention it, and a search', async () => {
    const view = shown(await ada.run(topic, { name: 'pay' }));
    expect(view.content).toContain('I don’t have a topic called pay.');
    const found = shown(await ada.press(search, customId(view, 'Search for it')));
    expect(found.content).toContain('for **pay**');
    expect(JSON.stringify(view.components)).toContain('"value":"Quillmere Bridge"');
  });

  it('narrows to a year', async () => {
    const view = shown(await ada.run(topic, { name: 'Quillmere Bridge' }));
    const year = shown(await ada.press(topic, customId(view, 'All events of a year'), '2016'));
    expect(year.content).toBe('2 events for **Quillmere Bridge**');
  });

  it('leads to a related topic', async () => {
    const view = shown(await ada.run(topic, { name: 'Astronomy' }));
    const other = shown(await ada.press(topic, customId(view, 'Related topics'), 'Quillmere'));
    expect(other.content).toContain('### Quillmere\n');
  });

  it('says which topics there are where one is not known', async () => {
    const outcome = await ada.run(topic, { name: 'Arbor strikers' });
    expect(outcome.kind).toBe('tell');
    expect(text(shown(outcome))).toContain('Harbour strike');
  });

  it('takes part of a name, or a misspelt one, for the one topic it can mean', async () => {
    for (const name of ['bridge', 'harb', 'qillmere brigde']) {
      const view = shown(await ada.run(topic, { name }));
      expect(view.content).toContain(name === 'harb' ? '### Harbour strike' : '### Quillmere Bridge');
    }
  });

  it('offers a topic while typing, in spite of a slip', async () => {
    const choices = await ada.type(topic, 'name', 'habour s');
    expect(choices.map(({ value }) => value)).toEqual(['Harbour strike']);
  });
});
