import type { CalendarDate } from '../../src/events/calendar-date.js';
import { addDays } from '../../src/events/calendar-date.js';
import { dayTitle } from '../../src/import/mediawiki/day-title.js';
import type { StoredPage } from './loopback-wiki.js';

const TOWNS = ['Northport', 'Southbay', 'Eastfield', 'Westwood', 'Highmoor'];
const STORIES = ['Ferry strike', 'Bridge dispute', 'Spring floods', 'Tram line 4', 'Museum robbery'];
const DEEDS = ['opens', 'closes', 'is inspected', 'is sold', 'is searched', 'is repaired'];

/** A made-up town's day page, the same for the same date. */
export function townDay(date: CalendarDate): string {
  const seed = [...date].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) >>> 0;
  const pick = <T>(list: readonly T[], n: number) => list[(seed + n * 7) % list.length];
  const row = (depth: number, n: number) =>
    `${'*'.repeat(depth)}The depot of [[${pick(TOWNS, n)}]] ${pick(DEEDS, n)} for the ${n + (seed % 90)}th time. [http://post.example/${date}/${n} (''${pick(TOWNS, n + 1)} Post'')]`;
  return `{{Current events|year=${date.slice(0, 4)}|content=
'''Town'''
*[[${pick(STORIES, 0)}]]
${row(2, 1)}
**[[${pick(STORIES, 3)}]]
${row(3, 2)}
${row(1, 3)}
}}`;
}

/** The days of a made-up archive, and their pages. */
export function townPages(
  from: CalendarDate,
  days: number,
): { dates: CalendarDate[]; pages: Map<string, StoredPage> } {
  const dates = Array.from({ length: days }, (_, n) => addDays(from, n));
  const pages = new Map(
    dates.map((date, n) => [dayTitle(date), { wikitext: townDay(date), revision: 1000 + n }]),
  );
  return { dates, pages };
}
