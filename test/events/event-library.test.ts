import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EventLibrary } from '../../src/events/event-library.js';
import { eventFile, writeTree } from './write-tree.js';

const STRIKE = 'Aldmere harbour strike: Dockers in Aldmere stop work over night shifts.';
const DAY = '/news/2031/05/7';
const dayPage = (...entries: string[]) => `## [2031-05-7](${DAY}/index.md)\n\n${entries.join('\n\n')}\n`;

describe('a day page', () => {
  const page = dayPage(
    `### [${STRIKE} ](${DAY}/strike.md)\n_Context: Aldmere, Dock Act_`,
    `##### Weather\n### [Rain falls on the eastern plains. ](${DAY}/rain.md)\n* The first since March * Wells fill`,
    '## [Previous Day...](/news/2031/05/4/index.md)',
  );

  it('adds its context to events that have a file, and gives those that have none', async () => {
    const dir = await writeTree({
      [`${DAY}/index.md`]: page,
      [`${DAY}/README.md`]: page,
      [`${DAY}/strike.md`]: eventFile('2031-05-07', STRIKE),
    });
    const library = await EventLibrary.open(dir);
    expect(library.problems).toEqual([]);
    expect(library.events).toHaveLength(2);
    expect(library.event(`${DAY}/strike.md`)?.context).toEqual(['Aldmere', 'Dock Act']);
    expect(library.event(`${DAY}/rain.md`)).toMatchObject({
      date: '2031-05-07',
      sentence: 'Rain falls on the eastern plains.',
      topics: ['Weather'],
      summary: 'The first since March * Wells fill',
    });
  });
});

describe('two reports of one event', () => {
  it('are served as one, with the story and all sources, and it is noticed', async () => {
    const dir = await writeTree({
      '/a.md': eventFile(
        '2031-05-07',
        'Dockers in Aldmere stop work over night shifts.',
        '### Source:\n\n1. [Post](https://post.example.org/a)\n',
      ),
      '/b.md': eventFile('2031-05-07', STRIKE, '### Source:\n\n1. [Echo](https://echo.example.org/b)\n'),
      '/c.md': eventFile(
        '2031-05-07',
        'Aldmere harbour strike Dockers in Aldmere stop work over night shifts.',
      ),
      '/d.md': eventFile(
        '2031-05-08',
        'Ships wait.',
        '### Related:\n\n1. [Dockers stop](/a.md) _Context: Aldmere_\n',
      ),
    });
    const library = await EventLibrary.open(dir);
    expect(library.events.map((e) => e.path)).toEqual(['/b.md', '/d.md']);
    expect(library.event('/a.md')).toBe(library.event('/b.md'));
    expect(library.event('/b.md')?.sources.map((s) => s.name)).toEqual(['Echo', 'Post']);
    expect(library.event('/d.md')?.related.map((r) => r.path)).toEqual(['/b.md']);
    expect(library.problems.map((p) => [p.path, p.severity])).toEqual([
      ['/a.md', 'noticed'],
      ['/c.md', 'noticed'],
    ]);
  });

  it('are two where the same words stand on two dates', async () => {
    const dir = await writeTree({
      '/a.md': eventFile('2031-05-07', 'Ships wait off Aldmere for a berth.'),
      '/b.md': eventFile('2031-05-08', 'Ships wait off Aldmere for a berth.'),
    });
    expect((await EventLibrary.open(dir)).events).toHaveLength(2);
  });
});

describe('links between events', () => {
  it('hold in a tree that lies deeper than its links say, and in one that was taken out of a folder', async () => {
    const related = (path: string) => `### Related:\n\n1. [Ships wait ](${path}) _Context: Aldmere_\n`;
    const dir = await writeTree({
      '/world/news/a.md': eventFile('2031-05-07', 'Dockers stop work.', related('/news/b.md')),
      '/world/news/b.md': eventFile('2031-05-08', 'Ships wait.', related('/zh/world/news/a.md')),
    });
    const library = await EventLibrary.open(dir);
    expect(library.events.map((e) => e.related.map((r) => r.path))).toEqual([
      ['/world/news/b.md'],
      ['/world/news/a.md'],
    ]);
  });

  it('keep names with commas whole where the folder knows them', async () => {
    const related =
      '### Related:\n\n1. [Votes ](/x.md) _Context: Aldmere, Aldmere election, 2031, Dunhaven, Westmark_\n';
    const dir = await writeTree({
      '/a.md': eventFile('2031-05-07', 'Dockers stop work.', related),
      '/b.md': eventFile('2031-05-08', 'Dunhaven, Westmark: A bridge opens.'),
    });
    const library = await EventLibrary.open(dir);
    expect(library.event('/a.md')?.context).toEqual([
      'Aldmere',
      'Aldmere election, 2031',
      'Dunhaven, Westmark',
    ]);
  });
});

describe('a folder that changes while the bot runs', () => {
  it('gives what came, changed and went', async () => {
    const dir = await writeTree({
      '/a.md': eventFile('2031-05-07', 'Dockers in Aldmere stop work.'),
      '/b.md': eventFile('2031-05-08', 'Ships wait off Aldmere.'),
    });
    const library = await EventLibrary.open(dir);
    await writeFile(join(dir, 'a.md'), eventFile('2031-05-09', 'Dockers in Aldmere go back to work.'));
    await writeFile(join(dir, 'c.md'), eventFile('2031-05-08', 'A ferry runs again.'));
    await rm(join(dir, 'b.md'));
    const change = await library.refresh(['a.md', 'b.md', 'c.md', 'none.md'].map((name) => join(dir, name)));
    expect(change.put.map((e) => [e.path, e.date])).toEqual([
      ['/c.md', '2031-05-08'],
      ['/a.md', '2031-05-09'],
    ]);
    expect(change.remove).toEqual(['/b.md']);
    expect(library.events.map((e) => e.path)).toEqual(['/c.md', '/a.md']);
    expect(library.event('/b.md')).toBeNull();
  });

  it('changes nothing when files are read again unchanged, and mends a problem when the file is mended', async () => {
    const dir = await writeTree({ '/a.md': eventFile('2031-05-07', 'Ships wait.'), '/b.md': '# No date\n' });
    const library = await EventLibrary.open(dir);
    expect(await library.refresh([join(dir, 'a.md')])).toEqual({ put: [], remove: [] });
    await writeFile(join(dir, 'b.md'), eventFile('2031-05-07', 'A ferry runs again.'));
    const { put } = await library.refresh([join(dir, 'b.md')]);
    expect(put.map((e) => e.path)).toEqual(['/b.md']);
    expect(library.problems).toEqual([]);
  });

  it('takes a day page’s word when its page changes', async () => {
    const dir = await writeTree({ [`${DAY}/strike.md`]: eventFile('2031-05-07', STRIKE) });
    const library = await EventLibrary.open(dir);
    await writeFile(
      join(dir, DAY, 'index.md'),
      dayPage(`### [${STRIKE} ](${DAY}/strike.md)\n_Context: Aldmere_`),
    );
    const { put } = await library.refresh([join(dir, DAY, 'index.md')]);
    expect(put.map((e) => e.context)).toEqual([['Aldmere']]);
  });
});
