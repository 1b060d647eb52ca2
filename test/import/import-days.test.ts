import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/events/calendar-date.js';
import { EventLibrary } from '../../src/events/event-library.js';
import { type ImportSummary, importDays } from '../../src/import/import-days.js';
import { MediaWikiClient } from '../../src/import/mediawiki/client.js';
import { dayTitle } from '../../src/import/mediawiki/day-title.js';
import { FAULTS, LoopbackWiki } from './loopback-wiki.js';
import { townPages } from './town-days.js';
import { treeOf } from './tree-of.js';

let wiki: LoopbackWiki;
let client: MediaWikiClient;
let folder: string;

beforeEach(async () => {
  wiki = new LoopbackWiki();
  client = new MediaWikiClient({ apiUrl: await wiki.start(), userAgent: 'test', sleep: async () => {} });
  folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
});
afterEach(async () => {
  await wiki.stop();
  rmSync(folder, { recursive: true, force: true });
});

const DATE = '2016-04-08' satisfies CalendarDate;
const write = (wikitext: string, revision: number) => wiki.pages.set(dayTitle(DATE), { wikitext, revision });
const run = (dates: readonly CalendarDate[] = [DATE], more = {}): Promise<ImportSummary> =>
  importDays({ contentDir: folder, dates, client, ...more });
const library = () => EventLibrary.open(folder);
const FERRY =
  "'''Accidents'''\n*[[Ferry disasters]]\n**A ferry sinks off [[Northport]]. [http://a.example/f(1) (''Post'')]";

describe('an imported day', () => {
  it('is read as events with topics, sources, the page as the last source, and no problem', async () => {
    write(FERRY, 7);
    expect(await run()).toMatchObject({ days: 1, topics: 1, events: 1, sources: 1, files: { written: 1 } });
    const { events, problems } = await library();
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        date: DATE,
        story: 'Ferry disasters',
        topics: ['Ferry disasters'],
        sentence: 'A ferry sinks off Northport.',
        sources: [
          { name: 'Post', url: 'http://a.example/f(1)' },
          { name: 'Wikipedia', url: 'https://en.wikipedia.org/wiki/Portal:Current_events/2016_April_8' },
        ],
      },
    ]);
    const [file = ''] = [...treeOf(folder)].flatMap(([name, text]) =>
      name.endsWith('northport.md') ? [text] : [],
    );
    expect(file).toMatch(/^revision: 7$/m);
    expect(file).toMatch(/^licence: "CC BY-SA 4\.0/m);
    expect(file).toMatch(/^converted: /m);
    expect(readFileSync(join(folder, 'ATTRIBUTION.md'), 'utf8')).toContain('CC BY-SA 4.0');
  });

  it('links related events by what they share', async () => {
    const { dates, pages } = townPages('2016-03-01', 40);
    for (const [title, page] of pages) wiki.pages.set(title, page);
    await run(dates);
    const { events, problems } = await library();
    expect(problems).toEqual([]);
    expect(events).toHaveLength(120);
    const [told] = events.filter((event) => event.story !== null);
    expect(told?.related.length).toBeGreaterThan(0);
    expect(told?.related.length).toBeLessThanOrEqual(10);
    for (const { path, context } of told?.related ?? []) {
      expect(events.some((event) => event.path === path)).toBe(true);
      expect(context.length).toBeGreaterThan(0);
    }
  });

  it('gets a page if asked for, which then stays current', async () => {
    write(FERRY, 7);
    await run([DATE], { dayPages: true });
    expect(treeOf(folder).get('news/2016/04/8/index.md')).toContain('A ferry sinks');
    write(`${FERRY}\n*Trams stand still.`, 8);
    await run();
    expect(treeOf(folder).get('news/2016/04/8/index.md')).toContain('Trams stand still.');
    expect((await library()).problems).toEqual([]);
    expect((await library()).events).toHaveLength(2);
  });
});

