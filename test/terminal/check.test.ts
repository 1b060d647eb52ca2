import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram } from '../../src/terminal/program.js';

const EVENT = `### [2031-05-7](/news/2031/05/7/index.md)

# Aldmere harbour strike: Dockers in Aldmere stop work over night shifts.
`;
let dir = '';

async function dateline(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runProgram(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { CONTENT_DIR: dir },
    interactive: false,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dateline-check-'));
  const files = { 'news/2031/05/7/strike.md': EVENT, 'news/2031/05/8/no-date.md': '# A thing happens.\n' };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
});
afterAll(() => rm(dir, { recursive: true }));

it('reports what was skipped, with path, line and reason, and exits 1', async () => {
  const { exitCode, out, err } = await dateline('check');
  expect(out).toMatch(/^\/news\/2031\/05\/8\/no-date\.md:1: skipped\. It has no date/);
  expect(out).toContain('1 event on 1 day, read from 2 files.');
  expect(err).toBe('1 file skipped.');
  expect(exitCode).toBe(1);
});

it('reports the same as JSON', async () => {
  const { out } = await dateline('check', '--json');
  expect(JSON.parse(out)).toMatchObject({
    files: 2,
    events: 1,
    days: 1,
    problems: [{ path: '/news/2031/05/8/no-date.md', line: 1, problem: expect.stringContaining('no date') }],
  });
});

it('shows one event as it was read, by path or id', async () => {
  const { out } = await dateline('show', 'news/2031/05/7/strike.md', '--json');
  const shown = JSON.parse(out);
  expect(shown).toMatchObject({
    path: '/news/2031/05/7/strike.md',
    date: '2031-05-07',
    story: 'Aldmere harbour strike',
    headline: 'Aldmere harbour strike: Dockers in Aldmere stop work over night shifts.',
    summary: '',
    topics: ['Aldmere harbour strike'],
    sources: [],
    related: [],
  });
  const id = /id ([\w-]{11})$/.exec((await dateline('show', shown.path)).out)?.[1] ?? '';
  expect((await dateline('show', id)).out).toContain('Dockers in Aldmere stop work');
});

it('says why a file gives no event, or that there is none', async () => {
  expect(await dateline('show', '/news/2031/05/8/no-date.md')).toMatchObject({
    exitCode: 1,
    err: expect.stringContaining('Line 1: It has no date'),
  });
  expect(await dateline('show', '/news/nowhere.md')).toMatchObject({ exitCode: 1 });
});

it('says in one sentence that a folder can’t be read', async () => {
  const { exitCode, err } = await dateline('check', '--content', join(dir, 'nowhere'));
  expect(err).toMatch(/Can’t read the folder of events, .* \(ENOENT\)\. Name another with --content/);
  expect(exitCode).toBe(1);
});

it('exits 2 when it is called the wrong way', async () => {
  expect((await dateline('chekc')).exitCode).toBe(2);
  expect((await dateline('show')).exitCode).toBe(2);
});

it('reports what does not fit with other files, and serves it all the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-check-'));
  const keys = (date: string, ...more: string[]) =>
    ['---', `date: ${date}`, `headline: Rain falls in ${date}.`, ...more].join('\n');
  const files = {
    'one.md': `${keys('2031-05-07', 'id: rain-one')}\n---\n`,
    'open.md': keys('2031-05-09', ''),
    'two.md': `${keys('2031-05-08', 'id: rain-one', 'related:', '  - /one.md', '  - /gone.md')}\n---\n`,
  };
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  const { exitCode, out } = await dateline('check', '--content', folder);
  await rm(folder, { recursive: true });
  expect(out.split('\n')).toEqual([
    '/open.md:1: Its front matter is never closed, so that all of the file is read as keys: put a "---" line after them.',
    '/two.md:4: Its id rain-one is that of /one.md as well. Give it another, or leave it out.',
    '/two.md:7: It names /gone.md as related, but no event stands there.',
    '3 events on 3 days, read from 3 files.',
  ]);
  expect(exitCode).toBe(0);
});

it('takes an empty --content for none', async () => {
  expect((await dateline('check', '--content', '')).out).toContain('1 event on 1 day');
});

it('counts an event in two languages once, as the bot does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-check-'));
  const source = 'sources: [https://river.example/bridge]';
  const event = (headline: string) => `---\ndate: 2031-05-07\nheadline: "${headline}"\n${source}\n---\n`;
  await writeFile(join(folder, 'en.md'), event('The old bridge of Aldmere opens again.'));
  await writeFile(join(folder, 'zh.md'), event('阿尔德米尔的老桥重新开放。'));
  const { out } = await dateline('check', '--content', folder);
  await rm(folder, { recursive: true });
  expect(out).toBe('1 event (1 in two languages) on 1 day, read from 2 files.');
});

it('prints its version', async () => {
  expect(await dateline('--version')).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
});
