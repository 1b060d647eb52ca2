import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventLibrary } from '../../../src/events/event-library.js';
import { importTable } from '../../../src/import/table/import-table.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-spreadsheet-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = () => join(folder, 'content');

async function run(
  table: string | Buffer,
  columns: Partial<Record<'date' | 'headline' | 'topics' | 'sources', string>> = {},
) {
  const file = join(folder, 'table.csv');
  writeFileSync(file, table);
  return importTable({
    contentDir: content(),
    file,
    format: 'csv',
    columns: { date: 'date', headline: 'headline', topics: 'topics', sources: 'sources', ...columns },
  });
}

async function imported(): Promise<string[]> {
  const { events } = await EventLibrary.open(content());
  return events.map(({ date, topics, sentence }) => `${date} ${topics.join('+')} ${sentence}`);
}

const ROWS = 'date,headline,topics\n2016-04-08,Café opens,Harbour; Town\n';
const wide = (text: string, mark: boolean, big = false) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

it('reports a row with more cells than the header, and passes over rows without any', async () => {
  const { written, bad } = await run(
    `${ROWS}2016-04-09,Storm hits, ferries stop,Harbour\n,,\n2016-04-10,Rain falls,,,\n`,
  );
  expect(written).toBe(2);
  expect(bad).toEqual([
    { line: 3, problem: expect.stringContaining('It has 4 cells, and the header names 3') },
  ]);
});

it('takes two percent signs in a cell as they are: a table is no Markdown', async () => {
  const address = 'https://post.example.org/a?share=5%%25';
  await run(
    `date,headline,topics,sources\n2031-05-07,Taxes rise 5%% and fall 3%% again,Taxes; 100%% club%%,[Post %%now%%](${address})\n`,
  );
  expect(await imported()).toEqual(['2031-05-07 Taxes+100%% club%% Taxes rise 5%% and fall 3%% again']);
  const { events } = await EventLibrary.open(content());
  expect(events[0]?.sources).toMatchObject([{ name: 'Post %%now%%', url: address.replace('%%', '%25%') }]);
});

describe('a table as spreadsheets write it', () => {
  it.each([
    ['with commas', ROWS],
    ['with semicolons', 'date;headline;topics\n2016-04-08;Café opens;"Harbour; Town"\n'],
    ['with tabs', ROWS.replaceAll(',', '\t')],
    ['with bars', ROWS.replaceAll(',', '|')],
    [
      'that says what parts its cells',
      'sep=;\r\ndate;headline;topics\r\n2016-04-08;Café opens;"Harbour; Town"\r\n',
    ],
    [
      'with commas in its headlines, parted by semicolons',
      'id;date;headline;topics;a,b,c,d,e\n1;2016-04-08;Café opens;"Harbour; Town";x\n',
    ],
    ['with headers in capitals and blanks', ROWS.replace('date,headline,topics', 'Date , HEADLINE, Topics')],
    ['in UTF-8 with a mark', `\ufeff${ROWS}`],
    ['in UTF-16', wide(ROWS, true)],
    ['in UTF-16, the other way round', wide(ROWS, true, true)],
    ['in UTF-16 without a mark', wide(ROWS, false)],
    ['with a time of day and an offset', ROWS.replace('2016-04-08', '2016-04-08T23:00:00-05:00')],
    ['with a date in words', ROWS.replace('2016-04-08', '8 April 2016')],
  ])('%s', async (_name, table) => {
    await run(table);
    expect(await imported()).toEqual(['2016-04-08 Harbour+Town Café opens']);
  });

  it('has its dates read in the order that the others show, else each ambiguous one is reported', async () => {
    const table = (...dates: string[]) =>
      `date,headline\n${dates.map((date, n) => `${date},Bridge ${n} opens`).join('\n')}\n`;
    expect(await run(table('08/04/2016', '13/04/2016'))).toMatchObject({ written: 2, bad: [] });
    expect(await run(table('09/04/2016', '2016/04/10'))).toMatchObject({
      written: 1,
      bad: [{ line: 2, problem: expect.stringContaining('can be 2016-04-09 or 2016-09-04') }],
    });
    expect(await run(table('42468', '30/02/2016'))).toMatchObject({
      bad: [
        { problem: expect.stringContaining('Format the column as a date') },
        { problem: expect.stringContaining('no day') },
      ],
    });
  });
});

describe('a table that can’t be read writes nothing', () => {
  it.each([
    [
      'in Latin-1',
      Buffer.from(`${ROWS}2016-04-09,Fair,Z\xfcrich\n`, 'latin1'),
      /line 2, column 2 \(headline\).*CSV UTF-8/,
    ],
    [
      'with a bad byte further down',
      Buffer.concat([Buffer.from(`${ROWS}2016-04-09,Fair,Z`), Buffer.from([0xfc])]),
      /line 3, column 3 \(topics\)/,
    ],
    [
      'with a quotation mark left open',
      `${ROWS}2016-04-09,"Fair opens,Town\n2016-04-10,Mill,\n`,
      /line 3: a quotation mark/,
    ],
    [
      'without a column that is needed',
      'Tag,Titel\n2016-04-08,Café\n',
      /no column “date”.*tag, titel.*--date-column/,
    ],
    ['without any', '', /no column “date”/],
    [
      'with two columns of one name',
      'date,Date,headline\n2016-04-08,2016-04-09,Café\n',
      /Two of its columns.*“date”/,
    ],
    ['that is a workbook', Buffer.from('PK\x03\x04\x14\0date,headline', 'latin1'), /workbook.*CSV UTF-8/],
    ['that is an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /workbook/],
  ])('%s', async (_name, table, sentence) => {
    await expect(run(table)).rejects.toThrow(sentence);
    expect(existsSync(content())).toBe(false);
  });

  it('but names of columns may be given, in any case', async () => {
    await run('Tag;Titel\n2016-04-08;Café opens\n', { date: 'TAG', headline: 'titel' });
    expect(await imported()).toEqual(['2016-04-08  Café opens']);
  });
});

it('keeps texts that markdown would read in another way', async () => {
  const sentences = ['Team plays as number #', 'x == y == z'];
  await run(`date,headline\n${sentences.map((text) => `2016-04-08,${text}`).join('\n')}\n`);
  expect((await imported()).map((line) => line.slice(12)).sort()).toEqual(sentences.sort());
});