describe('an import again', () => {
  it('writes nothing where nothing changed', async () => {
    write(FERRY, 7);
    await run();
    const before = treeOf(folder);
    expect((await run()).files).toMatchObject({ written: 0, unchanged: 1 });
    expect(treeOf(folder)).toEqual(before);
  });

  it('changes the one event that was edited, under the same id and in the same file', async () => {
    write(`${FERRY}\n*Trams stand still.`, 7);
    await run();
    const [before] = (await library()).events.filter((event) => event.story !== null);
    write(`${FERRY.replace('sinks', 'sinks in calm water')}\n*Trams stand still.`, 8);
    expect((await run()).files.written).toBe(1);
    const [after] = (await library()).events.filter((event) => event.story !== null);
    expect(after?.sentence).toBe('A ferry sinks in calm water off Northport.');
    expect([after?.id, after?.path]).toEqual([before?.id, before?.path]);
  });

  it('no longer serves an event that left its page, and keeps its file with the reason', async () => {
    write(`${FERRY}\n*Trams stand still.`, 7);
    await run();
    write(FERRY, 8);
    expect(await run()).toMatchObject({ gone: 1 });
    expect((await library()).events.map((event) => event.sentence)).toEqual(['A ferry sinks off Northport.']);
    expect(treeOf(folder).get('news/2016/04/8/trams-stand-still.md')).toMatch(/^gone: 8$/m);
  });

  it('leaves a file unchanged that was edited by hand, and one that was written by hand', async () => {
    write(`${FERRY}\n*Trams stand still.`, 7);
    const own = join(folder, 'news/2016/04/8/ferry-disasters-a-ferry-sinks-off-northport.md');
    await run();
    const edited = readFileSync(own, 'utf8').replace('sinks', 'sank');
    writeFileSync(own, edited);
    const byHand = join(folder, 'news/2016/04/8/schools-open.md');
    writeFileSync(byHand, 'mine');
    write(`${FERRY.replace('A ferry', 'An old ferry')}\n*Trams stand still.\n*Schools open.`, 8);
    expect((await run()).files).toMatchObject({
      written: 1,
      edited: [expect.stringContaining('a-ferry-sinks')],
    });
    expect(readFileSync(own, 'utf8')).toBe(edited);
    expect(readFileSync(byHand, 'utf8')).toBe('mine');
    expect(treeOf(folder).get('news/2016/04/8/schools-open-2.md')).toContain('# Schools open.');
  });

  it('knows its own files by their seals where its notes of them are lost', async () => {
    write(FERRY, 7);
    await run([DATE], { dayPages: true });
    const before = treeOf(folder);
    rmSync(join(folder, 'import', 'written'), { recursive: true });
    expect((await run()).files).toEqual({ written: 0, unchanged: 2, edited: [] });
    expect(treeOf(folder)).toEqual(before);
  });

  it.each([
    ['still says that they were written', []],
    ['is lost with them', ['written']],
  ])('writes files again that a power cut left empty, where its note %s', async (_, lost) => {
    write(FERRY, 7);
    await run([DATE], { dayPages: true });
    const before = treeOf(folder);
    for (const name of before.keys())
      if (name.startsWith('news/') || name === 'ATTRIBUTION.md') writeFileSync(join(folder, name), '');
    for (const name of lost) rmSync(join(folder, 'import', name), { recursive: true });
    expect((await run()).files).toEqual({ written: 2, unchanged: 0, edited: [] });
    expect(treeOf(folder)).toEqual(before);
  });

  it('gives a new event the file that a power cut left empty before the import noted it', async () => {
    write(FERRY, 7);
    await run();
    const before = treeOf(folder);
    for (const name of before.keys()) if (name.startsWith('news/')) writeFileSync(join(folder, name), '');
    rmSync(join(folder, 'import'), { recursive: true });
    expect((await run()).files).toMatchObject({ written: 1 });
    expect(treeOf(folder)).toEqual(before);
  });

  it('brings back a file that was deleted', async () => {
    write(FERRY, 7);
    await run();
    const before = treeOf(folder);
    rmSync(join(folder, 'news'), { recursive: true });
    await run();
    expect(treeOf(folder)).toEqual(before);
  });
});

describe('what can’t be read', () => {
  it('is reported: absent days, a redirect to another day', async () => {
    write(FERRY, 7);
    wiki.redirects.set(dayTitle('2016-04-09'), dayTitle(DATE));
    const summary = await run([DATE, '2016-04-09', '2016-04-10']);
    expect(summary).toMatchObject({ days: 1, absent: ['2016-04-10'], unread: [{ date: '2016-04-09' }] });
  });

  it('does not lose what was read before the wiki fell silent', async () => {
    const { dates, pages } = townPages('2016-01-01', 60);
    for (const [title, page] of pages) wiki.pages.set(title, page);
    wiki.faultOf = (n) => (n === 0 ? null : '503');
    const summary = await run(dates);
    expect(summary.days).toBe(50);
    expect(summary.unread).toHaveLength(10);
    expect(summary.stopped).toMatch(/503/);
    expect((await library()).events).toHaveLength(150);
  });
});

describe('an import through a failing wiki', () => {
  it('asks for 50 titles at a time, one request after the other, and ends in the same tree', async () => {
    const { dates, pages } = townPages('2016-01-01', 120);
    for (const [title, page] of pages) wiki.pages.set(title, page);
    await run(dates, { dayPages: true });
    const calm = treeOf(folder);
    rmSync(folder, { recursive: true });
    wiki.requests.length = 0;
    wiki.faultOf = (n) => (n % 2 === 0 ? (FAULTS[(n / 2) % FAULTS.length] ?? null) : null);
    await run(dates, { dayPages: true });
    expect(treeOf(folder)).toEqual(calm);
    expect(Math.max(...wiki.requests.map((request) => request.titles.length))).toBe(50);
    expect(wiki.busiest).toBe(1);
  });

  it('ends in the same tree whether it came in one import or in several', async () => {
    const { dates, pages } = townPages('2016-01-01', 30);
    for (const [title, page] of pages) wiki.pages.set(title, page);
    await run(dates);
    const whole = treeOf(folder);
    rmSync(folder, { recursive: true });
    for (const part of [dates.slice(20), dates.slice(0, 10), dates.slice(5, 25)]) await run(part);
    expect(treeOf(folder)).toEqual(whole);
  });

  it('writes nothing when it is only tried', async () => {
    write(FERRY, 7);
    expect(await run([DATE], { dryRun: true })).toMatchObject({ events: 1, files: { written: 1 } });
    expect(treeOf(folder).size).toBe(0);
  });
});
