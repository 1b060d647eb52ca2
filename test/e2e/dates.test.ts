import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningBot } from './running-bot.js';

let running: RunningBot;
beforeAll(async () => {
  running = await RunningBot.start();
});
afterAll(() => running.stop());
const ada = () => running.discord.as('ada');
const ben = () => running.discord.as('ben');

/** The picture in a message's embed, fetched as a client does. */
async function picture({ embeds }: { embeds: readonly { image?: { url: string } }[] }) {
  const url = embeds[0]?.image?.url ?? '';
  const response = await fetch(url);
  await response.arrayBuffer();
  return { name: url.split('/').at(-1), type: response.headers.get('content-type') };
}

describe('/date', () => {
  test('leads from a year to a month to a day in one message, its picture going with it', async () => {
    const year = await ada().command('date', { when: '2016' });
    expect(year.content).toContain('### 2016\n');
    expect(await picture(year)).toMatchObject({ name: 'calendar.png', type: 'image/png' });
    const month = await ada().select(year, 'month~2016-04-01~2016-04-30');
    expect(month.kind).toBe('update');
    expect(month.message.id).toBe(year.message.id);
    expect(month.content).toContain('### April 2016');
    expect(await picture(month)).toMatchObject({ name: 'calendar.png', type: 'image/png' });
    const day = await ada().select(month, 'day~2016-04-09~2016-04-09');
    expect(day.content).toContain('### 9 April 2016');
    expect(day.embeds[0]?.image).toBeUndefined();
  });

  test('goes to the day before and after, and back up, also after a restart', async () => {
    const day = await ada().command('date', { when: '9 April 2016' });
    const before = await ada().click(day, '‹ 8 April');
    expect(before.content).toContain('### 8 April 2016');
    await running.restart();
    const month = await ada().click(before, 'April');
    expect(month.content).toBe('### April 2016\n3 events on 3 days');
  });

  test('opens an event from its menu; another person gets a copy', async () => {
    const day = await ada().command('date', { when: '8 April 2016' });
    const id = day.menus[0]?.options?.[0]?.value ?? '';
    const copy = await ben().select(day, id);
    expect(copy.isPrivate).toBe(true);
    expect(JSON.stringify(copy.embeds)).toContain('Mayor Ottoline Farrow');
  });

  test('offers both readings of an ambiguous date, and the nearest days of an empty one', async () => {
    const asked = await ada().command('date', { when: '04/08/2016' });
    const empty = await ada().click(asked, '4 August 2016');
    expect(empty.content).toBe('I have no events for 4 August 2016.');
    const nearest = await ada().click(empty, '‹ 17 May 2016');
    expect(nearest.content).toContain('### 17 May 2016');
  });

  test('reports a day that does not exist to the asker only', async () => {
    const seen = await ada().command('date', { when: '30 February 2016' });
    expect(seen.isPrivate).toBe(true);
    expect(seen.content).toBe(
      '30 February 2016 isn’t a date in the calendar. Check the day, or try just the month.',
    );
  });

  test('offers the month and its days that have events while typing', async () => {
    const choices = await ada().autocomplete('date', 'when', { when: 'april 2016' });
    expect(choices.map(({ value }) => value)).toEqual([
      'April 2016',
      '2016-04-10',
      '2016-04-09',
      '2016-04-08',
    ]);
  });
});

describe('/onthisday and /topic', () => {
  test('open a day of the years', async () => {
    const seen = await ada().command('onthisday', { day: '8 April' });
    const day = await ada().select(seen, 'day~2016-04-08~2016-04-08');
    expect(day.content).toContain('### 8 April 2016');
    const again = await ada().command('onthisday', { private: true });
    expect(again.isPrivate).toBe(true);
  });

  test('show a topic with its timeline, narrow it to a year, and open a related one', async () => {
    const choices = await ada().autocomplete('topic', 'name', { name: 'quillmere b' });
    const seen = await ada().command('topic', { name: String(choices[0]?.value) });
    expect(seen.content).toContain('### Quillmere Bridge');
    expect(await picture(seen)).toMatchObject({ name: 'timeline.png', type: 'image/png' });
    const other = await ada().select(seen, 'Quillmere');
    expect(other.content).toContain('### Quillmere\n');
    const year = await ada().select(other, '2016');
    expect(year.content).toBe('3 events for **Quillmere**');
  });

  test('open the thread of a topic', async () => {
    const seen = await ada().command('topic', { name: 'Quillmere Bridge' });
    await ada().click(seen, 'Open story thread');
    const thread = await ada().waitForThread((one) => one.name.includes('Quillmere'));
    expect(thread.name).toContain('Quillmere');
  });
});
