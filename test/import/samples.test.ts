import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../src/events/calendar-date.js';
import { readDayPage } from '../../src/import/wikitext/day-page.js';
import { sharedFolder } from './shared.js';

const rebuilt = sharedFolder('samples', 'wikitext-rebuilt');
const eras = sharedFolder('samples', 'wikitext');

const day = (folder: string, name: string) => {
  const date = parseCalendarDate(name.slice(0, 10)) ?? '2000-01-01';
  return readDayPage(date, readFileSync(join(folder, name), 'utf8'));
};

describe.skipIf(rebuilt === null)('genuine day pages (skipped where ../shared is not there)', () => {
  const folder = rebuilt ?? '';

  it('give the topics, events and source links their rendered pages show', () => {
    const counts = readFileSync(join(folder, 'COUNTS.tsv'), 'utf8').trim().split('\n').slice(1);
    expect(counts.length).toBeGreaterThan(0);
    const wrong = counts.flatMap((line) => {
      const [date = '', ...expected] = line.split('\t');
      const reading = day(folder, `${date}.wiki`);
      const found = [reading.topicRows, reading.items.length, reading.sourceLinks];
      return found.join() === expected.join() ? [] : [`${date}: ${found} instead of ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  it('leave no markup in texts, topics and names', () => {
    const items = readdirSync(folder)
      .filter((name) => name.endsWith('.wiki'))
      .flatMap((name) => day(folder, name).items);
    const texts = items.flatMap((i) => [i.text, ...i.topics, ...i.citations.map((c) => c.name)]);
    expect(texts.filter((text) => /\[\[|\]\]|\{\{|\}\}|''|<\/?[a-z]|https?:\/\/|^\s*$/.test(text))).toEqual(
      [],
    );
  });
});

describe.skipIf(eras === null)('every era (skipped where ../shared is not there)', () => {
  it.each(eras ? readdirSync(eras) : [])('%s reads', (name) => {
    const { items } = day(eras ?? '', name);
    expect(items.length > 0).toBe(!name.startsWith('blank'));
    expect(items.filter((item) => /\[\[|\{\{|https?:/.test(item.text))).toEqual([]);
  });
});
