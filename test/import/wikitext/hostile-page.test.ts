import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CalendarDate } from '../../../src/events/calendar-date.js';
import { importDays } from '../../../src/import/import-days.js';
import { importInProcess } from '../../../src/import/import-process.js';
import { dayTitle } from '../../../src/import/mediawiki/day-title.js';
import { readDayPage, UnreadablePage } from '../../../src/import/wikitext/day-page.js';

const DATE: CalendarDate = '2031-05-07';
const page = (row: string) =>
  `==Harbour==\n* ${row}\n* Rain falls on Aldmere. [https://post.example.org/a (Post)]\n`;

/** Rows that took for ever, or more memory or stack than there is. */
const HOSTILE: Readonly<Record<string, string>> = {
  'four thousand footnotes': '<ref>[https://a.example b]</ref>'.repeat(4000),
  'four thousand footnotes that are never closed': '<ref>'.repeat(4000),
  'links in front of a colon': `${"'[[a]]'".repeat(40)} x: y`,
  'links that are never closed': '[['.repeat(5000),
  'templates that are never closed': '{{'.repeat(5000),
  'templates in one another': `${'{{nowrap|'.repeat(2000)}x${'}}'.repeat(2000)}`,
  'links in one another': `${'[[a|'.repeat(2000)}x${']]'.repeat(2000)}`,
  'quotation marks': '"'.repeat(50_000),
  colons: 'a: '.repeat(30_000),
  'commas and links': '[[a]], '.repeat(4000),
  blanks: `a${' '.repeat(50_000)}b${'\t'.repeat(50_000)}`,
  'a parameter of a huge number': '{{convert|4294967294=x|99999999=y}}',
  'addresses that are never closed': '[https://a.example '.repeat(2000),
  'bold marks': "'".repeat(50_000),
};

describe('a page with a hostile row', () => {
  it.each(Object.entries(HOSTILE))('%s: is read, and the rows below it too', (_name, row) => {
    const begun = process.cpuUsage();
    const { items } = readDayPage(DATE, page(row));
    const { user, system } = process.cpuUsage(begun);
    expect(items.map(({ text }) => text)).toContain('Rain falls on Aldmere.');
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  it('is refused where it is no day’s page at all', () => {
    expect(() => readDayPage(DATE, page('x'.repeat(600_000)))).toThrow(UnreadablePage);
    expect(() => readDayPage(DATE, page('[['.repeat(20_000)))).toThrow(UnreadablePage);
  });
});

it('a day that can’t be read is reported, and the other days are written', async () => {
  const contentDir = mkdtempSync(join(tmpdir(), 'dateline-hostile-'));
  onTestFinished(() => rmSync(contentDir, { recursive: true, force: true }));
  const dates: CalendarDate[] = ['2031-05-06', '2031-05-07', '2031-05-08'];
  const client = {
    pages: async (titles: readonly string[]) =>
      new Map(
        titles.map((title) => {
          const wikitext =
            title === dayTitle('2031-05-07') ? '{{'.repeat(20_000) : page('Ships wait off Aldmere.');
          return [
            title,
            { kind: 'page' as const, page: { title, url: 'https://wiki.example/x', revision: 1, wikitext } },
          ];
        }),
      ),
  };
  const summary = await importDays({ contentDir, dates, client });
  expect(summary.unread).toMatchObject([
    { date: '2031-05-07', reason: expect.stringContaining('no day’s page'.replace('’', "'")) },
  ]);
  expect(summary).toMatchObject({ days: 2, events: 4 });
});

it('an import in a separate process that takes too long is ended', async () => {
  const signal = new AbortController().signal;
  await expect(importInProcess('/nowhere', DATE, DATE, signal, 1)).rejects.toThrow('took longer than');
});
