import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventLibrary } from '../../../src/events/event-library.js';
import { importTable } from '../../../src/import/table/import-table.js';
import { treeOf } from '../tree-of.js';

let folder: string;
const COLUMNS = { date: 'date', headline: 'headline', topics: 'topics', sources: 'sources' };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-table-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(text: string, format: 'csv' | 'jsonl' = 'csv', columns = COLUMNS) {
  const file = join(folder, `table.${format}`);
  writeFileSync(file, text);
  return importTable({ contentDir: join(folder, 'content'), file, format, columns });
}
const library = () => EventLibrary.open(join(folder, 'content'));

const CSV = `date,headline,topics,sources
2016-04-08,"A bridge opens, at last.",Bridges; Northport,https://a.example/1; [Post](https://b.example/2)
2016-02-31,Impossible.,,
,No date.,,
2016-4-9,A tram runs.,,ftp://c.example
`;

describe('a table of events', () => {
  it('becomes files that read back as they were given', async () => {
    expect(await run(CSV)).toMatchObject({ events: 2, written: 2 });
    const { events, problems } = await library();
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        date: '2016-04-08',
        sentence: 'A bridge opens, at last.',
        topics: ['Bridges', 'Northport'],
        sources: [{ url: 'https://a.example/1' }, { name: 'Post', url: 'https://b.example/2' }],
      },
      { date: '2016-04-09', sentence: 'A tram runs.' },
    ]);
  });

  it('has its bad rows reported by line, and the others imported', async () => {
    const { bad, noticed } = await run(CSV);
    expect(bad).toEqual([
      { line: 3, problem: 'The calendar has no day 2016-02-31.' },
      { line: 4, problem: 'It has no date in "date".' },
    ]);
    expect(noticed).toMatchObject([{ line: 5, problem: expect.stringContaining('web address') }]);
  });

  it('writes nothing the second time, and updates the file of an event that got a source', async () => {
    await run(CSV);
    const before = treeOf(join(folder, 'content'));
    expect(await run(CSV)).toMatchObject({ written: 0, unchanged: 2 });
    expect(treeOf(join(folder, 'content'))).toEqual(before);
    expect(await run(CSV.replace('ftp://c.example', 'https://c.example'))).toMatchObject({
      written: 1,
      unchanged: 1,
    });
    expect((await library()).events).toHaveLength(2);
  });

  it('leaves a file unchanged that was edited by hand', async () => {
    await run(CSV);
    const file = join(folder, 'content/news/2016/04/9/a-tram-runs.md');
    const mine = `${readFileSync(file, 'utf8')}\nMine.\n`;
    writeFileSync(file, mine);
    expect(await run(CSV.replace('ftp://c.example', 'https://c.example'))).toMatchObject({
      written: 0,
      edited: ['/news/2016/04/9/a-tram-runs.md'],
    });
    expect(readFileSync(file, 'utf8')).toBe(mine);
  });

  it('writes the files again that a power cut left empty', async () => {
    await run(CSV);
    const content = join(folder, 'content');
    const before = treeOf(content);
    for (const name of before.keys()) if (name.startsWith('news/')) writeFileSync(join(content, name), '');
    expect(await run(CSV)).toMatchObject({ written: 2 });
    expect(treeOf(content)).toEqual(before);
  });

  it('may be JSON lines with keys of their own names', async () => {
    const jsonl =
      '{"when":"2016-04-08","what":"A bridge opens.","tags":["Bridges"],"links":[{"name":"Post","url":"https://b.example/2"}]}\nnonsense\n[1]\n';
    const columns = { date: 'when', headline: 'what', topics: 'tags', sources: 'links' };
    const { bad } = await run(jsonl, 'jsonl', columns);
    expect(bad.map(({ line }) => line)).toEqual([2, 3]);
    expect((await library()).events).toMatchObject([{ topics: ['Bridges'], sources: [{ name: 'Post' }] }]);
  });
});
