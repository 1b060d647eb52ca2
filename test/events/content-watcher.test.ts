import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContentWatcher } from '../../src/events/content-watcher.js';

describe('the watcher of the folder of events', () => {
  let dir: string;
  let batches: string[][];
  let errors: unknown[];
  let watcher: ContentWatcher;
  const seen = () => batches.flat().sort();
  const at = (...names: string[]) => join(dir, ...names);

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dateline-watch-'));
    await writeFile(at('old.md'), 'old');
    batches = [];
    errors = [];
    watcher = await ContentWatcher.start(
      dir,
      async (files) => {
        batches.push([...files]);
        if (files.some((file) => file.endsWith('broken.md'))) throw new Error('broken');
      },
      (error) => errors.push(error),
    );
  });
  afterEach(async () => {
    await watcher.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('reports files that came, changed and went, and not those that were there', async () => {
    await writeFile(at('new.md'), 'new');
    await vi.waitFor(() => expect(seen()).toEqual([at('new.md')]), 5000);
    await writeFile(at('old.md'), 'changed');
    await vi.waitFor(() => expect(seen()).toEqual([at('new.md'), at('old.md')]), 5000);
    await rm(at('old.md'));
    await vi.waitFor(() => expect(seen()).toEqual([at('new.md'), at('old.md'), at('old.md')]), 5000);
  });

  it('reports many files in few batches, new folders included', async () => {
    await mkdir(at('news', '2016', '04', '8'), { recursive: true });
    const files = Array.from({ length: 50 }, (_, i) => at('news', '2016', '04', '8', `event-${i}.md`));
    await Promise.all(files.map((file) => writeFile(file, 'x')));
    await vi.waitFor(() => expect(new Set(seen())).toEqual(new Set(files)), 5000);
    expect(batches.length).toBeLessThan(10);
  });

  it('passes over what is no markdown, and a file that is moved into place counts once it is there', async () => {
    await writeFile(at('picture.png'), 'x');
    await writeFile(at('half-written.tmp'), 'x');
    await rename(at('half-written.tmp'), at('whole.md'));
    await vi.waitFor(() => expect(seen()).toEqual([at('whole.md')]), 5000);
  });

  it('reports a folder that was moved away, and sees what comes under its name later', async () => {
    await mkdir(at('news', '2016'), { recursive: true });
    await writeFile(at('news', '2016', 'a.md'), 'x');
    await vi.waitFor(() => expect(seen()).toContain(at('news', '2016', 'a.md')), 5000);
    const elsewhere = await mkdtemp(join(tmpdir(), 'dateline-moved-'));
    await rename(at('news'), join(elsewhere, 'news'));
    await vi.waitFor(() => expect(seen()).toContain(at('news')), 5000);
    await mkdir(at('news', '2016'), { recursive: true });
    await writeFile(at('news', '2016', 'b.md'), 'x');
    await vi.waitFor(() => expect(seen()).toContain(at('news', '2016', 'b.md')), 5000);
    await rm(elsewhere, { recursive: true });
  });

  it('goes on after an error, which it hands over', async () => {
    await writeFile(at('broken.md'), 'x');
    await vi.waitFor(() => expect(errors).toHaveLength(1), 5000);
    await writeFile(at('next.md'), 'x');
    await vi.waitFor(() => expect(seen()).toContain(at('next.md')), 5000);
  });
});
