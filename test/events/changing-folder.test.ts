import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { ContentWatcher, type WatchOptions } from '../../src/events/content-watcher.js';
import { EventLibrary } from '../../src/events/event-library.js';
import { eventFile } from './write-tree.js';

/** A limit that no loaded machine reaches; a change is served within two seconds. */
const SOON = { timeout: 10_000, interval: 20 };

let place: string;
let notices: string[];
let errors: unknown[];
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'dateline-changing-'));
  notices = [];
  errors = [];
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) await stop();
  await rm(place, { recursive: true, force: true });
  expect(errors).toEqual([]);
});

const at = (...names: string[]) => join(place, ...names);

async function write(file: string, sentence: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, eventFile('2031-05-07', sentence));
}

/** A folder that is served, and what is served of it. */
async function serve(dir: string, options: WatchOptions = {}, clock = systemClock): Promise<() => string[]> {
  const library = await EventLibrary.open(dir, { clock });
  const watcher = await ContentWatcher.start(
    dir,
    async (files) => void (await library.refresh(files)),
    (error) => errors.push(error),
    { folder: library, sweepMs: 60_000, pulseMs: 50, onNotice: (notice) => notices.push(notice), ...options },
  );
  stops.push(() => watcher.stop());
  return () => library.events.map(({ sentence }) => sentence).sort();
}

const serves = (served: () => string[], ...sentences: string[]) =>
  vi.waitFor(() => expect(served()).toEqual(sentences), SOON);

