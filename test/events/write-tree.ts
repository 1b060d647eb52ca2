import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files (path in the tree to content) into a folder of their own, gone when the test is over. */
export async function writeTree(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-tree-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(dir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return dir;
}

/** An event file in the news archive's format. */
export function eventFile(date: string, headline: string, rest = ''): string {
  const [year, month, day] = date.split('-');
  const label = `${year}-${month}-${Number(day)}`;
  return `### [${label}](/news/${year}/${month}/${Number(day)}/index.md)\n\n# ${headline} \n\n${rest}`;
}
