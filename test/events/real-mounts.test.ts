import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventFile } from './write-tree.js';

/** A limit that no loaded machine reaches. */
const SOON = { timeout: 30_000, interval: 20 };

/** Whether a shell of its own namespaces can do something; most systems allow it without any rights, containers often don't. */
const can = (script: string) => spawnSync('unshare', ['-Urm', 'sh', '-ec', script]).status === 0;
const canLimit = can('echo 3 > /proc/sys/user/max_inotify_watches');
const canMount = can(
  'd=$(mktemp -d); mkdir $d/l $d/u $d/w $d/m; mount -t overlay o -o lowerdir=$d/l,upperdir=$d/u,workdir=$d/w $d/m; umount $d/m; rm -r $d',
);

const child = join(import.meta.dirname, '..', '..', 'dist', `serving-child-${process.pid}.mjs`);
let place: string;
let serving: ChildProcess | null = null;
let state: { served: string[]; notices: string[]; errors: string[] };

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, 'serving-child.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: child,
    logLevel: 'error',
  }),
);
afterAll(() => rm(child, { force: true }));
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'dateline-mounts-'));
  state = { served: [], notices: [], errors: [] };
});
afterEach(async () => {
  serving?.kill('SIGKILL');
  serving = null;
  // The kernel keeps a folder of an overlay's to itself.
  spawnSync('chmod', ['-R', 'u+rwx', place]);
  await rm(place, { recursive: true, force: true });
  expect(state.errors).toEqual([]);
});

const at = (...names: string[]) => join(place, ...names);

async function write(file: string, sentence: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, eventFile('2031-05-07', sentence));
}

/** Serves `events` in namespaces of its own, once a script has set them up there. */
function serve(script: string): void {
  const args = ['-Urm', 'sh', '-ec', `cd "$1"\n${script}\nexec "$2" "$3" "$1/events"`, 'sh'];
  serving = spawn('unshare', [...args, place, process.execPath, child], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (serving.stdout) createInterface(serving.stdout).on('line', (line) => (state = JSON.parse(line)));
}

const serves = (...sentences: string[]) => vi.waitFor(() => expect(state.served).toEqual(sentences), SOON);

describe('what is served follows, with the system’s own', () => {
  it.skipIf(!canLimit)('limit of watches', { timeout: 120_000 }, async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await mkdir(at('events', name), { recursive: true });
    await write(at('events', 'a', 'a.md'), 'Dockers stop work.');
    await write(at('events', 'f', 'f.md'), 'Rain falls.');
    serve('echo 3 > /proc/sys/user/max_inotify_watches');
    await serves('Dockers stop work.', 'Rain falls.');
    await vi.waitFor(() => expect(state.notices.join()).toContain('fs.inotify.max_user_watches'), SOON);
    await write(at('events', 'a', 'a.md'), 'Dockers go back to work.');
    await write(at('events', 'e', 'deep', 'e.md'), 'Ships wait.');
    await rm(at('events', 'f'), { recursive: true });
    await serves('Dockers go back to work.', 'Ships wait.');
    expect(state.notices.filter((notice) => notice.includes('watches no more'))).toHaveLength(1);
  });

  it.skipIf(!canMount)('mount that raises no event', { timeout: 120_000 }, async () => {
    for (const name of ['lower', 'upper', 'work', 'events']) await mkdir(at(name));
    await write(at('lower', 'news', 'a.md'), 'Dockers stop work.');
    await write(at('upper', 'b.md'), 'Rain falls.');
    serve('mount -t overlay o -o lowerdir=lower,upperdir=upper,workdir=work events');
    await serves('Dockers stop work.', 'Rain falls.');
    // Written beneath the mount, as another container does.
    await write(at('upper', 'b.md'), 'Snow falls on the harbour.');
    await serves('Dockers stop work.', 'Snow falls on the harbour.');
    await write(at('upper', 'late', 'c.md'), 'Ships wait.');
    await serves('Dockers stop work.', 'Ships wait.', 'Snow falls on the harbour.');
    expect(state.notices).toEqual([expect.stringContaining('looked through every 0.2 s')]);
  });

  it.skipIf(!canMount)(
    'folder over which another is mounted, and which comes back',
    { timeout: 120_000 },
    async () => {
      await write(at('events', 'a.md'), 'Dockers stop work.');
      await write(at('other', 'news', 'b.md'), 'Rain falls.');
      const when = (file: string) => `while [ ! -e ${file} ] && [ -e events ]; do sleep 0.1; done`;
      serve(
        `(${when('over')}; mount --bind other events; ${when('back')}; umount -l events) > /dev/null 2>&1 &`,
      );
      await serves('Dockers stop work.');
      await writeFile(at('over'), '');
      await serves('Rain falls.');
      await write(at('other', 'news', 'c.md'), 'Ships wait.');
      await serves('Rain falls.', 'Ships wait.');
      await writeFile(at('back'), '');
      await serves('Dockers stop work.');
      await write(at('events', 'd.md'), 'A ferry runs.');
      await serves('A ferry runs.', 'Dockers stop work.');
    },
  );
});
