import { rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { EventLibrary } from '../../src/events/event-library.js';
import { KnownReadings } from '../../src/events/known-readings.js';
import { eventFile, writeTree } from './write-tree.js';

const BRIDGE = 'news/2016/04/8/bridge.md';
const TREE = {
  [BRIDGE]: eventFile(
    '2016-04-8',
    'Floods: A bridge collapses in Quillmere',
    '* [Map 地图](https://example.org/a)',
  ),
  'news/2016/04/9/inquiry.md': eventFile('2016-04-9', 'Floods: An inquiry begins'),
  'news/2016/04/8/index.md': '# 2016 April 8\n\n## [A bridge collapses](/news/2016/04/8/bridge.md)\n',
  'empty.md': '',
  'README.md': '# About this folder\n\nIt has two events.\n',
  'again.md': eventFile('2016-04-8', 'A bridge collapses in Quillmere'),
  'later.md': '---\ntitle: A ferry waits\ndate: 2016-04-10\ndraft: true\n---\n',
  'odd.md':
    '---\ntitle: Repairs begin\ndate: 2016-05-02\nid: repairs\nrelated: [/nowhere.md]\n---\n\nSee [[wanted]].\n',
};
/** Files of the tree that are parsed: all of them. */
const FILES = Object.keys(TREE).length;

let dir: string;
let file: string;

/** A start on what is kept; the files it parsed. */
async function start(version = 'v1') {
  const known = await KnownReadings.open(file, version);
  const library = await EventLibrary.open(dir, { known });
  const awake = setInterval(() => {}, 1_000);
  await library.keep(known);
  clearInterval(awake);
  return { library, parsed: known.parsed };
}

const served = (library: EventLibrary) => {
  const { events, problems, leftOut, files, days, isEmpty } = library;
  const dayPages = Object.keys(TREE).filter((path) => library.isDayPage(`/${path}`));
  return { events, problems, leftOut, files, days, isEmpty, dayPages };
};

describe('a folder that was read before', () => {
  beforeEach(async () => {
    dir = await writeTree(TREE);
    file = join(await writeTree({}), 'files.bin');
    await start();
  });

  it('is served the same without a file being parsed', async () => {
    const { library, parsed } = await start();
    expect(parsed).toBe(0);
    expect(served(library)).toEqual(served(await EventLibrary.open(dir)));
    expect(library.events).toHaveLength(3);
    expect(library.event('/again.md')?.path).toBe(`/${BRIDGE}`);
    expect(await library.changes()).toEqual([]);
  });

  it('has only the files parsed that changed', async () => {
    await writeFile(join(dir, BRIDGE), eventFile('2016-04-8', 'Floods: A bridge is closed'));
    const { library, parsed } = await start();
    expect(parsed).toBe(1);
    expect(library.event(`/${BRIDGE}`)?.sentence).toBe('A bridge is closed');
    expect((await start()).parsed).toBe(0);
  });

  it('has no file parsed that was written again as it was', async () => {
    await writeFile(join(dir, BRIDGE), TREE[BRIDGE] ?? '');
    await utimes(join(dir, BRIDGE), 1, 1);
    expect((await start()).parsed).toBe(0);
  });

  it('has a file that is scheduled read at every start, and served when its time has come', async () => {
    const file = '---\ntitle: A ferry sinks\ndate: 2016-04-09\nexpiryDate: 2100-01-01\n---\n\nIt sinks.\n';
    await writeFile(join(dir, 'ferry.md'), file);
    expect((await start()).parsed).toBe(1);
    const { library, parsed } = await start();
    expect(parsed).toBe(1);
    expect(library.events.map(({ sentence }) => sentence)).toContain('A ferry sinks');
  });

  it('does not serve what went', async () => {
    await rm(join(dir, BRIDGE));
    await rm(join(dir, 'news/2016/04/8/index.md'));
    const { library } = await start();
    expect(library.events.map(({ sentence }) => sentence)).toEqual([
      'A bridge collapses in Quillmere',
      'An inquiry begins',
      'Repairs begin',
    ]);
  });

  it('is served by what a file that came means for the others', async () => {
    await writeFile(join(dir, 'wanted.md'), eventFile('2016-05-3', 'The bridge opens'));
    const { library, parsed } = await start();
    expect(parsed).toBe(1);
    expect(served(library)).toEqual(served(await EventLibrary.open(dir)));
    expect(served((await start()).library)).toEqual(served(library));
    await rm(join(dir, 'wanted.md'));
    expect(served((await start()).library)).toEqual(served(await EventLibrary.open(dir)));
  });

  it('takes up changes afterwards as one that was read from its files', async () => {
    const files = [BRIDGE, 'wanted.md', 'again.md', 'later.md'].map((path) => join(dir, path));
    const [kept, read] = [(await start()).library, await EventLibrary.open(dir)];
    await writeFile(join(dir, 'wanted.md'), eventFile('2016-05-3', 'The bridge opens'));
    await writeFile(join(dir, 'later.md'), '---\ntitle: A ferry waits\ndate: 2016-04-10\n---\n');
    await rm(join(dir, BRIDGE));
    expect(await kept.refresh(files)).toEqual(await read.refresh(files));
    expect(served(kept)).toEqual(served(read));
    expect(await kept.changes()).toEqual([]);
  });

  it('is served from what was kept after changes as from its files', async () => {
    const known = await KnownReadings.open(file, 'v1');
    const library = await EventLibrary.open(dir, { known });
    await writeFile(
      join(dir, 'wanted.md'),
      eventFile('2016-05-3', 'Quillmere, the Old Port: The bridge opens'),
    );
    await library.refresh([join(dir, 'wanted.md')]);
    const awake = setInterval(() => {}, 1_000);
    await library.keep(known);
    clearInterval(awake);
    const { library: after, parsed } = await start();
    expect(parsed).toBe(0);
    expect(served(after)).toEqual(served(await EventLibrary.open(dir)));
  });

  it('knows a file again by what it was when it changed while it was served', async () => {
    const known = await KnownReadings.open(file, 'v1');
    const library = await EventLibrary.open(dir, { known });
    await writeFile(join(dir, BRIDGE), eventFile('2016-04-8', 'Floods: A bridge is closed'));
    await library.refresh([join(dir, BRIDGE)]);
    const awake = setInterval(() => {}, 1_000);
    await library.keep(known);
    clearInterval(awake);
    expect((await start()).library.event(`/${BRIDGE}`)?.sentence).toBe('A bridge is closed');
    await writeFile(join(dir, BRIDGE), TREE[BRIDGE] ?? '');
    expect((await start()).library.event(`/${BRIDGE}`)?.sentence).toBe('A bridge collapses in Quillmere');
  });

  it('is read in full by another version of the program, or from a damaged file', async () => {
    expect((await start('v2')).parsed).toBe(FILES);
    await truncate(file, 200);
    expect((await start('v2')).parsed).toBe(FILES);
  });
});
