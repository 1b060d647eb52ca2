import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/terminal/program.js';

const file = (date: string, text: string) => `### [${date}](/news/index.md)\n\n# ${text}\n`;
const FILES = {
  'news/2031/05/7/strike.md': file('2031-05-7', 'Aldmere strike: The dockers of Aldmere stop work at night.'),
  'news/2031/05/9/deal.md': file('2031-05-9', 'Aldmere strike: The dockers of Aldmere accept a pay deal.'),
  'news/2031/06/1/comet.md': file('2031-06-1', 'Astronomers in Quillota photograph a comet with two tails.'),
};
let dir = '';

async function dateline(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const exitCode = await runProgram(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { CONTENT_DIR: join(dir, 'content') },
    interactive: false,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}
const json = async (...args: string[]) => JSON.parse((await dateline(...args, '--json')).out);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dateline-date-'));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(dir, 'content', path)), { recursive: true });
    await writeFile(join(dir, 'content', path), text);
  }
});
afterAll(() => rm(dir, { recursive: true }));

describe('dateline date', () => {
  it('gives what was understood, the groups with the paths of their events, and the nearest days', async () => {
    expect(await json('date', 'May', '2031')).toEqual({
      understood: { from: '2031-05-01', to: '2031-05-31', grain: 'month' },
      total: 2,
      groups: [
        {
          story: 'Aldmere strike',
          count: 2,
          events: ['/news/2031/05/7/strike.md', '/news/2031/05/9/deal.md'],
        },
      ],
      nearest: { before: null, after: '2031-06-01' },
    });
  });

  it('takes --now for today', async () => {
    const { understood, nearest } = await json('date', 'last Tuesday', '--now', '2031-06-02');
    expect(understood).toEqual({ from: '2031-05-27', to: '2031-05-27', grain: 'day' });
    expect(nearest).toEqual({ before: '2031-05-09', after: '2031-06-01' });
  });

  it('exits with 1 where the words are no time, as JSON as well', async () => {
    const { exitCode, out } = await dateline('date', 'banana', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ understood: null, problem: 'not-a-date' });
    expect((await dateline('date', 'from', '2020', 'to', '2016')).err).toContain('ends before it starts');
  });

  it('finds the day of an event', async () => {
    const { understood } = await json('date', 'the day of the comet of Quillota');
    expect(understood).toMatchObject({ from: '2031-06-01', to: '2031-06-01', grain: 'day' });
    expect(understood.event).toMatch(/comet/);
  });

  it.each([
    ['30 February 2031', 'invalid'],
    ['a purple comet', 'not-a-date'],
  ])('names the problem with %s', async (when, problem) => {
    expect(await json('date', when)).toMatchObject({ understood: null, problem, groups: [], nearest: null });
    const told = await dateline('date', when);
    expect(told.exitCode).toBe(1);
    expect(told.err).toContain(when);
  });

  it('gives the readings of an ambiguous date', async () => {
    expect(await json('date', '04/08/2031')).toMatchObject({
      understood: null,
      problem: 'ambiguous',
      readings: [{ from: '2031-08-04' }, { from: '2031-04-08' }],
    });
  });

  it('lists the events for a person', async () => {
    const { out } = await dateline('date', '7 May 2031');
    expect(out).toContain('2031-05-07: 1 event on 1 day\n');
    expect(out).toContain('Aldmere strike (1)\n  2031-05-07  The dockers of Aldmere stop work');
  });
});

describe('dateline topic', () => {
  it('shows a topic whatever its case', async () => {
    expect(await json('topic', 'aldmere STRIKE')).toMatchObject({
      topic: 'Aldmere strike',
      total: 2,
      first: '2031-05-07',
      last: '2031-05-09',
      years: [{ year: 2031, count: 2 }],
    });
  });

  it('names those it knows where it knows none of that name', async () => {
    const { exitCode, err } = await dateline('topic', 'Aldmere walkout');
    expect(exitCode).toBe(1);
    expect(err).toContain('The closest are: Aldmere strike.');
  });
});