describe('what is served follows', () => {
  it('a root that is deleted and made again, and says that it is empty', async () => {
    await write(at('events', 'a.md'), 'Dockers stop work.');
    const served = await serve(at('events'));
    await rm(at('events'), { recursive: true });
    await serves(served);
    await vi.waitFor(() => expect(notices.join()).toContain('is empty now'), SOON);
    await write(at('events', 'b.md'), 'Ships wait.');
    await serves(served, 'Ships wait.');
    await write(at('events', 'c.md'), 'A ferry runs.');
    await serves(served, 'A ferry runs.', 'Ships wait.');
    expect(notices.at(-1)).toContain('has files again');
  });

  it('the clock, where files say from when and until when they are shown', async () => {
    let now = '2026-05-06T23:59:59Z';
    const scheduled = (key: string, title: string) =>
      `---\ndate: 2026-05-06\ntitle: ${title}\n${key}: 2026-05-07\n---\n`;
    await mkdir(at('events'));
    await writeFile(at('events', 'a.md'), scheduled('publishDate', 'Dockers stop work.'));
    await writeFile(at('events', 'b.md'), scheduled('expiryDate', 'Ships wait.'));
    const served = await serve(at('events'), { sweepMs: 50 }, { now: () => new Date(now) });
    await serves(served, 'Ships wait.');
    now = '2026-05-07T00:00:00Z';
    await serves(served, 'Dockers stop work.');
    expect(notices).toEqual([]);
  });

  it('a root that is renamed, with another in its place', async () => {
    await write(at('events', 'a.md'), 'Dockers stop work.');
    await write(at('other', 'news', 'b.md'), 'Ships wait.');
    const served = await serve(at('events'));
    await rename(at('events'), at('old'));
    await rename(at('other'), at('events'));
    await serves(served, 'Ships wait.');
    await write(at('events', 'news', 'c.md'), 'A ferry runs.');
    await serves(served, 'A ferry runs.', 'Ships wait.');
  });

  it('a root that is a link, turned to another release', async () => {
    await write(at('1', 'a.md'), 'Dockers stop work.');
    await write(at('2', 'a.md'), 'Dockers go back to work.');
    await symlink('1', at('current'));
    const served = await serve(at('current'));
    await symlink('2', at('next'));
    await rename(at('next'), at('current'));
    await serves(served, 'Dockers go back to work.');
  });

  it('a mounted ConfigMap, whose files are links through ..data', async () => {
    const version = async (name: string, sentence: string) => {
      await write(at('map', name, 'a.md'), sentence);
      await symlink(name, at('map', '..data_tmp'));
      await rename(at('map', '..data_tmp'), at('map', '..data'));
    };
    await version('..2031_1', 'Dockers stop work.');
    await symlink(join('..data', 'a.md'), at('map', 'a.md'));
    const served = await serve(at('map'));
    expect(served()).toEqual(['Dockers stop work.']);
    await version('..2031_2', 'Dockers go back to work.');
    await serves(served, 'Dockers go back to work.');
  });

  it('a git checkout', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@harbour.example', ...args], {
        cwd: at('repo'),
        stdio: 'pipe',
      });
    await write(at('repo', 'news', 'a.md'), 'Dockers stop work.');
    git('init', '--quiet', '--initial-branch=one');
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    git('checkout', '--quiet', '-b', 'two');
    await rm(at('repo', 'news'), { recursive: true });
    await write(at('repo', 'days', 'b.md'), 'Ships wait.');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'two');
    const served = await serve(at('repo'));
    git('checkout', '--quiet', 'one');
    await serves(served, 'Dockers stop work.');
    git('checkout', '--quiet', 'two');
    await serves(served, 'Ships wait.');
  });

  it('files that rsync and editors move into place, with the times of older ones', async () => {
    await write(at('events', 'a.md'), 'Dockers stop work.');
    const served = await serve(at('events'));
    await write(at('events', '.a.md.Xy12Za'), 'Dockers go back to work.');
    await utimes(at('events', '.a.md.Xy12Za'), 1_000_000_000, 1_000_000_000);
    await rename(at('events', '.a.md.Xy12Za'), at('events', 'a.md'));
    await serves(served, 'Dockers go back to work.');
    await rename(at('events', 'a.md'), at('events', 'a.md~'));
    await write(at('events', 'a.md'), 'Dockers rest.');
    await rm(at('events', 'a.md~'));
    await serves(served, 'Dockers rest.');
  });

  it('a folder that is moved out, and one that takes its place at once', async () => {
    await write(at('events', 'news', 'deep', 'a.md'), 'Dockers stop work.');
    await write(at('events', 'b.md'), 'Rain falls.');
    await write(at('outside', 'deep', 'c.md'), 'Ships wait.');
    const served = await serve(at('events'));
    await rename(at('events', 'news'), at('gone'));
    await rename(at('outside'), at('events', 'news'));
    await serves(served, 'Rain falls.', 'Ships wait.');
    await write(at('events', 'news', 'deep', 'd.md'), 'A ferry runs.');
    await serves(served, 'A ferry runs.', 'Rain falls.', 'Ships wait.');
    await rename(at('events', 'news'), at('away'));
    await serves(served, 'Rain falls.');
  });

  it('links to files and to folders, what they lead to, and where they turn to', async () => {
    await write(at('kept', 'a.md'), 'Dockers stop work.');
    await write(at('shelf', '1', 'b.md'), 'Ships wait.');
    await write(at('shelf', '2', 'b.md'), 'Ships leave.');
    await mkdir(at('events'));
    await symlink(at('kept', 'a.md'), at('events', 'a.md'));
    await symlink('1', at('shelf', 'current'));
    await symlink(at('shelf', 'current'), at('events', 'shelf'));
    const served = await serve(at('events'));
    expect(served()).toEqual(['Dockers stop work.', 'Ships wait.']);
    await write(at('kept', 'a.md'), 'Dockers go back to work.');
    await serves(served, 'Dockers go back to work.', 'Ships wait.');
    await write(at('shelf', '1', 'c.md'), 'A ferry runs.');
    await serves(served, 'A ferry runs.', 'Dockers go back to work.', 'Ships wait.');
    await symlink('2', at('shelf', 'next'));
    await rename(at('shelf', 'next'), at('shelf', 'current'));
    await serves(served, 'Dockers go back to work.', 'Ships leave.');
    await write(at('shelf', '2', 'd.md'), 'A pier opens.');
    await serves(served, 'A pier opens.', 'Dockers go back to work.', 'Ships leave.');
    await rm(at('events', 'a.md'));
    await rm(at('events', 'shelf'));
    await serves(served);
  });

  it('a link to a file that comes later', async () => {
    await mkdir(at('events'));
    await symlink(at('kept', 'a.md'), at('events', 'a.md'));
    const served = await serve(at('events'));
    expect(served()).toEqual([]);
    await write(at('kept', 'a.md'), 'Dockers stop work.');
    await serves(served, 'Dockers stop work.');
  });

  it('a draft that is published, and an event that becomes a draft, in what links to it too', async () => {
    const draft = (said: string) => `---\ndate: 2031-05-07\ntitle: Ships wait.\n${said}---\n`;
    await write(at('events', 'a.md'), 'Dockers stop work.');
    await writeFile(
      at('events', 'b.md'),
      '---\ndate: 2031-06-01\ntitle: Rain falls.\nrelated: ["[[c]]"]\n---\n',
    );
    await writeFile(at('events', 'c.md'), draft('draft: true\n'));
    const library = await EventLibrary.open(at('events'));
    const related = () => library.event('/b.md')?.related.map(({ path }) => path);
    expect([library.events.length, related()]).toEqual([2, []]);
    await writeFile(at('events', 'c.md'), draft(''));
    await library.refresh([at('events', 'c.md')]);
    expect([library.events.length, related()]).toEqual([3, ['/c.md']]);
    await writeFile(at('events', 'c.md'), draft('published: false\n'));
    expect((await library.refresh([at('events', 'c.md')])).remove).toEqual(['/c.md']);
    expect([library.events.length, related()]).toEqual([2, []]);
  });
});

