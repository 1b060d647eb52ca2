import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EventLibrary } from '../../src/events/event-library.js';
import { eventFile, writeTree } from './write-tree.js';

const GOOD = eventFile('2031-05-07', 'Dockers in Aldmere stop work over night shifts.');

/** Each file that gives no event, and the reason a person reads. */
const HOSTILE: Readonly<Record<string, [content: string | Buffer, line: number, reason: RegExp]>> = {
  '/no-date.md': ['# A bridge opens.\n', 1, /no date/],
  '/no-headline.md': ['### [2031-05-7](/news/2031/05/7/index.md)\n', 1, /no headline/],
  '/blank-headline.md': ['### [2031-05-7](/x/index.md)\n\n#   \n', 1, /no headline/],
  '/impossible.md': ['\n\n### [2031-04-31](/x/index.md)\n# A bridge opens.\n', 3, /no day 2031-04-31/],
  '/month-13.md': ['---\ndate: 2031-13-01\nheadline: A bridge opens.\n---\n', 2, /no day 2031-13-01/],
  '/not-a-date.md': ['---\nheadline: A bridge opens.\ndate: soon\n---\n', 3, /"soon" is no date/],
  '/yaml.md': ['---\ndate: 2031-05-07\nheadline: [open\n---\n', 4, /front matter can't be read/],
  '/yaml-tag.md': ['---\ndate: !!js/function "function(){}"\n---\n', 2, /front matter can't be read/],
  '/list.md': ['---\n- a\n- b\n---\n', 2, /no list of "key: value"/],
  '/code.md': ['---js\n{ date: globalThis.ranCode = true }\n---\n', 1, /runs code is refused/],
  '/binary.md': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 1, /binary/],
  '/utf-16.md': [Buffer.from('\ufeff# A bridge opens.', 'utf16le'), 1, /UTF-16/],
  '/latin-1.md': [Buffer.from('### [2031-05-7](/x/index.md)\n\n# Caf\xe9\n', 'latin1'), 3, /not UTF-8/],
  '/huge.md': [`${GOOD}${'word '.repeat(1_000_000)}`, 1, /too large/],
  '/long-line.md': [eventFile('2031-05-07', 'A'.repeat(200_000)), 3, /headline has 200000 characters/],
  '/empty.md': ['', 1, /empty/],
  '/spaces.md': ['\n \t\n', 1, /empty/],
};

it('skips every hostile file with its line and reason, runs none, and serves the good one', async () => {
  const contents = Object.fromEntries(Object.entries(HOSTILE).map(([path, [content]]) => [path, content]));
  const dir = await writeTree({ ...contents, '/news/good.md': GOOD });
  const { problems, events } = await EventLibrary.open(dir);
  for (const [path, [, line, reason]] of Object.entries(HOSTILE)) {
    const found = problems.filter((p) => p.path === path);
    expect(found, path).toHaveLength(1);
    expect(found[0], path).toMatchObject({ line, severity: 'skipped' });
    expect(found[0]?.problem, path).toMatch(reason);
  }
  expect(problems).toHaveLength(Object.keys(HOSTILE).length);
  expect(events.map((e) => e.path)).toEqual(['/news/good.md']);
  expect(globalThis).not.toHaveProperty('ranCode');
});

it('follows links to folders once, reports loops and links that lead nowhere', async () => {
  const dir = await writeTree({ 'news/good.md': GOOD });
  await symlink(dir, join(dir, 'news', 'loop'));
  await symlink(join(dir, 'gone.md'), join(dir, 'broken.md'));
  const { problems, events } = await EventLibrary.open(dir);
  expect(events).toHaveLength(1);
  expect(problems.map((p) => [p.path, p.problem])).toEqual([
    ['/broken.md', 'It is a link that leads nowhere.'],
    ['/news/loop', 'It is a link to a folder that is read already.'],
  ]);
});

it('reads folders named like files and files with weird names', async () => {
  const names = [
    'folder.md/inside.md',
    'new\nline.md',
    ' .md',
    '100% #1?.md',
    'e\u0301ve\u0301nement.md',
    '🎉.MD',
  ];
  const dir = await writeTree(
    Object.fromEntries(names.map((name, n) => [name, eventFile('2031-05-07', `Bridge number ${n} opens.`)])),
  );
  const { problems, events } = await EventLibrary.open(dir);
  expect(problems).toEqual([]);
  expect(events.map((e) => e.path)).toContain('/événement.md');
  expect(events).toHaveLength(names.length);
});

it.skipIf(process.platform === 'win32')('does not wait for a named pipe', async () => {
  const dir = await writeTree({ 'good.md': GOOD });
  execFileSync('mkfifo', [join(dir, 'pipe.md')]);
  const library = await EventLibrary.open(dir);
  expect(library.problems).toMatchObject([{ path: '/pipe.md', problem: 'It is not a regular file.' }]);
  await library.refresh([join(dir, 'pipe.md')]);
});

it.skipIf(process.getuid?.() === 0)('reports what it may not read', async () => {
  const dir = await writeTree({ 'good.md': GOOD, 'secret.md': GOOD });
  await chmod(join(dir, 'secret.md'), 0);
  await mkdir(join(dir, 'closed'), { mode: 0 });
  const { problems } = await EventLibrary.open(dir);
  expect(problems.map((p) => p.path)).toEqual(['/closed', '/secret.md']);
});

it('leaves alone what is no event and needn’t be: READMEs, licences, hidden folders, other files', async () => {
  const dir = await writeTree({
    'README.md': '# How to write events\n\nIn ten lines.\n',
    'ATTRIBUTION.md': '# Where the texts come from\n',
    '.obsidian/note.md': 'x',
    'node_modules/package/README.md': 'x',
    'manifest.json': '{}',
    'news/2031/05/7/index.md':
      '## [2031-05-7](/news/2031/05/7/index.md)\n\n## [Previous Day...](/news/2031/05/6/index.md)\n',
    'news/2031/05/7/good.md': GOOD,
  });
  const library = await EventLibrary.open(dir);
  expect(library.problems).toEqual([]);
  expect(library.events).toHaveLength(1);
});

it('throws only where the folder itself can’t be listed', async () => {
  await expect(EventLibrary.open('/no/such/folder')).rejects.toThrow('ENOENT');
});
