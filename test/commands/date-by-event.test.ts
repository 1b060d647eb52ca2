import { beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../commands/date.js';
import { onThisDay } from '../../commands/onthisday.js';
import { search } from '../../commands/search.js';
import { thread } from '../../commands/thread.js';
import { Asking, shown } from './asking.js';
import { madeUp, townEvents } from './fixture-events.js';

const flood = [
  madeUp('2010-02-01', 'Great flood', 'The river rises over the mill of Harrow.'),
  madeUp('2010-02-03', 'Great flood', 'Boats bring bread to the roofs of Harrow.'),
  madeUp('2010-02-05', 'Great flood', 'The water leaves the streets of Harrow.'),
  ...(['2001-06-01', '2003-06-01', '2005-06-01'] as const).map((day) =>
    madeUp(day, 'Lamp fair', `Lamps are lit in ${day.slice(0, 4)}.`),
  ),
];

let ada: Asking;
beforeAll(async () => {
  ada = await Asking.over([...townEvents, ...flood]);
});
const ask = async (when: string) => shown(await ada.run(date, { when }));
const menuDays = (view: Awaited<ReturnType<typeof ask>>) =>
  view.components.flatMap(({ components }) =>
    components.flatMap((c) => ('options' in c ? c.options.map(({ value }) => value) : [])),
  );

describe('/date with an event for a time', () => {
  it.each([
    ['the day of the Great flood', '2010-02-01'],
    ['when did the oak arch rise', '2014-02-02'],
    ['When Mayor Farrow opened the bridge of Quillmere?', '2016-04-08'],
    ['the day dockers walked out in Port Ansel', '2016-05-17'],
    ['the day of the comet', '2016-04-10'],
  ])('reads "%s" as its day, and says which event it means', async (when, day) => {
    const view = await ask(when);
    expect(view.content).toContain('Based on this event: ');
    const [, month, dayOfMonth] = day.split('-').map(Number);
    expect(view.content).toContain(
      `### ${dayOfMonth} ${['', '', 'February', '', 'April', 'May'][month ?? 0]} ${day.slice(0, 4)}`,
    );
  });

  it('offers the days of other events that may be meant', async () => {
    const view = await ask('the day of the Great flood');
    expect(menuDays(view)).toContain('day~2010-02-03~2010-02-03');
  });

  it('asks which day is meant where the name fits several, and does not guess', async () => {
    const view = await ask('the day of the Lamp fair');
    expect(view.content).toContain('If you mean an event, choose one');
    expect(view.embeds).toEqual([]);
    expect(menuDays(view).length).toBeGreaterThan(2);
  });

  it('offers a name’s days when only the name is typed', async () => {
    expect(menuDays(await ask('lamp fair')).length).toBeGreaterThan(2);
  });

  it('knows the weeks beside an event', async () => {
    expect((await ask('the week before the Great flood')).content).toContain('25 January 2010');
  });

  it('says how to write a time where nothing is meant by it', async () => {
    const view = await ask('qwertz');
    expect(view.content).toContain('Try 8 April 2016');
    expect(view.components).toEqual([]);
  });

  it('reads a real date as one, whatever the events say', async () => {
    expect((await ask('the day before 9 April 2016')).content).not.toContain('Based on this event');
    expect((await ask('May')).content).not.toContain('Based on this event');
  });
});

it('/thread of a story by its name starts from the event it began with', async () => {
  const outcome = await ada.run(thread, { event: 'great flood' });
  if (outcome.kind !== 'open-thread') throw new Error('no thread');
  expect(outcome.opening.embeds[0]?.description).toContain('→ **1 February 2010**');
});

it('/onthisday and /search take the day of an event as well', async () => {
  const years = shown(await ada.run(onThisDay, { day: 'the day of the Great flood' }));
  expect(years.content).toContain('### 1 February');
  const found = shown(await ada.run(search, { query: 'Harrow', from: 'the day after the Great flood' }));
  expect(found.content).toContain('2 events');
});