describe('where the system tells nothing', () => {
  const silent: WatchOptions['system'] = () => {
    const watcher = { close: () => {}, on: () => watcher };
    return watcher as unknown as ReturnType<NonNullable<WatchOptions['system']>>;
  };

  it('changes are found by looking, and it is said once', async () => {
    await write(at('events', 'a.md'), 'Dockers stop work.');
    await write(at('events', 'b.md'), 'Rain falls.');
    const served = await serve(at('events'), { system: silent, sweepMs: 100 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await write(at('events', 'news', 'c.md'), 'Ships wait.');
    await rm(at('events', 'b.md'));
    await serves(served, 'Dockers stop work.', 'Ships wait.');
    await cp(at('events', 'news', 'c.md'), at('events', 'd.md'));
    await write(at('events', 'a.md'), 'Dockers go back to work.');
    await serves(served, 'Dockers go back to work.', 'Ships wait.');
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('looked through every 0.1 s');
  });

  it('at its limit of watches the rest is found by looking, and it is said once', async () => {
    await write(at('events', 'news', 'a.md'), 'Dockers stop work.');
    await write(at('events', 'days', 'b.md'), 'Rain falls.');
    const limit = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const served = await serve(at('events'), {
      sweepMs: 100,
      system: () => {
        throw limit;
      },
    });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('fs.inotify.max_user_watches');
    await write(at('events', 'news', 'a.md'), 'Dockers go back to work.');
    await serves(served, 'Dockers go back to work.', 'Rain falls.');
  });

  it('a folder that can’t be read for a while keeps what was read from it', async () => {
    await write(at('events', 'a.md'), 'Dockers stop work.');
    const library = await EventLibrary.open(at('events'));
    await rename(at('events'), at('old'));
    expect(await library.changes()).toEqual([at('events', 'a.md')]);
    await symlink('events', at('events'));
    await expect(library.changes()).rejects.toThrow('ELOOP');
    expect(library.events).toHaveLength(1);
  });
});
