import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/terminal/program.js';
import { LoopbackWiki } from '../import/loopback-wiki.js';
import { townPages } from '../import/town-days.js';

let wiki: LoopbackWiki;
let apiUrl: string;
let folder: string;

beforeEach(async () => {
  wiki = new LoopbackWiki();
  apiUrl = await wiki.start();
  for (const [title, page] of townPages('2016-01-01', 5).pages) wiki.pages.set(title, page);
  folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
});
afterEach(async () => {
  await wiki.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function dateline(args: string[], { contact = 'ops@harbour.example', answers = [] as string[] } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runProgram(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { CONTENT_DIR: folder, WIKIPEDIA_API_URL: apiUrl, DATELINE_CONTACT: contact },
    interactive: false,
    ask: answers.length > 0 ? async () => answers.shift() ?? '' : undefined,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

describe('dateline import', () => {
  it('refuses without a contact, and asks the wiki nothing', async () => {
    const { exitCode, err } = await dateline(['import', '--days', '3'], { contact: '' });
    expect(exitCode).toBe(1);
    expect(err).toContain('DATELINE_CONTACT');
    expect(wiki.requests).toHaveLength(0);
  });

  it('imports the days of a span and reports what it read; check and ask then know them', async () => {
    const { exitCode, out } = await dateline(['import', '--from', '2016-01-01', '--to', '2016-01-07']);
    expect(exitCode).toBe(0);
    expect(out).toContain('5 days read: 15 events, 15 links to sources.');
    expect(out).toContain('No page: 2016-01-06 to 2016-01-07.');
    expect((await dateline(['check'])).out).toBe('15 events on 5 days, read from 15 files.');
    expect((await dateline(['ask', 'which depot was repaired in January 2016?'])).out).toContain('2016-01-0');
  });

  it('answers as JSON, and writes nothing in a dry run', async () => {
    const args = ['import', '--from', '2016-01-01', '--to', '2016-01-05', '--json'];
    const dry = JSON.parse((await dateline([...args, '--dry-run'])).out);
    expect(dry).toMatchObject({ days: 5, events: 15, files: { written: 15 }, dryRun: true });
    expect(JSON.parse((await dateline(args)).out)).toMatchObject({ files: { written: 15, unchanged: 0 } });
    expect(JSON.parse((await dateline(args)).out)).toMatchObject({ files: { written: 0, unchanged: 15 } });
  });

  it.each([
    [['import'], /Say what to import/],
    [['import', '--all', '--days', '3'], /Say what to import/],
    [['import', '--days', 'many'], /--days takes a number/],
    [['import', '--from', '2016-02-30'], /--from takes a date such as/],
    [['import', '--to', '2016-02-01'], /Say where to start/],
    [['import', '--from', '2016-02-02', '--to', '2016-02-01'], /later than/],
  ])('explains what is wrong with %j', async (args, sentence) => {
    const { exitCode, err } = await dateline(args);
    expect(exitCode).toBe(2);
    expect(err).toMatch(sentence);
  });

  it('imports a CSV file with columns of other names, and fails where a row is bad', async () => {
    const file = join(folder, 'own.csv');
    writeFileSync(file, 'day,what\n2016-05-01,A bridge opens.\nsoon,A road closes.\n');
    const args = ['import', '--csv', file, '--date-column', 'day', '--headline-column', 'what'];
    const { exitCode, out } = await dateline(args);
    expect(exitCode).toBe(1);
    expect(out).toContain('1 event read: 1 written');
    expect(out).toContain('line 3: not imported. "soon" is no date.');
    expect((await dateline(['import', '--csv', join(folder, 'none.csv')])).err).toContain(
      'there is no such file',
    );
  });

  it('imports a table as spreadsheets write it: semicolons, capitals, tabs', async () => {
    for (const text of [
      'Date;Headline\n01.05.2016;A bridge opens.\n',
      'sep=;\ndate;headline\n2016-05-01;A bridge opens.\n',
      'DATE\tHEADLINE\n2016-05-01\tA bridge opens.\n',
    ]) {
      const file = join(folder, 'sheet.csv');
      writeFileSync(file, text);
      const { exitCode, out } = await dateline(['import', '--csv', file, '--dry-run']);
      expect(out).toContain('1 event read');
      expect(exitCode).toBe(0);
    }
  });

  it('names the columns of a CSV file that lacks one', async () => {
    const file = join(folder, 'own.csv');
    writeFileSync(file, 'day,what\n2016-05-01,A bridge opens.\n');
    const { exitCode, err } = await dateline(['import', '--csv', file, '--date-column', 'day']);
    expect(exitCode).toBe(2);
    expect(err).toContain(
      'has no column “headline”. Its columns are: day, what. Name the right one with --headline-column.',
    );
  });
});

describe('dateline new', () => {
  it('asks until an answer can be used, and writes a file that reads back', async () => {
    const answers = [
      '2016-02-31',
      '2016-03-01',
      '',
      'A bridge opens.',
      'Bridges',
      'nowhere',
      'https://a.example/1',
    ];
    const { exitCode, out, err } = await dateline(['new'], { answers });
    expect(exitCode).toBe(0);
    expect(out).toContain('bridges-a-bridge-opens.md');
    expect(err.split('\n')).toHaveLength(3);
    expect((await dateline(['check'])).out).toBe('1 event on 1 day, read from 1 file.');
  });

  it('reads dates as /date does', async () => {
    const { out } = await dateline(['new', '--date', '8 April 2016', '--headline', 'A road closes.']);
    expect(out).toContain('2016/04/8/');
    expect((await dateline(['new', '--date', '8 avril 2016', '--headline', 'A quay closes.'])).out).toContain(
      '2016/04/8',
    );
    expect((await dateline(['new', '--date', 'April 2016', '--headline', 'A road.'])).exitCode).toBe(1);
  });

  it('takes everything from flags where nobody can answer', async () => {
    expect((await dateline(['new', '--date', '2016-03-01', '--headline', 'A road closes.'])).exitCode).toBe(
      0,
    );
    const { exitCode, err } = await dateline(['new', '--date', '2016-03-01']);
    expect(exitCode).toBe(1);
    expect(err).toContain('no headline');
  });
});
